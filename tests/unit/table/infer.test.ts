import { describe, expect, test } from 'vitest'
import { cellAt } from '../../../src/table/cell.ts'
import { buildColumn } from '../../../src/table/builder.ts'
import { type InferredColumn, inferColumn } from '../../../src/table/infer.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import { defaultContext } from '../../../src/table/parse/reading.ts'
import type { RawCell } from '../../../src/table/raw.ts'

const context = defaultContext('2026-11-21')
const infer = (header: string, cells: readonly RawCell[]) => inferColumn(cells, header, context)
const seen = ({ reading, role, unit }: InferredColumn) => [reading, role, unit]
const codes = (column: InferredColumn) => column.issues.map(({ code }) => code)
const detail = (column: InferredColumn, code: string) =>
  column.issues.find((issue) => issue.code === code)?.detail

describe('the template table of the issue', () => {
  const table = [
    ['客户名称', ['张三', '李四', '王五']],
    ['联系方式', ['138xxxxxx', '139xxxxxx', '137xxxxxx']],
    ['购买频率', ['每月一次', '每季度一次', '半年一次']],
    ['单次消费金额', ['500元', '3000元', '1000元']],
    ['客户生命周期价值', ['5000元', '30000元', '2000元']],
    ['等级', ['A级', 'B级', 'C级']],
    ['备注', ['长期稳定客户', '高价值客户', '新客户']],
  ] as const
  const built = table.map(([header, cells]) => {
    const inferred = infer(header, cells)
    const { reading, role, unit } = inferred
    const spec = { id: header, name: header, group: null, role, reading, unit }
    return { inferred, column: buildColumn({ ...spec, context: inferred.context }, cells) }
  })
  const values = built.map(({ column }) => [0, 1, 2].map((row) => cellAt(column, row).value))

  test('each column is understood', () => {
    expect(built.map(({ inferred }) => seen(inferred))).toEqual([
      ['text', 'name', null],
      ['phone', 'phone', null],
      ['frequency', 'measure', '1/year'],
      ['money', 'measure', 'CNY'],
      ['money', 'measure', 'CNY'],
      ['tier', 'tier', null],
      ['text', 'note', null],
    ])
    expect(built.every(({ inferred }) => inferred.success === 1)).toBe(true)
  })
  test('frequencies, amounts and tiers have the values that the issue names', () => {
    expect(values[2]).toEqual([12, 4, 2])
    expect(values[3]).toEqual([500, 3000, 1000])
    expect(values[4]).toEqual([5000, 30000, 2000])
    expect(values[5]).toEqual(['A', 'B', 'C'])
  })
  test('phones are marked as masked', () => {
    const phones = built[1]?.column
    expect(phones && [0, 1, 2].map((row) => cellAt(phones, row).mark)).toEqual(
      Array(3).fill('masked'),
    )
    expect(codes(built[1]?.inferred as InferredColumn)).toEqual(['column.masked'])
  })
  test('the sheet shows the words that were written', () => {
    const frequency = built[2]?.column
    expect(frequency && writeCell(frequency, 0)).toBe('每月一次')
  })
})

describe('numbers that are none', () => {
  test.each([
    ['手机', ['13800138000', '13900139000', '13700137000'], 'phone'],
    ['Mobile', [13800138000, 13900139000], 'phone'],
    ['E', ['010-62345678', '(021) 1234-5678'], 'phone'],
    ['公司规模', ['50-99人', '100-499人', '500人以上'], 'category'],
    ['A', ['13800138000', '13900139000', '13700137000'], 'phone'],
    ['邮编', ['05021', '12209'], 'code'],
    ['B', ['00123', '00124', '00200'], 'code'],
    ['身份证号', ['110101199001011234', '110101199001011235'], 'identity'],
    ['C', ['6222020200112233445', '6222020200112233446'], 'code'],
    ['客户编号', ['1001', '1002', '1003'], 'code'],
    ['D', ['C0000001', 'C0000002', 'C0000003'], 'code'],
  ] as const)('%s with %j is read as %s', (header, cells, reading) => {
    expect(infer(header, cells).reading).toBe(reading)
  })
  test('a key whose cells repeat is no key', () => {
    expect(infer('客户编号', ['1', '1', '1', '2', '2']).role).toBe('other')
  })
})

describe('measures', () => {
  test.each([
    ['购买次数', ['3', '12次', '5'], 'number', null],
    ['投诉次数', ['0', '1', '0'], 'number', null],
    ['NPS评分', ['9', '3', '10'], 'rating', '10'],
    ['满意度', ['非常满意', '满意', '一般'], 'rating', '5'],
    ['满意度', ['★★★★☆', '★★☆☆☆'], 'rating', '5'],
    ['满意度', ['4.5/5', '3/5'], 'rating', '5'],
    ['服务评分', ['90分', '75分'], 'rating', '100'],
    ['revenue', ['777', '1555'], 'money', null],
    ['Revenue ($)', ['777', '1555'], 'money', 'USD'],
    ['累计金额（元）', ['777', '1555'], 'money', 'CNY'],
    ['number_of_orders', ['9', '16'], 'number', null],
    ['复购率', ['12%', '30%'], 'percent', null],
    ['复购率', ['0.12', '0.3'], 'percent', null],
    ['占比(%)', ['12', '30'], 'percent', null],
    ['折扣', ['八折', '95折'], 'discount', null],
    ['最近购买时间', ['2024/3/5', '2024年3月7日'], 'date', null],
    ['Purchase frequency', ['monthly', 'weekly', '12'], 'frequency', '1/year'],
    ['x', ['每月一次', '每周一次'], 'frequency', '1/year'],
    ['最近购买时间', [{ kind: 'date', day: 19787 }], 'date', null],
    ['x', ['¥500', '$700', '￥900'], 'money', 'CNY'],
  ] as const)('%s with %j is a measure read as %s, unit %s', (header, cells, reading, unit) => {
    expect(seen(infer(header, cells))).toEqual([reading, 'measure', unit])
  })
})

