import { describe, expect, test } from 'vitest'
import { firmForm, isFirm, nameForm, phoneForm } from '../../../src/quality/names.ts'
import { isNear, nearNames } from '../../../src/quality/nearNames.ts'
import { finish } from '../../../src/core/steps.ts'

describe('one name in several writings', () => {
  test.each([
    ['恒达机电（上海）有限公司', '恒达机电(上海)有限公司'], // brackets of either width
    ['ＡＢＣ 贸易', 'abc贸易'], // full width, case, blank
    ['张\u200b三', '张三'], // zero-width space
    ['Smith & Sons', 'SMITH＆SONS'],
    ['O’Brien', "O'Brien"],
  ])('%s is %s', (one, other) => expect(nameForm(one)).toBe(nameForm(other)))

  test.each([
    ['恒达机电有限公司', '恒达机电股份有限公司'],
    ['恒达机电有限责任公司', '恒达机电'],
    ['Hengda Electric Co., Ltd.', 'HENGDA ELECTRIC'],
    ['Acme, Inc.', 'ACME Corporation'],
    ['Müller GmbH & Co. KG', 'Müller'],
    ['\u0410pple Inc', 'Apple'], // Cyrillic А (UTS #39 confusables)
    ['Ηuawei', 'Huawei'], // Greek Η
    ['華東電機有限公司', '华东电机'],
  ])('%s is the firm %s', (one, other) => expect(firmForm(one)).toBe(firmForm(other)))

  test.each([
    ['恒达机电', '恒大机电'],
    ['上海恒达', '北京恒达'],
    ['有限公司', '公司'], // nothing would be left of the name
  ])('%s is not %s', (one, other) => expect(firmForm(one)).not.toBe(firmForm(other)))

  test('who is a firm by the name', () => {
    const firms = ['恒达机电有限公司', '老王面馆连锁店', 'Acme Inc.', '北京恒达机电']
    expect(firms.map(isFirm)).toEqual([true, true, true, true])
    expect(['张三', '欧阳娜娜', 'John Smith', 'Anna'].map(isFirm)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test('phones by their digits; masked ones name nobody', () => {
    expect(phoneForm('+86 138-0013-8000')).toBe('13800138000')
    expect(phoneForm('138****8000')).toBe('')
  })
})

describe('names with a slip', () => {
  // pairs by hand: one more, one less, two exchanged, another Latin letter
  test.each([
    ['上海恒达机电设备', '上海市恒达机电设备'],
    ['hengdaelectric', 'hengdaelectrc'],
    ['hengdaelectric', 'hengdaelectirc'],
    ['hengdaelectric', 'hengdbelectric'],
    ['上海恒达机电设备', '上海恒达电机设备'],
  ])('%s and %s', (one, other) => expect(isNear(one, other)).toBe(true))

  test.each([
    ['上海恒达机电设备', '上海恒大机电设备'], // another firm as often as a slip
    ['客户名称示例一店', '客户名称示例二店'],
    ['location12', 'location13'],
    ['location1', 'location12'],
    ['hengdaelectric', 'hengdaelectric'],
    ['hengdaelectric', 'hangdaelectrik'],
  ])('not %s and %s', (one, other) => expect(isNear(one, other)).toBe(false))

  test('all pairs are found, as comparing each with each finds them', () => {
    // made from one name by all edits: the reference compares every pair
    const base = 'abcdefg'
    const words = new Set(['', base])
    for (let i = 0; i < base.length; i++) {
      words.add(base.slice(0, i) + base.slice(i + 1))
      words.add(`${base.slice(0, i)}x${base.slice(i + 1)}`)
      words.add(`${base.slice(0, i)}y${base.slice(i)}`)
    }
    const list = [...words]
    const all: string[] = []
    for (let i = 1; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const [one, other] = [list[i] ?? '', list[j] ?? '']
        if (Math.min(one.length, other.length) >= 6 && isNear(one, other)) all.push(`${i} ${j}`)
      }
    const found = finish(nearNames(list)).map(([a, b]) => `${a} ${b}`)
    expect(all.length).toBeGreaterThan(20)
    expect(found.sort()).toEqual(all.sort())
  })
})
