import { describe, expect, test } from 'vitest'
import { inTime, periodOf } from '../../../src/import/several/partOrder.ts'

// Source: how people name the files of a month; each expectation is read off the name by hand.
describe('the time that a name speaks of', () => {
  test.each([
    ['客户2026-01.csv', 2026, 1, 0],
    ['2026年3月', 2026, 3, 0],
    ['202603', 2026, 3, 0],
    ['导出20260331.xlsx', 2026, 3, 31],
    ['2026-03-31 客户', 2026, 3, 31],
    ['2026.3.5', 2026, 3, 5],
    ['2026年３月', 2026, 3, 0],
    ['一月', 0, 1, 0],
    ['十月', 0, 10, 0],
    ['十二月客户', 0, 12, 0],
    ['1月', 0, 1, 0],
    ['12月份', 0, 12, 0],
    ['Jan', 0, 1, 0],
    ['customers March 2026', 2026, 3, 0],
    ['2026 Q2', 2026, 4, 0],
    ['2025年第三季度', 2025, 7, 0],
    ['年报2025', 2025, 0, 0],
  ])('%s', (name, year, month, day) => {
    expect(periodOf(name)).toEqual({ year, month, day })
  })

  test.each(['客户', 'Marketing list', 'KH-20418', '华东 12', 'mayor'])(
    '%s speaks of none',
    (name) => {
      expect(periodOf(name)).toBeNull()
    },
  )
})

describe('parts stand in time', () => {
  const ordered = (...names: string[]) => inTime(names).map((place) => names[place])

  test('by year and month, however they came', () => {
    expect(ordered('2026-03', '2025-12', '2026-01')).toEqual(['2025-12', '2026-01', '2026-03'])
  })
  test('months alone go on over the turn of the year', () => {
    expect(ordered('1月', '12月', '11月')).toEqual(['11月', '12月', '1月'])
    expect(ordered('Mar', 'Jan', 'Feb')).toEqual(['Jan', 'Feb', 'Mar'])
  })
  test('as they came where one says nothing of time, or only some name a year', () => {
    expect(ordered('3月', '华东', '1月')).toEqual(['3月', '华东', '1月'])
    expect(ordered('3月', '2026年1月')).toEqual(['3月', '2026年1月'])
  })
})
