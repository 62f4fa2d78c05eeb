import { describe, expect, test } from 'vitest'
import { zh } from '../../../../src/i18n/zh.ts'
import type { SheetColumn } from '../../../../src/engine/views.ts'
import {
  completed,
  suggestions,
  typedAt,
  type Part,
} from '../../../../src/ui/sheet/formula/completion.ts'
import { ideas } from '../../../../src/ui/sheet/formula/ideas.ts'

const column = (name: string): Part => ({ kind: 'column', name, about: '' })
const called = (name: string): Part => ({ kind: 'function', name, about: '' })
const parts = [
  column('累计金额'),
  column('购买次数'),
  column('地区'),
  called('ROUND'),
  called('ROUNDUP'),
  called('IF'),
  called('DAYS'),
]

/** `|` is the caret. */
const at = (text: string) => typedAt(text.replace('|', ''), text.indexOf('|'))
const names = (text: string) => suggestions(at(text), parts).map(({ name }) => name)

describe('what a formula is completed by', () => {
  test('is a column after a bracket, by its name, its initials or a part of it', () => {
    expect(names('=[|')).toEqual(['累计金额', '购买次数', '地区'])
    expect(names('=[金|')).toEqual(['累计金额'])
    expect(names('=ROUND([ljje|')).toEqual(['累计金额'])
    expect(names('=[累计金额]/[gm|')).toEqual(['购买次数'])
    expect(names('=【购|')).toEqual(['购买次数']) // as Chinese input writes brackets
  })

  test('is a function or a column after a letter, and nothing in texts, numbers and after signs', () => {
    expect(names('=rou|')).toEqual(['ROUND', 'ROUNDUP'])
    expect(names('=d|')).toEqual(['DAYS', '地区'])
    expect(names('=1+|')).toEqual([])
    expect(names('=12|')).toEqual([])
    expect(names('="d|')).toEqual([])
    expect(names('=“d|')).toEqual([])
    expect(names('=IF([地区]="x",d|')).toEqual(['DAYS', '地区'])
  })

  test('stands in place of what was typed, with its brackets, the caret where one types on', () => {
    const take = (text: string, part: Part) => {
      const typed = at(text)
      if (!typed) throw new Error('nothing is typed there')
      const { text: next, caret } = completed(text.replace('|', ''), typed, part)
      return `${next.slice(0, caret)}|${next.slice(caret)}`
    }
    expect(take('=[lj|', column('累计金额'))).toBe('=[累计金额]|')
    expect(take('=[l|计]/2', column('累计金额'))).toBe('=[累计金额]|/2')
    expect(take('=rou|', called('ROUND'))).toBe('=ROUND(|)')
    expect(take('=rou|(1)', called('ROUND'))).toBe('=ROUND|(1)')
    expect(take('d|', called('DAYS'))).toBe('=DAYS(|)') // an equals sign is put before it
    expect(take('=[a|', column('a]b'))).toBe('=[a]]b]|')
  })
})

test('starting points are made of what the list has', () => {
  const made = (name: string, type: SheetColumn['type'], reading: SheetColumn['reading']) =>
    ({ id: name, name, type, reading }) as SheetColumn
  const words = zh.formulaForm
  const shop = [
    made('客户', 'text', 'text'),
    made('累计金额', 'number', 'money'),
    made('购买次数', 'number', 'number'),
    made('最近购买日', 'date', 'date'),
  ]
  expect(ideas(shop, words).map(({ name, formula }) => [name, formula])).toEqual([
    ['客单价', '=[累计金额]/[购买次数]'],
    ['最近购买日距今天数', '=DAYS([最近购买日])'],
    ['客户类型', '=IF([累计金额]>=10000,"大客户","一般")'],
  ])
  expect(ideas(shop.slice(0, 1), words)).toEqual([])
  // money by purchases alone, in either language
  const first = (name: string) =>
    ideas([made('累计金额', 'number', 'money'), made(name, 'number', 'number')], words)[0]?.name
  for (const name of ['订单数', '下单笔数', 'orders', 'Number of orders', 'Purchase count'])
    expect(first(name), name).toBe('客单价')
  for (const name of ['投诉次数', '拜访次数', '消费数额', '员工数量', 'Complaints', 'Account age'])
    expect(first(name), name).toBe('客户类型')
})
