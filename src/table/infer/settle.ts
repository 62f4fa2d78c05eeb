import type { Steps } from '../../core/steps.ts'
import type { ReadingId } from '../column.ts'
import type { Cells } from '../raw.ts'
import { readDate } from '../parse/dateForms.ts'
import { plain } from '../parse/normalise.ts'
import type { Period } from '../parse/period.ts'
import { quantity } from '../parse/quantity.ts'
import type { ReadContext } from '../parse/reading.ts'
import type { HeaderMeaning } from '../roles.ts'
import { scaleOf } from './choose.ts'
import type { Evidence, Seen } from './evidence.ts'
import type { Sample } from './sample.ts'

const block = 8192 // cells between yields

/** The rules of one column, from the majority of its cells. */
export function* settle(
  reading: ReadingId,
  sample: Sample,
  found: Evidence,
  header: HeaderMeaning,
  context: ReadContext,
  cells: Cells,
): Steps<ReadContext> {
  const base = { ...context, unit: null }
  switch (reading) {
    case 'number':
      return { ...base, counter: majority(found, ({ counter }) => counter), per: rateOf(found) }
    case 'money':
      return {
        ...base,
        unit: currencyOf(found) ?? header.unit ?? (yield* currencyAmong(cells, context)),
        per: rateOf(found),
      }
    case 'percent': {
      const percentColumn = context.percentColumn ?? bareOf(found)
      return percentColumn ? { ...base, percentColumn } : base
    }
    case 'frequency':
      return { ...base, unit: '1/year' }
    case 'rating':
      return { ...base, unit: scaleOf(found, header) }
    case 'date':
      return base
    default:
      return sample.filled === 0 && header.reading === reading
        ? { ...base, unit: header.unit }
        : base
  }
}

/** The word that most of the cells which have one agree on. */
function majority<T extends string>(found: Evidence, pick: (seen: Seen) => T | null): T | null {
  const counts = new Map<T, number>()
  for (const seen of found.quantities) {
    const word = pick(seen)
    if (word !== null) counts.set(word, (counts.get(word) ?? 0) + seen.count)
  }
  let best: T | null = null
  for (const [word, count] of counts)
    if (best === null || count > (counts.get(best) ?? 0)) best = word
  return best
}

function currencyOf(found: Evidence): string | null {
  return majority(found, ({ currency }) => currency)
}

/** The first currency among all cells: a few ¥ signs in a long column of bare amounts still say what they are. */
function* currencyAmong(cells: Cells, context: ReadContext): Steps<string | null> {
  for (let row = 0; row < cells.length; row++) {
    if (row % block === block - 1) yield
    const cell = cells.at(row)
    if (typeof cell !== 'string' || isBare(cell)) continue
    const currency = quantity(plain(cell), context.decimal)?.currency ?? null
    if (currency !== null) return currency
  }
  return null
}

/** Digits and their signs alone. */
function isBare(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter < 0x2c || letter > 0x39 || letter === 0x2f) return false // , - . 0–9
  }
  return true
}

/** 元/月 only when most cells say so; else plain amounts are the rule, and the rates among them are marked. */
function rateOf(found: Evidence): Period | null {
  const per = majority<Period>(found, (seen) => seen.per)
  const rated = found.quantities.filter((seen) => seen.per === per)
  const count = rated.reduce((sum, seen) => sum + seen.count, 0)
  return per !== null && count * 2 > found.numbers ? per : null
}

/** 0.12 or 12 beside 12%: unmarked only where no cell has a sign and the header told. Null = none is bare: no rule. */
function bareOf(found: Evidence) {
  const bare = found.quantities.filter(({ percent }) => !percent)
  if (bare.length === 0) return null
  const fractions = bare.filter(({ value }) => Math.abs(value) <= 1).length
  return {
    bare: fractions * 2 >= bare.length ? ('fraction' as const) : ('whole' as const),
    sure: found.percents === 0,
  }
}

/** Whether the decimals follow a comma or a point: what only one of them allows, counted. */
export function decimalOf(sample: Sample): '.' | ',' {
  let comma = 0
  let point = 0
  for (const { text, count } of sample.cells) {
    if (!/\d[.,]\d/.test(text) || text.length > 40) continue
    if (/\d\.\d{3},\d|^\D{0,5}\d+,\d{1,2}(?:\D{0,4}$)|\d \d{3},\d|\d\.\d{3}\.\d{3}/.test(text))
      comma += count
    else if (
      /\d,\d{3}\.\d|^\D{0,5}\d+\.(?:\d{1,2}|\d{4,})(?:\D{0,4}$)|\d,\d{3},\d{3}|^\D{0,5}\d{1,3},\d{3}\D{0,4}$/.test(
        text,
      )
    )
      point += count
  }
  return comma > point && sample.cells.some(({ text }) => quantity(text, ',')) ? ',' : '.'
}

export interface DateOrder {
  readonly order: 'ymd' | 'dmy' | 'mdy'
  readonly sure: boolean
}

/** Any part over 12 decides for the column; the sample first, all cells only when that left it open. */
export function* dateOrderOf(sample: Sample, cells: Cells, context: ReadContext): Steps<DateOrder> {
  const short = shortOrder(sample)
  if (short?.order === 'ymd') return short
  const votes = { dmy: 0, mdy: 0, either: 0 }
  const inside = short ? { ...context, dateOrder: short.order } : context
  const look = (text: string, count: number) => {
    const order = readDate(text, inside)?.order
    if (order) votes[order] += count
  }
  for (const { text, count } of sample.cells) look(text, count)
  if (votes.dmy + votes.mdy + votes.either === 0) return { order: 'ymd', sure: true }
  if (votes.dmy + votes.mdy === 0) {
    const known = new Set<string>()
    for (let row = 0; row < cells.length && votes.dmy + votes.mdy === 0; row++) {
      if (row % block === block - 1) yield
      const cell = cells.at(row)
      if (typeof cell !== 'string' || known.has(cell)) continue
      known.add(cell)
      look(plain(cell), 1)
    }
  }
  if (votes.dmy + votes.mdy === 0) {
    const points = sample.cells.every(({ text }) => !/^\d{1,2}[-/]\d{1,2}[-/]\d/.test(text))
    return { order: points ? 'dmy' : 'mdy', sure: false } // with points Europe writes the day first
  }
  return { order: votes.dmy > votes.mdy ? 'dmy' : 'mdy', sure: true }
}

/**
 * Where years have two digits, which of the three is the year: what makes all of them days, then what names the fewest
 * different years. 13/5/24 and 14/5/24 are days of one year. Null: no such texts.
 */
function shortOrder({ cells }: Sample): DateOrder | null {
  const all = cells.flatMap(({ text }) => {
    const found = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})(?=\s|$)/.exec(text)
    return found ? [[found[1] ?? '', found[3] ?? '', found[4] ?? ''] as const] : []
  })
  if (all.length === 0) return null
  const years = (place: 0 | 2) => new Set(all.map((parts) => parts[place])).size
  const dayIn = (part: string) => Number(part) >= 1 && Number(part) <= 31
  const first = all.every(([a, b, c]) => a.length === 2 && Number(b) <= 12 && dayIn(c))
  const last = all.every(
    ([a, b, c]) => c.length === 2 && dayIn(a) && dayIn(b) && Math.min(Number(a), Number(b)) <= 12,
  )
  if (first && last && years(0) === years(2)) return { order: 'ymd', sure: false }
  if (first && (!last || years(0) < years(2))) return { order: 'ymd', sure: true }
  return last ? { order: 'mdy', sure: false } : null
}
