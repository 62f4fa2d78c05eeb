import type { Job } from '../core/job.ts'
import { lengthOf } from './cell.ts'
import { type Column, type RowId, markCode } from './column.ts'
import { eachText } from './eachText.ts'
import type { ColumnPair } from './pairColumns.ts'
import { writeCell } from './parse/cell.ts'
import { matchForm } from './parse/normalise.ts'
import { phoneKey } from './parse/phone.ts'
import type { Table } from './table.ts'

export const matchedBy = ['key', 'name', 'phone'] as const
export type MatchedBy = (typeof matchedBy)[number]

/** Who of a newer list is who of an older one. A place is a position in the newer table's `order`. */
export interface RowMatch {
  readonly rows: Int32Array // per place: row of the older table; −1 = not there before
  readonly by: Uint8Array // per place: 1 + position in `matchedBy`; 0 = not there before
  readonly missing: Uint32Array // living rows of the older table that are not in the newer
  /** Places whose number or name stands several times: they were taken in the order in which they stand. */
  readonly repeated: Uint32Array
  readonly columns: readonly MatchedBy[] // what there was to match by
}

/**
 * By customer number; who has none on one side, by a name that stands once on both, else by a phone number that does, else
 * by names that stand several times, in their order. Two different numbers are two customers, whatever their names.
 */
export async function matchRows(
  before: Table,
  after: Table,
  pairs: readonly ColumnPair[],
  job: Job,
): Promise<RowMatch> {
  const match = new Matching(before, after)
  const key = pairOf(pairs, 'key')
  const name = pairOf(pairs, 'name')
  const phone = pairOf(pairs, 'phone')
  if (key) {
    const numbers = formsOf(key, matchForm)
    match.level('key', numbers, 'repeated')
    match.numbers = numbers
  }
  await job.checkpoint()
  const names = name && match.isOpen ? formsOf(name, nameForm) : null
  if (names) match.level('name', names, 'unique')
  await job.checkpoint()
  if (phone && match.isOpen)
    match.level(
      'phone',
      formsOf(phone, (text) => phoneKey(text) ?? ''),
      'unique',
    )
  await job.checkpoint()
  if (names) match.level('name', names, 'repeated')
  const columns = { key, name, phone }
  return { ...match.finish(), columns: matchedBy.filter((by) => columns[by]) }
}

/** Brackets of all kinds are one: 某公司（上海） is 某公司(上海) and 某公司【上海】. */
export function nameForm(text: string): string {
  return matchForm(text)
    .replace(/[[{【〔「『《<]/g, '(')
    .replace(/[\]}】〕」』》>]/g, ')')
}

/** Texts to match by, per row; '' = none. Formed when asked for: most rows are matched by the first column. */
interface Forms {
  before(row: RowId): string
  after(row: RowId): string
}

class Matching {
  numbers: Forms | null = null
  #olds: number // left of the older table
  #news: number
  readonly #before: Table
  readonly #after: Table
  readonly #rows: Int32Array
  readonly #by: Uint8Array
  readonly #taken: Uint8Array
  readonly #repeated: number[] = []

  constructor(before: Table, after: Table) {
    this.#before = before
    this.#olds = before.order.length
    this.#news = after.order.length
    this.#after = after
    this.#rows = new Int32Array(after.order.length).fill(-1)
    this.#by = new Uint8Array(after.order.length)
    this.#taken = new Uint8Array(before.rowCount)
  }

  /** There are customers left on both sides. */
  get isOpen(): boolean {
    return this.#olds > 0 && this.#news > 0
  }

  level(by: MatchedBy, forms: Forms, take: 'unique' | 'repeated'): void {
    const groups = new Map<string, { readonly olds: RowId[]; readonly places: number[] }>()
    for (const row of this.#before.order) {
      const form = this.#taken[row] ? '' : forms.before(row)
      if (form === '') continue
      const group = groups.get(form)
      if (group) group.olds.push(row)
      else groups.set(form, { olds: [row], places: [] })
    }
    this.#after.order.forEach((row, place) => {
      if (this.#rows[place] === -1) groups.get(forms.after(row))?.places.push(place)
    })
    for (const { olds, places } of groups.values()) {
      const once = olds.length === 1 && places.length === 1
      if (take === 'unique' && !once) continue
      let taken = 0
      for (let i = 0; i < Math.min(olds.length, places.length); i++)
        taken += this.#take(by, olds[i] as RowId, places[i] as number)
      if (!once && taken > 0) this.#repeated.push(...places)
    }
  }

  /** How many were taken: 0 where both bear a number, since the numbers differ then. */
  #take(by: MatchedBy, row: RowId, place: number): 0 | 1 {
    const other = this.#after.order[place] ?? 0
    if (this.numbers?.before(row) && this.numbers.after(other)) return 0
    this.#rows[place] = row
    this.#by[place] = 1 + matchedBy.indexOf(by)
    this.#taken[row] = 1
    this.#olds--
    this.#news--
    return 1
  }

  finish(): Omit<RowMatch, 'columns'> {
    return {
      rows: this.#rows,
      by: this.#by,
      missing: this.#before.order.filter((row) => !this.#taken[row]),
      repeated: Uint32Array.from(new Set(this.#repeated)).sort(),
    }
  }
}

const pairOf = (pairs: readonly ColumnPair[], role: MatchedBy) =>
  pairs.find(({ before }) => before.role === role)

function formsOf({ before, after }: ColumnPair, form: (text: string) => string): Forms {
  const olds = textsOf(before)
  const news = textsOf(after)
  return { before: (row) => form(olds[row] ?? ''), after: (row) => form(news[row] ?? '') }
}

/** '' where digits were taken out or lost: 138****1234 and 1.38E+10 name nobody. */
function textsOf(column: Column): readonly string[] {
  const texts = new Array<string>(lengthOf(column)).fill('')
  if (column.type === 'text') eachText(column, (text, row) => (texts[row] = text))
  const { marks, originals } = column
  for (let row = 0; row < texts.length; row++) {
    const mark = marks?.[row] ?? 0
    if (mark === markCode.masked || mark === markCode.digitsLost) texts[row] = ''
    else if (column.type !== 'text' || originals?.codes[row]) texts[row] = writeCell(column, row)
  }
  return texts
}
