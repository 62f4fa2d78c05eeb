/** The day, month or quarter that a file's or sheet's name speaks of. Months and days from 1; 0 = not said. */
export interface Period {
  readonly year: number
  readonly month: number
  readonly day: number
}

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const numerals = '一二三四五六七八九十'

const year = '(?<!\\d)((?:19|20)\\d\\d)'
const month = '(1[0-2]|0?[1-9])'
const day = '(3[01]|[12]\\d|0?[1-9])'
const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => Period])[] = [
  [
    new RegExp(`${year}[-_./年 ]?(1[0-2]|0[1-9])[-_./月 ]?(3[01]|[12]\\d|0[1-9])(?!\\d)`),
    (found) => period(found[1], found[2], found[3]),
  ],
  [
    new RegExp(`${year} ?[-_./年] ?${month} ?[-_./月] ?${day}(?!\\d)`),
    (found) => period(found[1], found[2], found[3]),
  ],
  [
    new RegExp(`${year}(?: ?[-_./年] ?${month}|(1[0-2]|0[1-9]))(?!\\d)`),
    (found) => period(found[1], found[2] ?? found[3]),
  ],
]

/**
 * 2026-03-31, 20260331, 2026年3月, 202603, 2026 Q1, 三月, 3月份, March 2026; null = it speaks of no time. A day, month or
 * quarter may stand without a year.
 */
export function periodOf(name: string): Period | null {
  const text = name.normalize('NFKC').toLowerCase()
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(text)
    if (found) return read(found)
  }
  const found = new RegExp(`${year}(?!\\d)`).exec(text)
  const spoken = monthIn(text)
  if (!found && spoken === 0) return null
  return period(found?.[1], spoken)
}

function monthIn(text: string): number {
  const digits = /(?<!\d)(1[0-2]|0?[1-9])月/.exec(text)
  if (digits) return Number(digits[1])
  const han = /(十[一二]?|[一二三四五六七八九])月/.exec(text)?.[1]
  if (han)
    return han.length === 2 ? 10 + numerals.indexOf(han[1] ?? '') + 1 : numerals.indexOf(han) + 1
  const quarter = /(?:(?<![a-z])q([1-4])(?!\d)|第?([1-4一二三四])季)/.exec(text)
  const which = quarter?.[1] ?? quarter?.[2]
  if (which) return (numerals.indexOf(which) + 1 || Number(which)) * 3 - 2
  const word = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]*)/.exec(text)
  return word && isMonth(word[0]) ? english.indexOf(word[1] ?? '') + 1 : 0
}

const isMonth = (word: string) =>
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/.test(
    word,
  )

function period(...parts: readonly (string | number | undefined)[]): Period {
  const [y, m, d] = parts.map((part) => Number(part ?? 0))
  return { year: y ?? 0, month: m ?? 0, day: d ?? 0 }
}

/**
 * Places of the names, oldest first, if all of them speak of a time and all or none of a year; else as they stand.
 * Months without a year begin after the longest gap: 11月, 12月, 1月 are one winter.
 */
export function inTime(names: readonly string[]): number[] {
  const places = names.map((_, place) => place)
  const periods = names.map(periodOf)
  const said = periods.filter((one) => one !== null)
  const years = said.filter((one) => one.year > 0).length
  if (said.length < names.length || (years > 0 && years < names.length)) return places
  const first = years > 0 ? 1 : firstMonth(said.map((one) => one.month))
  const rank = (place: number) => {
    const { year: y, month: m, day: d } = periods[place] as Period
    return (y * 12 + ((m - first + 12) % 12)) * 32 + d
  }
  return places.sort((a, b) => rank(a) - rank(b) || a - b)
}

/** The month after the longest gap around the year. */
function firstMonth(months: readonly number[]): number {
  const all = [...new Set(months)].sort((a, b) => a - b)
  let best = { month: all[0] ?? 1, gap: 0 }
  all.forEach((month, i) => {
    const gap = (month - (all[(i + all.length - 1) % all.length] ?? month) + 12) % 12 || 12
    if (gap > best.gap) best = { month, gap }
  })
  return best.month
}
