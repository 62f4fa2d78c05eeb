import { describe, expect, test } from 'vitest'
import { finish } from '../../../src/core/steps.ts'
import { findDuplicates } from '../../../src/quality/duplicates.ts'
import { reasonsOf } from '../../../src/quality/pairing.ts'
import { suggestedKeep } from '../../../src/quality/merging.ts'
import type { Subject } from '../../../src/quality/check.ts'
import { subjectOf } from './lists.ts'

interface Group {
  readonly rows: readonly number[] // from 1
  readonly certain: boolean
  readonly reasons: readonly string[]
}

function groups({ table }: Subject): Group[] {
  const { rows, starts, certain, reasons } = finish(findDuplicates(table))
  return Array.from(certain, (sure, at) => ({
    rows: [...rows.subarray(starts[at], starts[at + 1])].map((row) => row + 1),
    certain: sure === 1,
    reasons: reasonsOf(reasons[at] ?? 0),
  }))
}

const header = '客户编号,客户名称,联系电话,邮箱,地区,累计金额'
/** Twenty customers who are only there so that the columns are what they are. */
const others = Array.from(
  { length: 30 },
  (_, i) => `Z${100 + i},路人${String.fromCharCode(0x4e00 + 97 * i)},1390000${1000 + i},,华中,${i}`,
)
const listed = (...lines: string[]) => subjectOf([header, ...lines, ...others].join('\n'))

describe('two rows are one customer', () => {
  test.each([
    // certain
    ['the same number and name', ['A1,张三,,,华东,1', 'A1,张三,,,华北,2'], true, ['key', 'name']],
    [
      'the same phone and name',
      [',张三,13800138000,,,1', 'A2,张三,+86 13800138000,,,2'],
      true,
      ['phone', 'name'],
    ],
    [
      'the first of two phones and the name',
      [',张三,13800138000/13900139000,,,1', 'A2,张三,13800138000,,,2'],
      true,
      ['phone', 'name'],
    ],
    [
      'the same e-mail and firm',
      [',Acme Inc.,,A@x.com,,1', 'A2,ACME,,a@X.com,,2'],
      true,
      ['email', 'firm'],
    ],
    [
      'a firm by its whole name',
      [',恒达机电（上海）有限公司,,,,1', 'A2,恒达机电(上海)有限公司,,,,2'],
      true,
      ['name'],
    ],
    // likely
    [
      'a firm with another legal form',
      [',恒达机电有限公司,,,,1', 'A2,恒达机电股份有限公司,,,,2'],
      false,
      ['firm'],
    ],
    [
      'a firm with two numbers',
      ['A1,恒达机电有限公司,,,,1', 'A2,恒达机电有限公司,,,,2'],
      false,
      ['name'],
    ],
    [
      'the same phone, another number',
      ['A1,张三,13800138000,,,1', 'A2,张三,13800138000,,,2'],
      false,
      ['phone', 'name'],
    ],
    ['a look-alike letter', ['A1,\u0410pple,,,,1', 'A2,Apple,,,,2'], false, ['firm']],
    [
      'a name with a slip and the same phone',
      ['A1,上海恒达机电,13800138000,,,1', ',上海市恒达机电,13800138000,,,2'],
      false,
      ['phone', 'near'],
    ],
    [
      'a firm with a slip in the same region',
      [',上海恒达机电设备,,,华东,1', 'A2,上海市恒达机电设备,,,华东,2'],
      false,
      ['near'],
    ],
    ['people with nothing against it', [',张三,,,华东,1', 'A2,张三,,,华东,2'], false, ['name']],
  ] as const)('%s', async (_, lines, certain, reasons) => {
    expect(groups(await listed(...lines))).toEqual([{ rows: [1, 2], certain, reasons }])
  })

  test.each([
    ['people who share a name', ['A1,张伟,13800138000,,,1', 'A2,张伟,13800138001,,,2']],
    ['people with other numbers', ['A1,张伟,,,,1', 'A2,张伟,,,,2']],
    ['people in other regions', [',张伟,,,华东,1', ',张伟,,,华北,2']],
    [
      'a firm where all else differs',
      ['A1,恒达机电有限公司,13800138000,,,1', 'A2,恒达机电有限公司,13800138001,,,2'],
    ],
    ['branches', ['A1,恒达机电有限公司,,,华东,1', 'A2,恒达机电有限公司,,,华北,2']],
    ['a shared phone with other names', ['A1,张三,13800138000,,,1', 'A2,李四,13800138000,,,2']],
    ['a number twice with other names', ['A1,张三,,,,1', 'A1,李四,,,,2']],
    ['masked phones', ['A1,张三,138****8000,,,1', 'A2,张三,138****8000,,,2']],
    [
      'a firm with a slip elsewhere',
      [',上海恒达机电设备,,,华东,1', ',上海市恒达机电设备,,,华北,2'],
    ],
    ['shops by number', [',好味道面馆连锁一店,,,华东,1', ',好味道面馆连锁二店,,,华东,2']],
  ])('not: %s', async (_, lines) => {
    expect(groups(await listed(...lines))).toEqual([])
  })
})

