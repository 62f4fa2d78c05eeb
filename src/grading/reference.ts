import { columnOf } from '../table/builder.ts'
import { lengthOf } from '../table/cell.ts'
import type { Column, ColumnData } from '../table/column.ts'
import { defaultContext } from '../table/parse/reading.ts'
import { columnById, type CustomerKey, type Table } from '../table/table.ts'
import { TextWriter } from '../table/textWriter.ts'
import type { TierId } from '../scheme/scheme.ts'

/**
 * The tiers of the last review (spec/grading.md §5), a table by customer key beside the customers: its cells are stored,
 * undone and copied as those of any table. Tiers are ids, so that a tier may be renamed.
 */
export const referenceId = 'reference'

/** Where a reference comes from: a column of the list, a file, or a review that was settled here. */
export type ReferenceOrigin = 'column' | 'file' | 'settled'

/** What is known of one customer. */
export interface ReferenceEntry {
  readonly tier: TierId | null // settled; null = none
  readonly since: number // day; NaN = unknown
  readonly pending: TierId | null
  readonly reviews: number // in a row; 0 where nothing is pending
}

export interface ReferenceAbout {
  readonly origin: ReferenceOrigin
  readonly name: string // of the column or file; '' for a settled review
  readonly reviewed: number // day of the review; NaN = unknown
}

/** The columns that make one state; a settled review has the state that it was judged against beside its own. */
const columnsOf = (state: 'now' | 'earlier') =>
  ({
    tier: `${state}.tier`,
    since: `${state}.since`,
    pending: `${state}.pending`,
    reviews: `${state}.reviews`,
    reviewed: `${state}.reviewed`,
  }) as const
const keyColumn = 'key'

const noEntry: ReferenceEntry = { tier: null, since: NaN, pending: null, reviews: 0 }

/** One customer of a table that is being made. */
export interface ReferenceRow {
  readonly key: CustomerKey
  readonly now: ReferenceEntry
  readonly earlier?: ReferenceEntry
}

/** `earlier`: the day of the review before, where each row has its state of then. */
export function referenceTable(
  rows: readonly ReferenceRow[],
  about: ReferenceAbout,
  earlier: number | null = null,
): Table {
  const keys = new TextWriter(rows.length)
  for (const { key } of rows) keys.add(key)
  const names = { name: about.name, group: about.origin }
  const columns = [
    plain(keyColumn, names, 'text', {
      type: 'text',
      ...keys.finish(),
      originals: null,
      marks: null,
    }),
    ...stateColumns(
      'now',
      rows.map(({ now }) => now),
      about.reviewed,
    ),
    ...(earlier === null
      ? []
      : stateColumns(
          'earlier',
          rows.map(({ earlier: before = noEntry }) => before),
          earlier,
        )),
  ]
  return {
    id: referenceId,
    rowCount: rows.length,
    order: new Uint32Array(rows.length).map((_, row) => row),
    key: keyColumn,
    columns,
  }
}

function stateColumns(
  state: 'now' | 'earlier',
  entries: readonly ReferenceEntry[],
  reviewed: number,
): readonly Column[] {
  const ids = columnsOf(state)
  const days = (pick: (entry: ReferenceEntry) => number): ColumnData => ({
    type: 'date',
    values: Float64Array.from(entries, pick),
    originals: null,
    marks: null,
  })
  return [
    plain(ids.tier, null, 'category', categories(entries.map(({ tier }) => tier))),
    plain(
      ids.since,
      null,
      'date',
      days(({ since }) => since),
    ),
    plain(ids.pending, null, 'category', categories(entries.map(({ pending }) => pending))),
    plain(ids.reviews, null, 'number', {
      ...days(({ reviews }) => reviews),
      type: 'number',
    } as ColumnData),
    plain(
      ids.reviewed,
      null,
      'date',
      days(() => reviewed),
    ),
  ]
}

function categories(words: readonly (string | null)[]): ColumnData {
  const known = new Map<string, number>()
  const codes = Uint32Array.from(words, (word) => {
    if (word === null) return 0
    const code = known.get(word) ?? known.size + 1
    known.set(word, code)
    return code
  })
  return {
    type: 'category',
    codes,
    dictionary: ['', ...known.keys()],
    originals: null,
    marks: null,
  }
}

function plain(
  id: string,
  names: { readonly name: string; readonly group: string } | null,
  reading: 'text' | 'category' | 'date' | 'number',
  data: ColumnData,
): Column {
  const spec = { id, name: id, group: null, ...names, role: 'other', reading, unit: null } as const
  return columnOf({ ...spec, context: defaultContext('1970-01-01') }, data)
}

export function aboutReference(reference: Table): ReferenceAbout {
  const key = columnById(reference, keyColumn)
  const origin = key?.group
  return {
    origin: origin === 'column' || origin === 'file' ? origin : 'settled',
    name: key?.name ?? '',
    reviewed: reviewedOn(reference, 'now'),
  }
}

function reviewedOn(reference: Table, state: 'now' | 'earlier'): number {
  const column = columnById(reference, columnsOf(state).reviewed)
  return column?.type === 'date' && lengthOf(column) > 0 ? (column.values[0] ?? NaN) : NaN
}

/** A state of the reference as columns; `reviewed` is the day of its review. */
export interface ReferenceState {
  readonly tier: { readonly codes: Uint32Array; readonly dictionary: readonly string[] }
  readonly since: Float64Array
  readonly pending: { readonly codes: Uint32Array; readonly dictionary: readonly string[] }
  readonly reviews: Float64Array
  readonly reviewed: number
}

/**
 * What a review on this day is judged against: the reference or, where it was settled here on that day or later, what that
 * review was judged against. So a review may be settled again on its day, after a change of the scheme too, and counts once.
 */
export function stateFor(reference: Table, day: number): ReferenceState | null {
  const settledHere = columnById(reference, columnsOf('earlier').tier) !== undefined
  const isEarlier = settledHere && day <= reviewedOn(reference, 'now')
  return stateOf(reference, isEarlier ? 'earlier' : 'now')
}

export function stateOf(reference: Table, state: 'now' | 'earlier'): ReferenceState | null {
  const ids = columnsOf(state)
  const tier = columnById(reference, ids.tier)
  const since = columnById(reference, ids.since)
  const pending = columnById(reference, ids.pending)
  const reviews = columnById(reference, ids.reviews)
  if (tier?.type !== 'category' || pending?.type !== 'category') return null
  if (since?.type !== 'date' || reviews?.type !== 'number') return null
  const reviewed = reviewedOn(reference, state)
  return { tier, since: since.values, pending, reviews: reviews.values, reviewed }
}

export function entryAt(state: ReferenceState, row: number): ReferenceEntry {
  const word = ({ codes, dictionary }: ReferenceState['tier']) =>
    dictionary[codes[row] ?? 0] || null
  return {
    tier: word(state.tier),
    since: state.since[row] ?? NaN,
    pending: word(state.pending),
    reviews: state.reviews[row] ?? 0,
  }
}
