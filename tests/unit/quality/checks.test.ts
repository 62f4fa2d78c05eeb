import { describe, expect, test } from 'vitest'
import { found, rowsOf, subjectOf } from './lists.ts'

// Rows are counted by hand, from 1, below the header.
const list = (header: string, ...lines: string[]) => [header, ...lines].join('\n')
const plain = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i + 1))

describe('what cannot be right in one cell', () => {
  test('texts that nobody can read, but not numbers beyond a scale', async () => {
    const subject = await subjectOf(
      list(
        '客户名称,金额,NPS',
        '甲,100,9',
        '乙,面议,10',
        '丙,,11',
        '丁,300,说不好',
        '戊,400,-1',
        '己,500,8',
      ),
    )
    expect(rowsOf(subject, 'unreadable')).toEqual({ 金额: [2], NPS: [4] })
    expect(rowsOf(subject, 'offScale')).toEqual({ NPS: [3, 5] })
    expect(found(subject, 'offScale')[0]?.detail).toMatchObject({ low: 0, high: 10 })
  })

  test('amounts and counts below zero, but not profits, balances and refunds', async () => {
    const subject = await subjectOf(
      list(
        '客户名称,累计金额,购买次数,毛利,账户余额,退款金额',
        '甲,-5,3,-1,-2,-3',
        '乙,7,-2,1,2,3',
        '丙,8,4,5,6,7',
      ),
    )
    expect(rowsOf(subject, 'negative')).toEqual({ 累计金额: [1], 购买次数: [2] })
  })

  test('days after the as-of date, save where days lie ahead, and days of no customer list', async () => {
    const subject = await subjectOf(
      list(
        '客户名称,最近购买日期,合同到期日期,生日',
        '甲,2026-03-01,2027-01-01,1955-04-03',
        '乙,2026-03-02,2025-01-01,1890-05-01',
        '丙,1970-01-02,2025-01-01,1990-01-01',
        '丁,1979-12-31,2025-01-01,1990-01-01',
        '戊,1980-01-01,2025-01-01,1990-01-01',
      ),
    )
    expect(rowsOf(subject, 'future')).toEqual({ 最近购买日期: [2] })
    expect(rowsOf(subject, 'ancient')).toEqual({ 最近购买日期: [3, 4], 生日: [2] })
  })

  test('parts of a whole over 100 %, but not a growth', async () => {
    const subject = await subjectOf(
      list('客户名称,复购率,年增长率', '甲,45%,150%', '乙,120%,20%', '丙,30%,10%'),
    )
    expect(rowsOf(subject, 'percentOver')).toEqual({ 复购率: [2] })
  })

  test('another currency than the column has', async () => {
    const subject = await subjectOf(
      list('客户名称,累计金额', '甲,¥100', '乙,¥200', '丙,US$300', '丁,¥400', '戊,500美元'),
    )
    expect(rowsOf(subject, 'mixedCurrency')).toEqual({ 累计金额: [3, 5] })
    expect(found(subject, 'mixedCurrency')[0]?.detail).toMatchObject({
      unit: 'CNY',
      currencies: ['USD'],
    })
  })

  test('masked and cut numbers', async () => {
    const subject = await subjectOf(
      list(
        '客户编号,客户名称,联系电话',
        'A1,甲,138****1234',
        'A2,乙,13800138000',
        '1.38E+10,丙,13900139000',
      ),
    )
    expect(rowsOf(subject, 'masked')).toEqual({ 联系电话: [1] })
    expect(rowsOf(subject, 'digitsLost')).toEqual({ 客户编号: [3] })
  })

  test('values beyond the outer fences, amounts by their logarithm', async () => {
    // 1..40: type-7 quartiles of ln(1+x) by hand: Q1 = ln(1+x) at place 9.75, Q3 at 29.25 of the sorted values;
    // fences of the 41 values lie near 1.0e−1 and 1.4e3: 5,000 is out, 200 is not
    const lines = [...plain(40, (i) => `客户${i},${i}`), '大户,5000', '中户,200']
    const subject = await subjectOf(list('客户名称,累计金额', ...lines))
    expect(rowsOf(subject, 'outlier')).toEqual({ 累计金额: [41] })
    const few = await subjectOf(list('客户名称,累计金额', '甲,1', '乙,2', '丙,900000'))
    expect(rowsOf(few, 'outlier')).toEqual({})
  })
})

