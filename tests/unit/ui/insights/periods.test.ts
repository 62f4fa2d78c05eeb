import { expect, test } from 'vitest'
import { words } from '../../words.ts'
import { monthTick, monthTitle, openMonth } from '../../../../src/ui/insights/periods.ts'

test('months are named in the language of the page', () => {
  expect(monthTitle(words.zh, '2024-03')).toBe('2024 年 3 月')
  expect(monthTitle(words.en, '2024-03')).toBe('2024-03')
  expect(monthTick('2024-03')).toBe('24-03')
})

test.each([
  [['2024-01', '2024-02'], '2024-02-28', '2024-02'], // a leap year: the 29th is still to come
  [['2024-01', '2024-02'], '2024-02-29', null],
  [['2023-12'], '2023-12-31', null],
  [['2024-01'], '2024-02-15', null], // the last month with anything is over
  [[], '2024-02-15', null],
])('of %j at %s the open month is %s', (months, asOf, open) => {
  expect(openMonth(months, asOf)).toBe(open)
})
