import type { Job } from '../core/job.ts'
import type { ColumnId } from '../table/column.ts'
import {
  byHand,
  compareTables,
  type ColumnDifference,
  type TableComparison,
} from '../table/compare.ts'
import { matchedBy, type MatchedBy } from '../table/matchRows.ts'
import type { Table } from '../table/table.ts'
import {
  examples,
  first,
  namesOf,
  takenPlaces,
  type ComparedCell,
  type Held,
} from './comparedCells.ts'

/** What accepting a newer list would do, in counts and a few examples; never a number per customer. */
export interface ImportComparison {
  readonly matchedBy: readonly { readonly by: MatchedBy; readonly count: number }[] // what there was to match by
  readonly added: number // customers
  readonly changed: number
  readonly unchanged: number
  readonly missing: number
  readonly edited: number // cells written by hand since the last import that the file says otherwise
  readonly merged: number // rows that name a customer by what named it before a merge: none of them is new
  readonly repeated: number // customers whose number or name stands several times: matched in their order
  /** Columns that both have and that say something else somewhere, in the order of the sheet. */
  readonly columns: readonly ComparedColumn[]
  readonly known: readonly number[] // places in the file of the columns that the project has already
  readonly newColumns: readonly string[]
  readonly absentColumns: readonly string[]
  readonly examples: {
    readonly added: readonly string[] // names, ≤ 40
    readonly missing: readonly string[] // names, ≤ 40
    readonly repeated: readonly string[] // names, ≤ 20
    readonly merged: readonly string[] // names in the file, ≤ 20
    readonly changed: readonly ComparedCell[] // ≤ 100
  }
}
export interface ComparedColumn {
  readonly id: ColumnId
  readonly name: string
  readonly held: boolean // what is there stays, only gaps are filled
  readonly changed: number // cells that will say something else
  readonly kept: number // cells that stay though the file says something else
  readonly emptied: number // cells that stay though the file has them empty
  readonly edited: number // among those changed or kept: written by hand since the last import
}
/** The column that says who was not in the newest list; ours, never the file's. */
export const absentColumn = 'c_absent'

/** Notes and tags are the user's own: a newer file fills their gaps and leaves the rest. */
export function heldByDefault(table: Table): readonly ColumnId[] {
  return table.columns
    .filter(({ role, reading }) => role === 'note' || reading === 'tags')
    .map(({ id }) => id)
}

export function compareWith(
  before: Table,
  after: Table,
  asOf: string,
  job: Job,
): Promise<TableComparison> {
  return compareTables(before, after, asOf, job, [absentColumn])
}

/** `indexes`: places in the file of the newer table's columns. */
export function summarise(
  comparison: TableComparison,
  held: Held,
  indexes: readonly number[],
): ImportComparison {
  const { before, after, match, columns } = comparison
  const changed = changedRows(comparison, held).reduce((sum, one) => sum + one, 0)
  const counted = columns.map((column) => countsOf(comparison, column, held))
  const found = match.by.reduce((sum, by) => sum + Number(by > 0), 0)
  const nameOld = namesOf(before)
  const nameNew = namesOf(after)
  const some = (rows: Iterable<number>, name: (row: number) => string, most: number) =>
    first(rows, most).map(name)
  const atPlace = (place: number) => nameNew(after.order[place] ?? 0)
  return {
    matchedBy: match.columns.map((by) => ({
      by,
      count: match.by.reduce((sum, one) => sum + Number(one === 1 + matchedBy.indexOf(by)), 0),
    })),
    added: match.rows.reduce((sum, row) => sum + Number(row === -1), 0),
    changed,
    unchanged: found - changed,
    missing: match.missing.length,
    edited: counted.reduce((sum, { edited }) => sum + edited, 0),
    merged: match.merged.reduce((sum, as) => sum + Number(as > 0), 0),
    repeated: match.repeated.length,
    columns: counted.filter(says),
    known: after.columns.flatMap(({ id }, i) =>
      columns.some((column) => column.after.id === id) ? [indexes[i] ?? -1] : [],
    ),
    newColumns: comparison.added.map(({ name }) => name),
    absentColumns: comparison.absent.map(({ name }) => name),
    examples: {
      added: some(addedPlaces(match.rows), atPlace, 40),
      missing: some(match.missing, nameOld, 40),
      repeated: some(match.repeated, atPlace, 20),
      merged: some(mergedPlaces(match.merged), atPlace, 20),
      changed: examples(comparison, held, nameOld),
    },
  }
}

/** 1 per customer that was there of whom a cell will say something else. */
function changedRows(comparison: TableComparison, held: Held): Uint8Array {
  const { match, before, columns } = comparison
  const changed = new Uint8Array(before.rowCount)
  for (const column of columns)
    for (const place of takenPlaces(comparison, column, held)) changed[match.rows[place] ?? 0] = 1
  return changed
}

function countsOf(
  comparison: TableComparison,
  column: ColumnDifference,
  held: Held,
): ComparedColumn {
  const { before, places, emptied } = column
  const { id, name } = before
  const isByHand = byHand(comparison, column)
  let changed = 0
  const taken = takenPlaces(comparison, column, held)
  while (!taken.next().done) changed++
  return {
    id,
    name,
    held: held.held.includes(id),
    changed,
    kept: places.length - changed,
    emptied,
    edited: places.reduce((sum, place) => sum + Number(isByHand(place)), 0),
  }
}

const says = ({ changed, kept, emptied }: ComparedColumn) => changed + kept + emptied > 0

function* mergedPlaces(merged: Uint8Array): Generator<number> {
  for (let place = 0; place < merged.length; place++) if (merged[place]) yield place
}

function* addedPlaces(rows: Int32Array): Generator<number> {
  for (let place = 0; place < rows.length; place++) if (rows[place] === -1) yield place
}