test('pairs grow together to groups', async () => {
  const subject = await listed(
    ',恒达机电有限公司,13800138000,,,1',
    'A2,恒达机电有限公司,13800138000,,,2',
    'A3,恒达机电有限公司,13800138000,,,3', // its number is another than A2's
    ',李四,13800138009,,,1',
    'B2,李四,13800138009,,,2',
  )
  expect(groups(subject).map(({ rows, certain }) => ({ rows, certain }))).toEqual([
    // 1–2 and 1–3 are sure, so 2 and 3 hang together through 1
    { rows: [1, 2, 3], certain: true },
    { rows: [4, 5], certain: true },
  ])
})

test('the row with a number and most cells is to stay', async () => {
  const { table } = await listed(
    ',恒达机电有限公司,13800138000,a@b.cn,华东,1',
    'A2,恒达机电有限公司,13800138000,,,',
    'A3,张三,13800138001,,华东,',
  )
  expect(suggestedKeep(table, [0, 1])).toBe(1)
  expect(suggestedKeep(table, [1, 2])).toBe(2)
  expect(suggestedKeep(table, [2, 1])).toBe(2)
})

test('on a made list of 2,000 with 200 known pairs: all sure kinds are found, nobody else', async () => {
  // 1,800 different firms by construction; 200 of them stand a second time, in one of four writings
  const numbers = [...'零壹贰叁肆伍陆柒捌玖']
  const word = (i: number) =>
    [...String(i).padStart(4, '0')].map((digit) => numbers[Number(digit)]).join('')
  const firm = (i: number) => `信达${word(i)}科技`
  const writings = [
    (i: number) => `,${firm(i)}有限公司,1380000${1000 + i},,华东,5`, // same phone
    (i: number) => `,${firm(i)}（有限公司）,,,华东,5`, // brackets
    (i: number) => `,${firm(i)}股份有限公司,1380000${1000 + i},,华东,5`, // legal form, same phone
    (i: number) => `,信达 ${word(i)} 科技有限公司,,,华东,5`, // blanks
  ]
  const lines = Array.from(
    { length: 1800 },
    (_, i) => `K${i},${firm(i)}有限公司,1380000${1000 + i},,华东,9`,
  )
  const again = Array.from({ length: 200 }, (_, k) => writings[k % 4]?.(k * 9) ?? '')
  const subject = await subjectOf([header, ...lines, ...again].join('\n'))
  const met = groups(subject)
  const expected = new Set(again.map((_, k) => `${k * 9 + 1} ${1801 + k}`))
  const right = met.filter(({ rows }) => expected.has(rows.join(' ')))
  expect({
    groups: met.length,
    right: right.length,
    certain: right.every(({ certain }) => certain),
  }).toEqual({
    groups: 200, // precision 100 %
    right: 200, // recall 100 %
    certain: true,
  })
})

test('the same name with the same figures throughout is likely entered twice, whatever its number', async () => {
  const head = '客户编号,客户名称,联系电话,累计金额,购买次数,最近购买日期'
  const rest = Array.from(
    { length: 30 },
    (_, i) => `Z${i},路人${i}甲,1390000${1000 + i},${i},${i},2025-01-01`,
  )
  const same = ['A1,张伟,13800138000,812.5,7,2025-06-01', 'A2,张伟,13800138001,812.5,7,2025-06-01']
  const subject = await subjectOf([head, ...same, ...rest].join('\n'))
  expect(groups(subject)).toEqual([{ rows: [1, 2], certain: false, reasons: ['name'] }])
  const other = same.map((line, i) => (i === 0 ? line : line.replace('812.5', '812.6')))
  expect(groups(await subjectOf([head, ...other, ...rest].join('\n')))).toEqual([])
})
