import type { Cell, Mark } from '../column.ts'
import { dayOfIso } from '../parse/calendar.ts'
import { takeCurrency } from '../parse/currency.ts'
import { isVagueFrequency } from '../parse/frequency.ts'
import { isCellError } from '../parse/missing.ts'
import { plain } from '../parse/normalise.ts'
import { rawText } from '../parse/rawText.ts'
import type { ReadContext, Reading } from '../parse/reading.ts'
import { saysTooLarge } from '../parse/tooLarge.ts'
import type { RawCell } from '../raw.ts'

const fewExamples = 5
const distinctCap = 1000
const rowCap = 1000

/** A kind of cell: how many, a few different texts, the first rows. */
export interface Group {
  count: number
  readonly examples: string[]
  readonly rows: number[]
}

/** What reading every cell of a column came to. */
export interface Tally {
  readonly filled: number
  readonly missing: number
  readonly failed: number
  readonly distinct: number // capped at 1,000
  readonly examples: readonly string[]
  readonly failures: readonly string[]
  readonly groups: ReadonlyMap<TallyGroup, Group>
  readonly currencies: readonly string[] // ISO codes written in the cells, when not the column's alone
}
export type TallyGroup =
  Exclude<Mark, 'plain' | 'error'> | 'unreadable' | 'tooLarge' | 'vague' | 'cellError' | 'future'

/** Takes the cells of a column as they are read. */
export class Tallying {
  readonly #reading: Reading
  readonly #unit: string | null
  readonly #asOf: number
  readonly #decimal: '.' | ','
  readonly #groups = new Map<TallyGroup, Group>()
  readonly #texts = new Set<string | number>()
  readonly #examples: string[] = []
  readonly #currencies = new Set<string>()
  #filled = 0
  #failed = 0

  constructor(reading: Reading, { asOf, unit, decimal }: ReadContext) {
    this.#reading = reading
    this.#unit = unit
    this.#asOf = dayOfIso(asOf)
    this.#decimal = decimal
  }

  /** Counts `count` equal cells. Gives back the groups they belong to: their rows go to `note`. */
  add(cell: RawCell, { value, mark, original }: Cell, count = 1): readonly Group[] {
    if (value === null && mark !== 'error') return none
    this.#filled += count
    if (this.#texts.size < distinctCap)
      this.#texts.add(typeof cell === 'string' || typeof cell === 'number' ? cell : rawText(cell))
    if (this.#examples.length < fewExamples && mark !== 'error') {
      const text = rawText(cell)
      if (!this.#examples.includes(text)) this.#examples.push(text)
    }
    const future = this.#reading.type === 'date' && typeof value === 'number' && value > this.#asOf
    if (mark === 'plain' && !future) return none
    const groups: Group[] = []
    if (mark === 'error') {
      this.#failed += count
      const text = original ?? rawText(cell)
      groups.push(this.#group(this.#failure(text, cell), count, text))
    } else if (mark !== 'plain') groups.push(this.#group(mark, count, rawText(cell)))
    if (future) groups.push(this.#group('future', count, rawText(cell)))
    if (mark === 'assumed' && this.#reading.id === 'money' && original !== null) {
      const code = currencyIn(original)
      if (code !== null && code !== this.#unit) this.#currencies.add(code)
    }
    return groups
  }

  finish(length: number): Tally {
    const unit = this.#unit
    const currencies = [...this.#currencies]
    return {
      filled: this.#filled,
      missing: length - this.#filled,
      failed: this.#failed,
      distinct: this.#texts.size,
      examples: this.#examples,
      failures: failures
        .flatMap((name) => this.#groups.get(name)?.examples ?? [])
        .slice(0, fewExamples),
      groups: this.#groups,
      currencies: currencies.length > 0 && unit !== null ? [unit, ...currencies] : currencies,
    }
  }

  #failure(text: string, cell: RawCell): TallyGroup {
    if (isCellError(text) || (typeof cell === 'object' && cell?.kind === 'error'))
      return 'cellError'
    const { id, type } = this.#reading
    if (id === 'frequency' && isVagueFrequency(plain(text))) return 'vague'
    return type === 'number' && saysTooLarge(text, this.#decimal) ? 'tooLarge' : 'unreadable'
  }

  #group(name: TallyGroup, count: number, text: string): Group {
    let group = this.#groups.get(name)
    if (!group) this.#groups.set(name, (group = { count: 0, examples: [], rows: [] }))
    group.count += count
    if (group.examples.length < fewExamples && !group.examples.includes(text))
      group.examples.push(text)
    return group
  }
}

const none: readonly Group[] = []
const failures = ['unreadable', 'tooLarge', 'vague', 'cellError'] as const

/** Rows rise from call to call. */
export function note(groups: readonly Group[], row: number): void {
  for (let at = 0; at < groups.length; at++) {
    const { rows } = groups[at] as Group
    if (rows.length < rowCap) rows.push(row)
  }
}

function currencyIn(text: string): string | null {
  const form = plain(text).replace(/^[^\d]*?(?=[a-z¥$€£₩₹₽฿₫])/i, '')
  return (
    takeCurrency(form, 'before')?.code ??
    takeCurrency(form.replace(/^.*[\d万亿千百kmw]\s*/i, ''), 'after')?.code ??
    null
  )
}