describe('what cells say of each other', () => {
  test('a last order before the first', async () => {
    const subject = await subjectOf(
      list(
        '客户名称,首次购买日期,最近购买日期',
        '甲,2024-01-01,2025-01-01',
        '乙,2025-06-01,2025-01-01',
        '丙,2025-01-01,2025-01-01',
        '丁,,2020-01-01',
      ),
    )
    expect(rowsOf(subject, 'lastBeforeFirst')).toEqual({ '最近购买日期+首次购买日期': [2] })
  })

  test('a lifetime that is worth less than one of its years (grading/sanity)', async () => {
    const subject = await subjectOf(
      list(
        '客户名称,购买频率,单次消费金额,客户生命周期价值',
        '张三,每月一次,500元,5000元', // 12 × 500 = 6,000 > 5,000
        '李四,每季度一次,1000元,8000元', // 4 × 1,000 = 4,000
        '王五,每年两次,2000元,15000元', // 2 × 2,000 = 4,000
      ),
    )
    expect(rowsOf(subject, 'valueBelowYear')).toEqual({
      '客户生命周期价值+购买频率+单次消费金额': [1],
    })
  })

  test('one number on several rows, and none', async () => {
    const subject = await subjectOf(
      list(
        '客户编号,客户名称',
        'A1,甲',
        'a 1,乙',
        'A2,丙',
        ',丁',
        'A3,',
        'A2,己',
        ...plain(30, (i) => `B${i},客户${i}`), // a column of many doubles would be no key
      ),
    )
    expect(rowsOf(subject, 'keyDuplicate')).toEqual({ 客户编号: [1, 2, 3, 6] })
    expect(found(subject, 'keyDuplicate')[0]?.detail).toMatchObject({ keys: 2 })
    expect(rowsOf(subject, 'keyBlank')).toEqual({ 客户编号: [4] })
    expect(rowsOf(subject, 'nameBlank')).toEqual({ 客户名称: [5] })
  })

  test('one phone on several names, whatever its writing; the same name twice is no other name', async () => {
    const subject = await subjectOf(
      list(
        '客户名称,联系电话',
        '恒达机电有限公司,13800138000',
        '恒达机电,+86 138 0013 8000',
        '李四,13800138000',
        '王五,13800138001',
        '赵六,138****8001',
        '孙七,13800138002',
      ),
    )
    expect(rowsOf(subject, 'sharedPhone')).toEqual({ '联系电话+客户名称': [1, 2, 3] })
    expect(found(subject, 'sharedPhone')[0]).toMatchObject({ level: 'info', detail: { most: 2 } })
  })

  test('one firm with several phones; people share names', async () => {
    const subject = await subjectOf(
      list(
        '客户名称,联系电话',
        '恒达机电有限公司,13800138000',
        '恒达机电有限责任公司,13800138001',
        '张伟,13800138002',
        '张伟,13800138003',
      ),
    )
    expect(rowsOf(subject, 'manyPhones')).toEqual({ '联系电话+客户名称': [1, 2] })
  })

  test('one word in several writings: the most frequent is the word', async () => {
    const subject = await subjectOf(
      list(
        '客户名称,地区,渠道',
        ...plain(4, (i) => `甲${i},华东,Retail`),
        '乙,华东区,retail',
        '丙,华 东,线上',
        '丁,华北,线上',
        '戊,华北,线 上',
      ),
    )
    expect(rowsOf(subject, 'variants')).toEqual({ 地区: [5, 6], 渠道: [5, 8] })
    expect(found(subject, 'variants')[0]?.detail['examples']).toEqual([
      '华东区 → 华东',
      '华 东 → 华东',
    ])
  })

  test('the plain writing is the word, even where one with a blank is more frequent', async () => {
    const rows = ['甲,华 北', '乙,华 北', '丙,华 北', '丁,华北', ...plain(4, (i) => `戊${i},华南`)]
    const subject = await subjectOf(list('客户名称,地区', ...rows))
    expect(found(subject, 'variants')[0]?.detail['examples']).toEqual(['华 北 → 华北'])
  })

  test('empty cells count where a criterion uses the column', async () => {
    const text = list('客户名称,金额,次数', '甲,1,', '乙,,', '丙,3,', '丁,4,1', '戊,5,2')
    const subject = await subjectOf(text, { criteria: ['金额'] })
    expect(rowsOf(subject, 'missing')).toEqual({ 金额: [2] })
    expect(found(subject, 'missing')[0]?.level).toBe('info') // 1 of 5 is not more than a fifth
    const both = await subjectOf(text, { criteria: ['金额', '次数'] })
    expect(rowsOf(both, 'missing')).toEqual({ 金额: [2], 次数: [1, 2, 3] })
    expect(found(both, 'missing')[1]?.level).toBe('warning')
  })
})

test('rows that were deleted are not looked at', async () => {
  const subject = await subjectOf(list('客户名称,累计金额', '甲,-1', '乙,-2', '丙,3'))
  const order = Uint32Array.of(2, 1)
  expect(rowsOf({ ...subject, table: { ...subject.table, order } }, 'negative')).toEqual({
    累计金额: [2],
  })
})

test('customers who lack a criterion that weighs, as the grade counts completeness', async () => {
  const text = list('客户名称,金额,次数', '甲,1,', '乙,,', '丙,3,4', '丁,4,1')
  const both = await subjectOf(text, { criteria: ['金额', '次数'] })
  expect(found(both, 'incomplete').map(({ rows }) => [...rows])).toEqual([[0, 1]])
  expect(found(both, 'incomplete')[0]?.detail).toMatchObject({ share: 0.5 })
})
