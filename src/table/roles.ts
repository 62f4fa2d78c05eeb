import type { ColumnRole, ReadingId } from './column.ts'
import { aliases } from './headerAliases.ts'
import { headerWords } from './headerWords.ts'
import { currencyNamed } from './parse/currency.ts'
import { plain } from './parse/normalise.ts'

/** What a header says about its column before a cell was read. */
export interface HeaderMeaning {
  readonly role: ColumnRole | null // null = the content decides
  readonly reading: ReadingId | null
  readonly unit: string | null // as `Column.unit`; '%' of 占比(%)
}

interface Compiled extends HeaderMeaning {
  readonly names: ReadonlySet<string>
  readonly ends: readonly string[]
  readonly starts: readonly string[]
  readonly parts: readonly string[]
}
const compiled: readonly Compiled[] = aliases.map((alias) => ({
  role: alias.role,
  reading: alias.reading,
  unit: alias.unit ?? null,
  names: new Set((alias.names ?? []).map(compact)),
  ends: alias.ends ?? [],
  starts: alias.starts ?? [],
  parts: alias.parts ?? [],
}))

const han = /\p{Script=Han}/u

function compact(text: string): string {
  return text.replace(/ /g, '')
}

const none: HeaderMeaning = { role: null, reading: null, unit: null }

export function meaningOf(header: string): HeaderMeaning {
  const spaced = headerWords(header)
  const whole = compact(spaced)
  if (whole === '') return none
  const hint = unitHint(header)
  const found =
    compiled.find(({ names }) => names.has(whole)) ??
    compiled.find(({ starts }) => starts.some((start) => beginsWith(spaced, whole, start))) ??
    compiled.find(({ ends }) => ends.some((end) => endsWith(spaced, whole, end))) ??
    compiled.find(({ parts }) => parts.some((part) => holds(spaced, whole, part)))
  if (!found) return { ...none, unit: hint, reading: hint === '%' ? 'percent' : null }
  const reading = hint === '%' && found.role === 'measure' ? 'percent' : found.reading
  const hinted = reading === 'money' || reading === 'percent' ? hint : null
  return { role: found.role, reading, unit: found.unit ?? hinted }
}

function endsWith(spaced: string, whole: string, end: string): boolean {
  return han.test(end) ? whole.endsWith(end) : ` ${spaced}`.endsWith(` ${end}`)
}

function beginsWith(spaced: string, whole: string, start: string): boolean {
  return han.test(start) ? whole.startsWith(start) : `${spaced} `.startsWith(`${start} `)
}

function holds(spaced: string, whole: string, part: string): boolean {
  return han.test(part) ? whole.includes(part) : ` ${spaced} `.includes(` ${part} `)
}

/** CNY of 金额（元）, USD of Revenue ($), % of 占比(%). 万元 is no unit of ours: such columns stay as they are. */
function unitHint(header: string): string | null {
  const inside = /[([【]([^)\]】]*)[)\]】]/
    .exec(plain(header))?.[1]
    ?.replace(/^单位:?/, '')
    .trim()
  if (inside === undefined) return plain(header).includes('%') ? '%' : null
  return inside === '%' ? '%' : currencyNamed(inside)
}
