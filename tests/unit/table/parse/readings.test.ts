import { describe, expect, test } from 'vitest'
import type { Mark, ReadingId } from '../../../../src/table/column.ts'
import { isoDay } from '../../../../src/table/parse/calendar.ts'
import { readings } from '../../../../src/table/parse/index.ts'
import { type ReadContext, defaultContext } from '../../../../src/table/parse/reading.ts'
import type { RawCell } from '../../../../src/table/raw.ts'

const asOf = '2026-11-21'

function read(reading: ReadingId, cell: RawCell, context: Partial<ReadContext> = {}) {
  return readings.get(reading).read(cell, { ...defaultContext(asOf), ...context })
}
/** Dates as text, so that rows can be read. */
function shown(reading: ReadingId, cell: RawCell, context: Partial<ReadContext> = {}) {
  const { value } = read(reading, cell, context)
  return reading === 'date' && typeof value === 'number' ? isoDay(value) : value
}

type Row = readonly [RawCell, number | string | boolean | null, Mark?, Partial<ReadContext>?]

/** Each row of the table in the specification "Reading what people really write"; the title is its left-hand cell. */
function rows(
  title: string,
  reading: ReadingId,
  list: readonly Row[],
  base?: Partial<ReadContext>,
) {
  describe(title, () => {
    test.each(list.map((row) => ({ row, name: JSON.stringify(row[0]) })))(
      `$name as ${reading}`,
      ({ row: [cell, value, mark = 'plain', context] }) => {
        const all = { ...base, ...context }
        expect(shown(reading, cell, all)).toBe(value)
        expect(read(reading, cell, all).mark).toBe(mark)
      },
    )
  })
}

const cny = { unit: 'CNY' }

rows(
  'money with a currency word',
  'money',
  [
    ['500元', 500],
    ['500 元', 500],
    ['￥500', 500],
    ['¥500', 500],
    ['RMB 500', 500],
    ['人民币500元整', 500],
    ['¥1,200.50', 1200.5],
    ['1,200.50元', 1200.5],
    ['１，２００．５０', 1200.5],
  ],
  cny,
)

rows(
  'wan and yi',
  'money',
  [
    ['3万', 30000],
    ['3万元', 30000],
    ['3w', 30000],
    ['3W', 30000],
    ['3.5万', 35000],
    ['3万5', 35000],
    ['3万2千', 32000],
    ['3万零50', 30050],
    ['1.5亿', 150000000],
    ['200百万', 200000000],
    ['5千', 5000],
    ['8百', 800],
    ['1.1万', 11000],
    ['1亿2000万', 120000000],
  ],
  cny,
)

rows(
  'Chinese numerals',
  'money',
  [
    ['五百元', 500],
    ['三千五', 3500],
    ['一万二', 12000],
    ['两百', 200],
    ['十二', 12],
    ['二百零五', 205],
    ['伍仟元整', 5000],
    ['三点五万', 35000],
  ],
  cny,
)

rows(
  'Latin scales',
  'money',
  [
    ['1.2k', 1200],
    ['1.2K', 1200],
    ['$1.2M', 1200000],
    ['2mm', null, 'error'],
  ],
  { unit: 'USD' },
)

rows('currencies and decimal signs', 'money', [
  ['USD 1,200', 1200, 'plain', { unit: 'USD' }],
  ['€1.200,50', 1200.5, 'plain', { unit: 'EUR', decimal: ',' }],
  ['€1.200,50', 1200.5, 'plain', { unit: 'EUR' }],
  ['1 200,50', 1200.5, 'plain', { decimal: ',' }],
  ['1.200', 1200, 'plain', { decimal: ',' }],
  ['1.200', 1.2, 'plain', { decimal: '.' }],
  ['1,200', 1200, 'plain', { decimal: '.' }],
  ['1,5', 1.5, 'assumed', { decimal: '.' }],
  ['USD 1,200', 1200, 'assumed', cny],
])

