/** A span of time as people name it in rates and frequencies. */
export type Period =
  'day' | 'week' | 'tenDays' | 'halfMonth' | 'month' | 'quarter' | 'halfYear' | 'year'

/** How many of it make a year; by the usual round numbers, not by the calendar. */
export const perYear: Readonly<Record<Period, number>> = {
  day: 365,
  week: 52,
  tenDays: 36,
  halfMonth: 24,
  month: 12,
  quarter: 4,
  halfYear: 2,
  year: 1,
}

const words: readonly (readonly [Period, readonly string[]])[] = [
  ['halfMonth', ['半个月', '半月', 'half month', 'half-month']],
  ['halfYear', ['半年度', '半年', 'half year', 'half-year']],
  ['tenDays', ['旬']],
  ['day', ['天', '日', 'day', 'd']],
  ['week', ['星期', '礼拜', '周', 'week', 'wk', 'w']],
  ['month', ['月份', '月度', '月', 'month', 'mo', 'mth', 'm']],
  ['quarter', ['季度', '季', 'quarter', 'qtr', 'q']],
  ['year', ['年度', '年', 'year', 'yr', 'annum', 'y']],
]

const byWord = new Map(words.flatMap(([period, names]) => names.map((name) => [name, period])))

const longestFirst = (names: readonly string[]) =>
  [...names].sort((a, b) => b.length - a.length).join('|')
const all = words.flatMap(([, names]) => names)

/** Alternatives for use inside a pattern. */
export const hanPeriods = longestFirst(all.filter((name) => /\p{Script=Han}/u.test(name)))
export const latinPeriods = longestFirst(all.filter((name) => /[a-z]{2}/.test(name)))
export const shortPeriods = longestFirst(all.filter((name) => /^[a-z]$/.test(name)))

export function periodOf(word: string): Period | null {
  return byWord.get(word) ?? byWord.get(word.replace(/s$/, '')) ?? null
}
