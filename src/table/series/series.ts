import { dayAfter, readDay } from './days.ts'
import { linear } from './linear.ts'
import { ringOf } from './lists.ts'

/**
 * auto = as Excel by itself: a number that stands alone is copied, all else that can go on goes on. other = the opposite,
 * as with Ctrl. series = numbers that stand alone go on by 1.
 */
export type FillHow = 'auto' | 'other' | 'copy' | 'series'

export interface Series {
  readonly isSeries: boolean
  /** The text `place` cells after the first of the source, which are its own at 0 … n − 1; before it: below 0. */
  at(place: number): string
}

type Reading =
  | { readonly kind: 'number'; readonly key: string; readonly value: number }
  | { readonly kind: 'day' | 'word'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'counted' // a text with a number in it
      readonly key: string
      readonly before: string
      readonly after: string
      readonly digits: string
      readonly isOrdinal?: true // 1st
    }
  | { readonly kind: 'plain'; readonly key: string }

/**
 * How a run of texts goes on: numbers by their step or line, days by days, months or years, lists in their ring, texts by
 * the number in them with its zeros; what is neither repeats. Each kind of a mixed run counts by itself: 1, a → 2, a.
 * Rules: Microsoft Support, “Fill a series of data with AutoFill” and “Fill data automatically in worksheet cells”.
 */
export function seriesOf(texts: readonly string[], how: FillHow): Series {
  const count = texts.length
  const copied = (place: number) => texts[mod(place, count)] ?? ''
  const copy: Series = { isSeries: false, at: copied }
  if (how === 'copy' || count === 0) return copy
  const auto = groupsOf(texts, false)
  const isSeries = auto.some((group) => group !== null)
  if (how === 'other' && isSeries) return copy
  const groups = how === 'auto' ? auto : groupsOf(texts, true)
  if (groups.every((group) => group === null)) return copy
  return {
    isSeries: true,
    at(place) {
      const at = mod(place, count)
      const group = groups[at]
      return group ? group.write(Math.floor(place / count) * group.size + group.nth) : copied(place)
    },
  }
}

interface Group {
  readonly size: number // texts of its kind in the source
  readonly nth: number
  readonly write: (k: number) => string
}

/** Per text the series that it belongs to; null = it repeats. */
function groupsOf(texts: readonly string[], aloneToo: boolean): (Group | null)[] {
  const readings = texts.map(readOne)
  const members = new Map<string, number[]>()
  readings.forEach(({ key }, at) => members.set(key, [...(members.get(key) ?? []), at]))
  const groups: (Group | null)[] = texts.map(() => null)
  for (const places of members.values()) {
    const own = places.flatMap((at) => readings[at] ?? [])
    const write = writer(own, texts.length === 1 && !aloneToo)
    if (write) places.forEach((at, nth) => (groups[at] = { size: places.length, nth, write }))
  }
  return groups
}

function readOne(text: string): Reading {
  if (/^-?(?:\d{1,3}(?:,\d{3})+|(?:0|[1-9]\d{0,14}))(?:\.\d{1,14})?%?$/.test(text)) {
    const isShare = text.endsWith('%')
    const value = Number(text.replace(/[,%]/g, ''))
    return { kind: 'number', key: isShare ? 'share' : 'number', value }
  }
  const day = readDay(text)
  if (day) return { kind: 'day', key: `day ${day.form}`, text }
  const ring = ringOf([text])
  if (ring) return { kind: 'word', key: `word ${ring.words.join()} ${ring.write('Aa')}`, text }
  const month = /^\d{4}(年|[-/.])(?:0?[1-9]|1[0-2])(月?)$/.exec(text)
  if (month) return { kind: 'day', key: `month ${month[1] ?? ''}`, text }
  const match =
    /^(.*?)(\d{1,15})()$/s.exec(text) ??
    /^()(\d{1,15})(\D.*)$/s.exec(text) ??
    /^(.*\D)(\d{1,15})(\D.*)$/s.exec(text)
  const [, before = '', digits = '', after = ''] = match ?? []
  const ordinal = before === '' ? /^(?:st|nd|rd|th)(?![a-z])(.*)$/is.exec(after) : null
  if (ordinal) {
    const [, rest = ''] = ordinal
    return { kind: 'counted', key: `ordinal ${rest}`, before, after: rest, digits, isOrdinal: true }
  }
  const isCode = /\d$/.test(before) // more digits than a number holds: an ID, not a count
  return match && !isCode
    ? { kind: 'counted', key: `counted ${JSON.stringify([before, after])}`, before, after, digits }
    : { kind: 'plain', key: `plain ${text}` }
}

