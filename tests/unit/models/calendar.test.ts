import { expect, test } from 'vitest'
import { periodOf, periodStart, periodStarts } from '../../../src/models/records/calendar.ts'
import { day } from './history.ts'

const days = (...texts: readonly string[]) => Float64Array.from(texts, day)

test.each([
  ['2024-02-29', 'month', 0, '2024-02-01'],
  ['2024-01-31', 'month', -1, '2023-12-01'],
  ['2024-12-31', 'month', 1, '2025-01-01'],
  ['2024-05-31', 'quarter', 0, '2024-04-01'],
  ['2024-01-01', 'quarter', -1, '2023-10-01'],
  ['1969-12-31', 'quarter', 0, '1969-10-01'],
] as const)('the %s of %s, %i later, begins on %s', (text, period, shift, start) =>
  expect(periodStart(day(text), period, shift)).toBe(day(start)),
)

test('periods from one day to another, and the day after them; of many the latest', () => {
  const starts = days('2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01')
  expect(periodStarts(day('2023-12-31'), day('2024-02-01'), 'month', 13)).toEqual(starts)
  expect(periodStarts(day('2000-01-01'), day('2024-02-01'), 'month', 3)).toEqual(starts)
  expect(periodStarts(day('2024-02-10'), day('2024-02-01'), 'month', 3)).toEqual(starts.subarray(2))
})

test('a day lies in one period, or in none', () => {
  const starts = days('2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01')
  const found = ['2023-11-30', '2023-12-01', '2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01']
  expect(found.map((text) => periodOf(starts, day(text)))).toEqual([-1, 0, 0, 1, 2, -1])
  expect(periodOf(starts, NaN)).toBe(-1)
  expect(periodOf(new Float64Array(0), 0)).toBe(-1)
})
