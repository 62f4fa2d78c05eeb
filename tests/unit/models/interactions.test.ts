import { describe, expect, test } from 'vitest'
import { type Given, ran, records } from './given.ts'

const asOf = '2024-06-30'

describe('interactions', () => {
  const run = (given: Omit<Given, 'asOf'>, settings: object = {}) =>
    ran('interactions', { asOf, ...given }, settings)
  const some = {
    records: {
      interactions: records(
        'interactions',
        'record when channel status',
        '0 1 2024-06-30 电话 已完成',
        '0 1 2024-06-30 电话 已完成', // the same record
        '0 2 2024-04-02 上门 已完成', // 89 days before: of the last 90 days
        '0 3 2024-04-01 电话 已完成', // 90 days before
        '0 4 2024-06-01 电话 已取消',
        '1 5 2024-07-01 电话 已完成', // after the as-of date
        '1 6 - 微信 已完成',
        '-1 7 2024-06-01 微信 已完成', // nobody's
      ),
    },
  }
  test('count, those of the last 90 days, and the last day', async () => {
    const { of, codes, facts } = await run(some)
    expect(of('interactions.count')).toEqual([3, 1, 0])
    expect(of('interactions.recent')).toEqual([2, 0, 0])
    expect(of('interactions.last')).toEqual(['2024-06-30', '', ''])
    expect(codes).toEqual([
      ['records.afterAsOf', 1],
      ['records.undated', 1],
    ])
    expect(facts).toEqual({
      count: 4,
      days: 90,
      recent: 2,
      recentCustomers: 1,
      reached: 2,
      never: 1,
      months: [
        { month: '2024-04', counts: [2] },
        { month: '2024-05', counts: [0] },
        { month: '2024-06', counts: [1] },
      ],
      channels: {
        top: [
          { text: '电话', count: 2 },
          { text: '上门', count: 1 },
          { text: '微信', count: 1 },
        ],
        others: { kinds: 0, count: 0 },
        unknown: 0,
      },
    })
  })
  test('heat: each contact counts half after each half-life, undated ones not at all', async () => {
    // by hand, 0, 89 and 90 days before: 1 + 2^(−89/30) + 2^(−3) = 1.252922
    expect((await run(some)).of('interactions.heat')).toEqual([1.252922, 0, 0])
    expect((await run(some, { halfLife: 90 })).of('interactions.heat')[0]).toBeCloseTo(
      1 + 2 ** (-89 / 90) + 0.5,
      6,
    )
  })
  test('other lengths of what is recent', async () => {
    expect((await run(some, { days: 91 })).of('interactions.recent')).toEqual([3, 0, 0])
    expect((await run(some, { days: 1 })).of('interactions.recent')).toEqual([1, 0, 0])
  })
})

describe('service', () => {
  const run = (
    ...given: Parameters<typeof records> extends [unknown, ...infer Rest] ? Rest : never
  ) => ran('service', { asOf, records: { service: records('service', ...given) } })

  test('open by status, else without a closing day; days from opening to closing', async () => {
    const { of, facts, codes } = await run(
      'record when closed status group',
      '0 1 2024-01-01 2024-01-05 已解决 投诉', // 4 days
      '0 2 2024-02-01 2024-02-11 - 咨询', // 10 days
      '0 3 2024-03-01 - 未解决 投诉', // open
      '0 4 2024-03-02 - 已关闭 咨询', // closed, its day is not known
      '1 5 2024-03-03 - - 咨询', // open: no closing day
      '1 6 2024-06-01 2024-07-02 已关闭 咨询', // closed after the as-of date: open then
      '1 7 2024-05-05 2024-05-01 已关闭 咨询', // closed before it was opened
      '1 8 2024-07-01 - 处理中 投诉', // after the as-of date
      '2 9 2024-05-05 2024-05-05 重新打开 咨询', // opened again
    )
    expect(of('service.count')).toEqual([4, 3, 1])
    expect(of('service.complaints')).toEqual([2, 0, 0])
    expect(of('service.open')).toEqual([1, 2, 1])
    expect(of('service.resolve')).toEqual([7, '', '']) // (4 + 10) ÷ 2
    expect(of('service.last')).toEqual(['2024-03-02', '2024-06-01', '2024-05-05'])
    expect(codes).toEqual([
      ['records.afterAsOf', 1],
      ['service.closedBefore', 1],
    ])
    expect(facts).toMatchObject({ count: 8, complaints: 2, open: 4, typicalDays: 7 })
    expect((facts as { months: unknown[] }).months).toHaveLength(6)
    expect((facts as { months: unknown[] }).months[0]).toEqual({ month: '2024-01', counts: [1, 1] })
  })
  test.each([
    ['处理中 待处理 已完成 已解决', [1, 1, 0, 0]],
    ['Open Pending Closed Resolved', [1, 1, 0, 0]],
    ['new in_progress done Unresolved', [1, 1, 0, 1]],
    ['未关闭 待回复 已办结 转派中', [1, 1, 0, 1]],
  ])('status words: %s', async (words, open) => {
    const lines = words.split(' ').map((word, at) => `${at} ${word}`)
    const given = { service: records('service', 'status', ...lines) }
    const { of } = await ran('service', { asOf, customers: 4, records: given })
    expect(of('service.open')).toEqual(open)
  })
  test('what cannot be told is not made up', async () => {
    const { ids, facts } = await run('record when status', '0 1 2024-01-01 甲')
    expect(ids).toEqual(['service.count', 'service.last'])
    expect(facts).toMatchObject({ open: null, complaints: null, typicalDays: null })
  })
})