/** null = the texts repeat. */
function writer(own: readonly Reading[], isAlone: boolean): ((k: number) => string) | null {
  const [first] = own
  switch (first?.kind) {
    case 'number': {
      if (isAlone) return null
      const values = own.flatMap((one) => (one.kind === 'number' ? one.value : []))
      const at = values.length === 1 ? (k: number) => exactly(values[0] ?? 0, k) : linear(values)
      const sign = first.key === 'share' ? '%' : ''
      return (k) => `${plain(at(k))}${sign}`
    }
    case 'day':
      return first.key.startsWith('month') ? months(textsIn(own)) : days(textsIn(own))
    case 'word':
      return words(textsIn(own))
    case 'counted':
      return counted(own)
    case 'plain':
    case undefined:
      return null
  }
}

const textsIn = (own: readonly Reading[]) => own.flatMap((one) => ('text' in one ? one.text : []))
const exactly = (value: number, k: number) =>
  linear([value, Number((value + 1).toPrecision(15))])(k)

function days(texts: readonly string[]): (k: number) => string {
  const read = texts.flatMap((text) => readDay(text) ?? [])
  const numbers = read.map(({ day }) => day)
  return (k) => read[0]?.write(dayAfter(numbers, k)) ?? ''
}

/** 2024年3月, 2024-03. */
function months(texts: readonly string[]): (k: number) => string {
  const read = texts.map((text) => /^(\d{4})(\D)(\d{1,2})(\D?)$/.exec(text) ?? [])
  const numbers = read.map(([, year, , month]) => Number(year) * 12 + Number(month) - 1)
  const [, , sign = '', shown = '', end = ''] = read[0] ?? []
  const next = numbers.length === 1 ? exactly.bind(null, numbers[0] ?? 0) : linear(numbers)
  return (k) => {
    const at = Math.round(next(k))
    const month = String((at % 12) + 1).padStart(shown.startsWith('0') || sign === '-' ? 2 : 1, '0')
    return `${String(Math.floor(at / 12))}${sign}${month}${end}`
  }
}

function words(texts: readonly string[]): ((k: number) => string) | null {
  const ring = ringOf(texts)
  if (!ring) return null
  const { words: list, write } = ring
  const at = texts.map((text) => list.findIndex((word) => write(word) === text))
  const [first = 0, second = first + 1] = at
  const step = second - first
  if (!at.every((place, k) => place === mod(first + k * step, list.length))) return null
  return (k) => write(list[mod(first + k * step, list.length)] ?? '')
}

/** 客户001 → 客户002. Below zero Excel counts up again: what is named by numbers has none below zero. */
function counted(own: readonly Reading[]): (k: number) => string {
  const texts = own.flatMap((one) => (one.kind === 'counted' ? one : []))
  const numbers = texts.map(({ digits }) => Number(digits))
  const next = numbers.length === 1 ? exactly.bind(null, numbers[0] ?? 0) : linear(numbers)
  const { before = '', after = '', digits = '' } = texts[0] ?? {}
  const wide = digits.startsWith('0') ? digits.length : 1
  const isOrdinal = texts[0]?.isOrdinal ?? false
  return (k) => {
    const number = Math.abs(Math.round(next(k)))
    const end = isOrdinal ? ordinalEnd(number) : ''
    return `${before}${String(number).padStart(wide, '0')}${end}${after}`
  }
}

function ordinalEnd(number: number): string {
  const last = Math.floor(number / 10) % 10 === 1 ? 0 : number % 10
  return ['th', 'st', 'nd', 'rd'][last] ?? 'th'
}

const plain = (value: number) =>
  Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6)
    ? value.toFixed(15).replace(/\.?0+$/, '')
    : String(value)
const mod = (value: number, by: number) => ((value % by) + by) % by
