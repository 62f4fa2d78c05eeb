import { describe, expect, test } from 'vitest'
import { inferColumn } from '../../../src/table/infer.ts'
import { readings } from '../../../src/table/parse/index.ts'
import { defaultContext } from '../../../src/table/parse/reading.ts'

/** `header: reading`, then texts with what they are and their mark, as the column reads them. */
function read(header: string, cells: readonly string[]) {
  const { reading, context, unit } = inferColumn(cells, header, defaultContext('2026-03-01'))
  const { read, write } = readings.get(reading)
  const values = cells.map((text) => {
    const { value, mark } = read(text, context)
    return [write(value, unit), mark].join(' ').trim()
  })
  return { reading, values }
}

// Columns that were once read wrongly; expectations by hand: a week has seven days, 24 hours are a day, a jin is half
// a kilogram. spec/value-parsing.md: codes stay text, ambiguous values follow the column and are flagged.
describe('units that are not the column’s are turned into it, and flagged', () => {
  test.each([
    ['下单间隔天数', ['30天', '20天', '2周'], '14 assumed'],
    ['下单间隔天数', ['30天', '20天', '24小时'], '1 assumed'],
    ['下单间隔天数', ['30天', '20天', '1个半月'], '45.625 assumed'], // 1.5 × 365 ÷ 12
    ['下单间隔天数', ['30天', '20天', '半天'], '0.5 plain'],
    ['合作年限', ['3年', '5年', '半年'], '0.5 plain'],
    ['合作年限', ['3年', '5年', '18个月'], '1.5 assumed'],
    ['响应时间', ['2小时', '3小时', '30分钟'], '0.5 assumed'],
    ['响应时间', ['2小时', '3小时', '1天'], '24 assumed'],
    ['重量', ['5kg', '3kg', '10斤'], '5 assumed'],
    ['重量', ['5kg', '3kg', '500克'], '0.5 assumed'],
    ['距离', ['5km', '7km', '300米'], '0.3 assumed'],
    ['年龄', ['25岁', '30岁', '25周岁'], '25 assumed'],
  ])('%s %j', (header, cells, last) => {
    expect(read(header, cells)).toMatchObject({ reading: 'number' })
    expect(read(header, cells).values.at(-1)).toBe(last)
  })
})

describe('what only looks like numbers', () => {
  test.each([
    ['QQ', ['123456789', '987654321'], 'code'],
    ['版本', ['1.10', '1.2'], 'code'], // 1.10 is not 1.1
    ['规格', ['1/2', '3/4'], 'code'],
    ['型号', ['1E5', '2E3'], 'code'],
    ['工号', ['00123', '456'], 'code'],
  ])('%s %j stays as written', (header, cells, reading) => {
    expect(read(header, cells)).toEqual({ reading, values: cells.map((text) => `${text} plain`) })
  })
  test('最后登录 as seconds since 1970 is a day', () => {
    // date -u -d @1709600400: 2024-03-05
    const { reading, values } = read('最后登录', ['1709600400', '1709686800'])
    expect([reading, ...values]).toEqual(['date', '2024-03-05 assumed', '2024-03-06 assumed'])
  })
  test.each([
    ['最近消费金额', ['12', '30'], 'money'],
    ['最近成交单数', ['3', '5'], 'number'],
    ['最近联系人', ['张三', '李四'], 'text'],
    ['最近下单产品', ['键盘', '鼠标'], 'text'],
  ])('%s is no day', (header, cells, reading) => {
    expect(read(header, cells).reading).toBe(reading)
  })
  test('出生年月 in three writings', () => {
    expect(read('出生年月', ['1990-05', '1985.12', '199003'])).toEqual({
      reading: 'date',
      values: ['1990-05-01 coarse', '1985-12-01 coarse', '1990-03-01 coarse'],
    })
  })
})

test('1.0 and 0.0 of a floating-point table are yes and no among 是 and 否', () => {
  const usual = Array.from({ length: 5 }, () => ['是', '否']).flat()
  const { reading, values } = read('是否会员', [...usual, '1.0', '0.0'])
  expect([reading, ...values.slice(-2)]).toEqual(['boolean', 'TRUE plain', 'FALSE plain'])
})
const plain = (text: string) => `${text} plain`

test('约8折 and 八折左右 are about 0.8', () => {
  expect(read('折扣', ['8折', '9折', '约8折', '八折左右', '八折起']).values.slice(2)).toEqual([
    '0.8 approximate',
    '0.8 approximate',
    '0.8 approximate',
  ])
})

test('Ⅰ级, Ⅱ级 and Ⅲ级 are names of one kind', () => {
  expect(read('客户等级', ['Ⅰ级', 'Ⅱ级', 'Ⅲ级']).values).toEqual(['Ⅰ级', 'Ⅱ级', 'Ⅲ级'].map(plain))
})
