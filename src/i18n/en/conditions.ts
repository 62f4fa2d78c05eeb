import type { Words } from '../zh.ts'

export const conditions: Words['conditions'] = {
  more: (name, from) => `${name} > ${from}`,
  less: (name, to) => `${name} < ${to}`,
  inside: (name, from, to) => `${name}: above ${from} and below ${to}`,
  outside: (name, from, to) => `${name}: not ${from} to ${to}`,
  is: (name, value) => `${name} = ${value}`,
  isNot: (name, value) => `${name} ≠ ${value}`,
  starts: (name, text) => `${name}: begins with “${text}”`,
  ends: (name, text) => `${name}: ends with “${text}”`,
  equals: (name, text) => `${name}: is “${text}”`,
  lacks: (name, text) => `${name}: without “${text}”`,
  startsNot: (name, text) => `${name}: does not begin with “${text}”`,
  endsNot: (name, text) => `${name}: does not end with “${text}”`,
  equalsNot: (name, text) => `${name}: is not “${text}”`,
  aboveMean: (name) => `${name}: above average`,
  belowMean: (name) => `${name}: below average`,
  largestShare: (name, percent) => `${name}: largest ${percent}%`,
  smallestShare: (name, percent) => `${name}: smallest ${percent}%`,
  period: (name, unit, back) => `${name}: ${periods[unit](back)}`,
  periodName: (unit, back) => periods[unit](back),
  year: (name, year) => `${name}: ${year}`,
  recent: (name, days) => `${name}: within ${days} days before the as-of date`,
  longAgo: (name, days) => `${name}: more than ${days} days before the as-of date`,
}

/** `names`: the one before, the present one, the next. */
const named =
  (names: readonly [string, string, string], unit: string) =>
  (back: number): string =>
    names[1 - back] ?? `${Math.abs(back)} ${unit} ${back > 0 ? 'before' : 'after'}`
const periods = {
  day: named(['the day before the as-of date', 'the as-of date', 'the day after it'], 'days'),
  week: named(['last week', 'this week', 'next week'], 'weeks'),
  month: named(['last month', 'this month', 'next month'], 'months'),
  quarter: named(['last quarter', 'this quarter', 'next quarter'], 'quarters'),
  year: named(['last year', 'this year', 'next year'], 'years'),
}