rows('negative amounts', 'number', [
  ['(1,200)', -1200],
  ['-1,200', -1200],
  ['－1200', -1200],
  ['1,200-', -1200],
  ['−1200', -1200],
])

rows(
  'approximate amounts',
  'money',
  [
    ['约500元', 500, 'approximate'],
    ['500左右', 500, 'approximate'],
    ['500+', 500, 'approximate'],
    ['≥500', 500, 'approximate'],
    ['500以上', 500, 'approximate'],
    ['500多元', 500, 'approximate'],
  ],
  cny,
)

rows(
  'ranges',
  'money',
  [
    ['500-1000元', 750, 'range'],
    ['500~1000', 750, 'range'],
    ['1-3万', 20000, 'range'],
    ['5千-1万', 7500, 'range'],
    ['￥500～￥1000', 750, 'range'],
    ['1000-500', null, 'error'],
  ],
  cny,
)

rows(
  'rates',
  'money',
  [
    ['500元/月', 500],
    ['6000/年', 6000],
    ['1万每季度', 10000],
    ['500元/月', 500, 'assumed', { per: 'year' }],
  ],
  cny,
)

rows('percents', 'percent', [
  ['12%', 0.12],
  ['１２％', 0.12],
  ['0.12', 0.12, 'assumed'],
  ['12', 0.12, 'assumed'],
  ['12', 0.12, 'plain', { percentColumn: { bare: 'whole', sure: true } }],
  ['0.12', 0.12, 'plain', { percentColumn: { bare: 'fraction', sure: true } }],
  [{ kind: 'number', value: 0.12, text: '12%' }, 0.12],
  ['百分之十二', 0.12],
])

rows('discounts', 'discount', [
  ['八折', 0.8],
  ['95折', 0.95],
  ['九五折', 0.95],
  ['8.5折', 0.85],
])

rows('frequency words', 'frequency', [
  ['每月一次', 12],
  ['每月1次', 12],
  ['月均1次', 12],
  ['1次/月', 12],
  ['monthly', 12],
  ['once a month', 12],
  ['每季度一次', 4],
  ['每季1次', 4],
  ['quarterly', 4],
  ['半年一次', 2],
  ['每半年一次', 2],
  ['twice a year', 2],
  ['half-yearly', 2],
  ['每年一次', 1],
  ['一年3次', 3],
  ['每年2-3次', 2.5, 'range'],
  ['每周一次', 52],
  ['每周两次', 104],
  ['weekly', 52],
  ['每天', 365],
  ['每日一次', 365],
  ['daily', 365],
  ['隔月一次', 6],
  ['两个月一次', 6],
  ['每2个月1次', 6],
  ['每半月一次', 24],
  ['两周一次', 26],
  ['every 2 weeks', 26],
  ['biweekly', 26, 'assumed'],
  ['bi-monthly', 6, 'assumed'],
  ['3次/季', 12],
  ['5次每季度', 20],
  ['偶尔', null, 'error'],
  ['经常', null, 'error'],
  ['不定期', null, 'error'],
  ['rarely', null, 'error'],
  ['首次', null, 'error'],
  ['仅一次', null, 'error'],
  ['1次', null, 'error'],
  ['每月购买两三次', 30, 'range'],
  ['每月约2次', 24, 'approximate'],
  ['3x/yr', 3],
  ['every other month', 6],
  ['12', 12],
])