describe('words', () => {
  const times = (count: number, ...words: string[]) => Array(count).fill(words).flat() as string[]
  test.each([
    ['等级', ['A级', 'B级', 'C级'], 'tier', 'tier'],
    ['客户级别', ['重点客户', '普通客户'], 'tier', 'tier'],
    ['信用等级', ['AAA', 'AA'], 'tier', 'group'],
    ['地区', ['华东', '华南', '华北'], 'category', 'group'],
    ['x', times(10, '华东', '华南'), 'category', 'group'],
    ['Partner', ['Yes', 'No', 'Yes'], 'boolean', 'group'],
    ['是否会员', ['是', '否'], 'boolean', 'group'],
    ['flag', times(200, '0', '1'), 'boolean', 'group'],
    ['MultipleLines', times(10, 'Yes', 'No', 'No phone service'), 'category', 'group'],
    ['gender', times(10, 'M', 'F'), 'category', 'group'],
    ['备注', ['长期稳定客户', '新客户'], 'text', 'note'],
    ['标签', ['VIP;老客户'], 'tags', 'other'],
    ['公司名称', ['北京A科技', '上海B'], 'text', 'name'],
    ['Email', ['a@b.c'], 'text', 'other'],
  ] as const)('%s with %j is read as %s, role %s', (header, cells, reading, role) => {
    const column = infer(header, cells)
    expect([column.reading, column.role]).toEqual([reading, role])
  })
  test('a short list of 0 and 1 without a telling header stays a number', () => {
    expect(infer('x', ['0', '1', '0']).reading).toBe('number')
  })
  test('an empty column takes its header’s reading', () => {
    expect(seen(infer('购买频率', ['', null]))).toEqual(['frequency', 'measure', '1/year'])
    expect(infer('其他', []).success).toBe(1)
  })
})

describe('rules of a column', () => {
  test('a part over 12 decides the order of all its dates', () => {
    const column = infer('日期', ['3/5/2024', '13/5/2024'])
    expect([column.dateOrder, column.dateOrderSure]).toEqual(['dmy', true])
    const american = infer('日期', ['3/5/2024', '5/13/2024'])
    expect([american.dateOrder, american.dateOrderSure]).toEqual(['mdy', true])
  })
  test('dates of either order are marked, and the user is asked', () => {
    const column = infer('日期', ['3/5/2024', '4/6/2024'])
    expect([column.dateOrder, column.dateOrderSure]).toEqual(['mdy', false])
    expect(detail(column, 'column.dateOrderUnsure')).toMatchObject({ column: '日期', count: 2 })
  })
  test('the user’s order settles it', () => {
    const cells = ['3/5/2024', '4/6/2024']
    const column = inferColumn(cells, '日期', context, { dateOrder: 'dmy' })
    expect(column.issues).toEqual([])
  })
  test('decimal commas are seen by what only they allow', () => {
    expect(infer('金额', ['1.200,50', '1.200', '3,5']).decimal).toBe(',')
    expect(infer('金额', ['1,200.50', '1,200', '3.5']).decimal).toBe('.')
    expect(infer('金额', ['1,200', '3,500']).decimal).toBe('.')
  })
  test('a Shopify date with its offset is a date', () => {
    expect(infer('Created at', ['2024-03-05 10:30:00 +0800']).reading).toBe('date')
  })
})

describe('what is reported', () => {
  test('filled, missing and failed cells are counted apart', () => {
    const column = infer('单次消费金额', ['500元', '', '暂无', '面议', '300', '#REF!', '约200元'])
    expect(column).toMatchObject({ filled: 5, missing: 2, failed: 2, success: 0.6 })
    expect(column.failures).toEqual(['面议', '#REF!'])
    expect(column.examples).toEqual(['500元', '300', '约200元'])
    expect(detail(column, 'column.unreadable')).toEqual({
      column: '单次消费金额',
      count: 1,
      examples: ['面议'],
      words: ['面议'],
    })
    expect(detail(column, 'column.cellErrors')).toMatchObject({ count: 1 })
    expect(detail(column, 'column.approximate')).toMatchObject({ examples: ['约200元'] })
    expect(column.issues.find(({ code }) => code === 'column.unreadable')?.rows).toEqual([3])
  })
  test('vague frequencies are named apart from unreadable ones', () => {
    const column = infer('购买频率', ['每月一次', '偶尔', '每周一次', '每年3次', '红色'])
    expect(detail(column, 'column.vagueFrequency')).toMatchObject({ examples: ['偶尔'] })
    expect(detail(column, 'column.unreadable')).toMatchObject({ examples: ['红色'] })
  })
  test('a second currency is marked, not converted', () => {
    const column = infer('金额', ['500元', '800元', '$70'])
    expect(column.unit).toBe('CNY')
    expect(detail(column, 'column.mixedCurrency')).toMatchObject({ currencies: ['CNY', 'USD'] })
  })
  test('dates after the as-of date are warned of', () => {
    const column = infer('最近购买日期', ['2026-11-20', '2026-11-22'])
    expect(detail(column, 'column.future')).toMatchObject({ count: 1, examples: ['2026-11-22'] })
  })
  test('inferring twice gives the same', () => {
    const cells = ['500元', '面议', '3万', '1-2千']
    expect(infer('金额', cells)).toEqual(infer('金额', cells))
  })
  test('a reading chosen by the user is counted as such', () => {
    const column = inferColumn(['1', 'x'], '金额', context, { reading: 'text' })
    expect(column).toMatchObject({ reading: 'text', failed: 0 })
  })
})
