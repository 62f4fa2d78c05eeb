import { expect, test } from 'vitest'
import { monthIndex, monthName, monthsBefore } from '../../../src/models/records/months.ts'
import { isoDay } from '../../../src/table/parse/calendar.ts'
import { dayNumberOf } from './given.ts'

// dateutil.relativedelta(months=-n) gives the same days
test.each([
  ['2024-06-30', 3, '2024-03-30'],
  ['2024-05-31', 3, '2024-02-29'],
  ['2023-05-31', 3, '2023-02-28'],
  ['2024-01-15', 1, '2023-12-15'],
  ['2024-03-31', 12, '2023-03-31'],
  ['2024-12-31', 25, '2022-11-30'],
  ['1970-01-31', 2, '1969-11-30'],
])('%s less %d months is %s', (day, months, expected) => {
  expect(isoDay(monthsBefore(dayNumberOf(day), months))).toBe(expected)
})

test('names of months', () => {
  for (const day of ['1969-12-31', '2024-01-01', '2024-12-31'])
    expect(monthName(monthIndex(dayNumberOf(day)))).toBe(day.slice(0, 7))
})