rows('dates', 'date', [
  ['2024/3/5', '2024-03-05'],
  ['2024-03-05', '2024-03-05'],
  ['2024.3.5', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['20240305', '2024-03-05'],
  ['2024年3月', '2024-03-01', 'coarse'],
  ['2024-03', '2024-03-01', 'coarse'],
  ['2024Q1', '2024-01-01', 'coarse'],
  ['2024年一季度', '2024-01-01', 'coarse'],
  ['3月5日', '2026-03-05', 'assumed'],
  ['3/5', '2026-03-05', 'assumed'],
  ['3/5/2024', '2024-03-05', 'plain', { dateOrder: 'mdy' }],
  ['05/03/2024', '2024-03-05', 'plain', { dateOrder: 'dmy' }],
  ['3/5/2024', '2024-03-05', 'assumed'],
  ['13/5/2024', '2024-05-13'],
  ['5/13/2024', '2024-05-13'],
  ['24/3/5', '2024-03-05'],
  ['5-Mar-24', '2024-03-05'],
  ['Mar 5, 2024', '2024-03-05'],
  ['2024-03-05 10:30:00 +0800', '2024-03-05'],
  ['2024-03-05T02:30:00Z', '2024-03-05'],
  ['2024-03-05 00:00:00', '2024-03-05'],
  ['45356', '2024-03-05', 'assumed'],
  [45356, '2024-03-05', 'assumed'],
  [{ kind: 'date', day: 19787 }, '2024-03-05'],
  ['3天前', '2026-11-18', 'assumed'],
  ['上周', '2026-11-14', 'coarse'],
  ['去年底', null, 'error'],
  ['0000-00-00', null],
  ['1900-01-00', null],
  ['1970-01-01', null],
  ['2024-02-30', null, 'error'],
  ['2024年3月5日 星期二 10:30', '2024-03-05'],
  ['Tue, 05 Mar 2024 10:30:00 GMT', '2024-03-05'],
])

rows('phones', 'phone', [
  ['138xxxxxx', '138xxxxxx', 'masked'],
  ['138****1234', '138****1234', 'masked'],
  [13800138000, '13800138000'],
  ['1.38E+10', '1.38E+10', 'digitsLost'],
  [{ kind: 'number', value: 13800138000, text: '1.38E+10' }, '13800138000'],
  ['+86 138-0013-8000', '+86 138-0013-8000'],
  ["'13800138000", '13800138000'],
  ['(5) 555-4729', '(5) 555-4729'],
])

rows('codes', 'code', [
  [110101199001011234, '110101199001011230', 'digitsLost'],
  ['110101199001011234', '110101199001011234'],
  ['00123', '00123'],
  [{ kind: 'number', value: 123, text: '00123' }, '00123'],
  ["'7210448301122", '7210448301122'],
  ["'75008", '75008'],
  ['C0000001', 'C0000001'],
])

rows('tiers', 'tier', [
  ['A级', 'A'],
  ['Ａ', 'A'],
  ['a', 'A'],
  ['A类', 'A'],
  ['A级客户', 'A'],
  ['等级A', 'A'],
  ['A+', 'A+'],
  ['S', 'S'],
  ['VIP', 'VIP'],
  ['钻石', '钻石'],
  ['一级', '一级'],
  ['重点客户', '重点客户'],
])

rows('ratings', 'rating', [
  ['★★★★☆', 4, 'plain', { unit: '5' }],
  ['4星', 4, 'plain', { unit: '5' }],
  ['4.5/5', 0.9],
  ['4.5/5', 4.5, 'plain', { unit: '5' }],
  ['90分', 90, 'plain', { unit: '100' }],
  ['非常满意', 5, 'plain', { unit: '5' }],
  ['满意', 4, 'plain', { unit: '5' }],
  ['一般', 3, 'plain', { unit: '5' }],
  ['不满意', 2, 'plain', { unit: '5' }],
  ['非常不满意', 1, 'plain', { unit: '5' }],
  ['strongly agree', 5, 'plain', { unit: '5' }],
  ['9', 9, 'plain', { unit: '10' }],
  ['9分', 9, 'plain', { unit: '10' }],
  ['9/10', 9, 'plain', { unit: '10' }],
  ['11', null, 'error', { unit: '10' }],
  ['-1', null, 'error', { unit: '10' }],
  ['九', 9, 'plain', { unit: '10' }],
])

rows('yes and no', 'boolean', [
  ['是', true],
  ['否', false],
  ['√', true],
  ['×', false],
  ['Y', true],
  ['N', false],
  ['TRUE', true],
  ['FALSE', false],
  ['1', true],
  ['0', false],
  [true, true],
  ['有', true],
  ['无', false],
  ['也许', null, 'error'],
])

describe('missing marks', () => {
  const marks = '- -- / \\ 无 暂无 未知 N/A #N/A NULL null 待补充 ?'.split(' ')
  test.each(marks)('%s is missing in every kind of column, and stays to be seen', (mark) => {
    for (const { id } of readings.all) {
      if (id === 'boolean' && mark === '无') continue
      expect(read(id, mark)).toEqual({ value: null, original: mark, mark: 'plain' })
    }
  })

  test('an empty cell is missing and zero is zero', () => {
    expect(read('number', '')).toEqual({ value: null, original: null, mark: 'plain' })
    expect(read('number', '　')).toEqual({ value: null, original: null, mark: 'plain' })
    expect(read('number', null).value).toBeNull()
    expect(read('number', '0').value).toBe(0)
    expect(read('number', 0).value).toBe(0)
  })

  test.each(['#REF!', '#VALUE!', '#DIV/0!'])(
    '%s is an error cell in every kind of column',
    (text) => {
      for (const { id } of readings.all) {
        expect(read(id, text)).toEqual({ value: null, original: text, mark: 'error' })
        expect(read(id, { kind: 'error', text })).toEqual({
          value: null,
          original: text,
          mark: 'error',
        })
      }
    },
  )
})

describe('texts', () => {
  test.each(['张三　', '张三\u00a0', '\u200b张三 '])('%j is 张三 without the blanks', (text) => {
    expect(read('text', text).value).toBe('张三')
  })
  test.each(['=cmd|x', '@SUM(1)', '+86 138', '-5'])('%s is plain text in a text column', (text) => {
    expect(read('text', text)).toEqual({ value: text, original: null, mark: 'plain' })
  })
  test('-5 is a number in a column of numbers', () => {
    expect(read('number', '-5').value).toBe(-5)
  })
  test('full-width letters stay as they were written', () => {
    expect(read('text', '北京Ａ科技（有限）公司').value).toBe('北京Ａ科技（有限）公司')
  })
})

describe('what does not parse', () => {
  test.each([
    '五彩缤纷',
    'abc',
    '12 34',
    '1.2.3',
    '500元800',
    '2024-03-05',
    '1,2,3',
    '万',
    '--5',
    '1/2',
  ])('%s is no number, never zero', (text) => {
    expect(read('number', text)).toEqual({ value: null, original: text, mark: 'error' })
  })
  test.each(['明天再说', '2024-13-01', '32/1/2024', '12:30', '1'])(
    '%s is no date, never today',
    (text) => {
      expect(read('date', text)).toEqual({ value: null, original: text, mark: 'error' })
    },
  )
  test('a workbook date in a column of numbers is an error that shows the date', () => {
    expect(read('number', { kind: 'date', day: 19787 })).toEqual({
      value: null,
      original: '2024-03-05',
      mark: 'error',
    })
  })
})

describe('the original text', () => {
  test.each([
    ['money', '¥1,200.50'],
    ['money', '3万'],
    ['number', '５次'],
    ['date', '2024年3月5日'],
    ['percent', '12%'],
  ] as const)('%s %s is not kept: the value says it', (reading, text) => {
    expect(read(reading, text, cny).original).toBeNull()
  })
  test.each([
    ['money', '约500元'],
    ['money', '500-1000元'],
    ['money', '3万5'],
    ['money', '$500'],
    ['money', '500元/月'],
    ['frequency', '每月一次'],
    ['date', '2024年3月'],
    ['date', '2024-03-05 10:30'],
    ['discount', '八折'],
    ['rating', '非常满意'],
    ['tier', 'A级'],
    ['boolean', '是'],
  ] as const)('%s %s is kept', (reading, text) => {
    expect(read(reading, text, cny).original).toBe(text)
  })
})
