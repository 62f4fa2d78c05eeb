import type { Job } from '../core/job.ts'
import { lengthOf } from './cell.ts'
import { type Column, type RowId, markCode } from './column.ts'
import { eachText } from './eachText.ts'
import type { ColumnPair } from './pairColumns.ts'
import { type OtherName, otherNames, ownersOf } from './otherNames.ts'
import { writeCell } from './parse/cell.ts'
import { matchForm } from './parse/normalise.ts'
import { phoneKey } from './parse/phone.ts'
import type { Table } from './table.ts'

export const matchedBy = ['key', 'name', 'phone'] as const
export type MatchedBy = (typeof matchedBy)[number]

/** Who of a newer list is who of an older one. A place is a position in the newer table's `order`. */
export interface RowMatch {
  readonly rows: Int32Array // per place: row of the older table; −1 = not there before
  readonly by: Uint8Array // per place: 1 + position in `matchedBy`; 0 = not there before, or `mergedAs.beside`
  /** Per place: 0, or how it names a row that was merged into its customer. */
  readonly merged: Uint8Array
  readonly missing: Uint32Array // living rows of the older table that are not in the newer
  /** Places whose number or name stands several times: they were taken in the order in which they stand. */
  readonly repeated: Uint32Array
  readonly columns: readonly MatchedBy[] // what there was to match by
}

/** `alone`: the newer list has no other row of the customer. `beside`: it has, and that one counts. */
export const mergedAs = { alone: 1, beside: 2 } as const

/**
 * By customer number; who has none on one side, by a name that stands once on both, else by a phone number that does, else
 * by names that stand several times, in their order. Two different numbers are two customers, whatever their names.
 * What named a row that was merged into a customer names that customer still, after all that names it by itself.
 */
export async function matchRows(
  before: Table,
  after: Table,
  pairs: readonly ColumnPair[],
  job: Job,
): Promise<RowMatch> {
  const match = new Matching(before, after)
  const owners = before.merges ? ownersOf(before) : null
  const formsOf = (pair: ColumnPair, form: (text: string) => string) =>
    newForms(pair, form, before, owners)
  const key = pairOf(pairs, 'key')
  const name = pairOf(pairs, 'name')
  const phone = pairOf(pairs, 'phone')
  if (key) {
    const numbers = formsOf(key, matchForm)
    match.level('key', numbers, 'repeated')
    match.numbers = numbers
    match.others('key', numbers)
  }
  await job.checkpoint()
  const names = name && match.isOpen ? formsOf(name, nameForm) : null
  if (names) match.level('name', names, 'unique')
  await job.checkpoint()
  const phones = phone && match.isOpen ? formsOf(phone, (text) => phoneKey(text) ?? '') : null
  if (phones) match.level('phone', phones, 'unique')
  await job.checkpoint()
  if (names) {
    match.level('name', names, 'repeated')
    match.others('name', names)
  }
  if (phones) match.others('phone', phones)
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
  readonly before: (row: RowId) => string
  readonly after: (row: RowId) => string
  /** By form, of the older table: what named its customers before they were merged. */
  readonly others: ReadonlyMap<string, readonly OtherName[]>
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
  readonly #merged: Uint8Array
  readonly #waiting: { readonly place: number; readonly by: MatchedBy }[] = []

  constructor(before: Table, after: Table) {
    this.#before = before
    this.#olds = before.order.length
    this.#news = after.order.length
    this.#after = after
    this.#rows = new Int32Array(after.order.length).fill(-1)
    this.#by = new Uint8Array(after.order.length)
    this.#merged = new Uint8Array(after.order.length)
    this.#taken = new Uint8Array(before.rowCount)
  }

  /** Who may be found still: customers are left on both sides, or rows that name merged ones. */
  get isOpen(): boolean {
    return this.#news > 0 && (this.#olds > 0 || this.#before.merges !== undefined)
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
    for (const [form, { olds, places }] of groups) {
      const isShared = forms.others.get(form)?.some(({ customer }) => customer !== olds[0])
      const once = olds.length === 1 && places.length === 1 && !isShared
      if (take === 'unique' && !once) continue
      let taken = 0
      for (let i = 0; i < Math.min(olds.length, places.length); i++)
        taken += this.#take(by, olds[i] as RowId, places[i] as number)
      if (!once && taken > 0) this.#repeated.push(...places)
    }
  }

  /** Rows that name a customer by what named it before a merge, no more of them than rows that did. */
  others(by: MatchedBy, { after, others }: Forms): void {
    if (others.size === 0) return
    const groups = new Map<string, number[]>()
    this.#after.order.forEach((row, place) => {
      const form = this.#rows[place] === -1 ? after(row) : ''
      if (!others.has(form)) return
      const group = groups.get(form)
      if (group) group.push(place)
      else groups.set(form, [place])
    })
    for (const [form, places] of groups) {
      const names = others.get(form) ?? []
      const customer = names[0]?.customer ?? -1
      if (names.some((other) => other.customer !== customer)) continue // decides nothing
      if (by === 'phone' && places.length > 1) continue
      for (const place of places.slice(0, names.length)) {
        const isNumbered = Boolean(this.numbers?.after(this.#after.order[place] ?? 0))
        const isOther = (row: RowId) => Boolean(this.numbers?.before(row))
        if (by !== 'key' && isNumbered && [customer, ...names.map(({ row }) => row)].some(isOther))
          continue
        this.#rows[place] = customer
        this.#news--
        this.#waiting.push({ place, by })
      }
    }
  }

  /** Of a customer whom no row names by itself, the first that names it as it was called once. */
  #settleOthers(): void {
    for (const { place, by } of this.#waiting) {
      const row = this.#rows[place] as number
      this.#merged[place] = this.#taken[row] ? mergedAs.beside : mergedAs.alone
      if (this.#taken[row]) continue
      this.#by[place] = 1 + matchedBy.indexOf(by)
      this.#taken[row] = 1
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
    this.#settleOthers()
    return {
      rows: this.#rows,
      by: this.#by,
      merged: this.#merged,
      missing: this.#before.order.filter((row) => !this.#taken[row]),
      repeated: Uint32Array.from(new Set(this.#repeated)).sort(),
    }
  }
}

const pairOf = (pairs: readonly ColumnPair[], role: MatchedBy) =>
  pairs.find(({ before }) => before.role === role)

function newForms(
  { before, after }: ColumnPair,
  form: (text: string) => string,
  table: Table,
  owners: Int32Array | null,
): Forms {
  const olds = textsOf(before)
  const news = textsOf(after)
  const others = new Map<string, OtherName[]>()
  for (const other of owners ? otherNames(table, before, olds, owners) : []) {
    const formed = form(other.text)
    if (formed === '') continue
    const there = others.get(formed)
    if (there) there.push(other)
    else others.set(formed, [other])
  }
  return { before: (row) => form(olds[row] ?? ''), after: (row) => form(news[row] ?? ''), others }
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
