import type { Job } from '../core/job.ts'
import type { ColumnId } from '../table/column.ts'
import {
  compareTables,
  writtenPlaces,
  type ColumnDifference,
  type TableComparison,
} from '../table/compare.ts'
import { matchedBy, type MatchedBy } from '../table/matchRows.ts'
import { writeCell } from '../table/parse/cell.ts'
import { columnByRole, type Table } from '../table/table.ts'

/** What accepting a newer list would do, in counts and a few examples; never a number per customer. */
export interface ImportComparison {
  readonly matchedBy: readonly { readonly by: MatchedBy; readonly count: number }[] // what there was to match by
  readonly added: number // customers
  readonly changed: number
  readonly unchanged: number
  readonly missing: number
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
}
export interface ComparedCell {
  readonly customer: string
  readonly column: string
  readonly before: string
  readonly after: string
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
  held: readonly ColumnId[],
  indexes: readonly number[],
): ImportComparison {
  const { before, after, match, columns } = comparison
  const changed = changedPlaces(comparison, held)
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
    added: match.rows.length - found,
    changed: changed.reduce((sum, one) => sum + one, 0),
    unchanged: found - changed.reduce((sum, one) => sum + one, 0),
    missing: match.missing.length,
    repeated: match.repeated.length,
    columns: columns.map((column) => countsOf(column, held)).filter(says),
    known: after.columns.flatMap(({ id }, i) =>
      columns.some((column) => column.after.id === id) ? [indexes[i] ?? -1] : [],
    ),
    newColumns: comparison.added.map(({ name }) => name),
    absentColumns: comparison.absent.map(({ name }) => name),
    examples: {
      added: some(addedPlaces(match.rows), atPlace, 40),
      missing: some(match.missing, nameOld, 40),
      repeated: some(match.repeated, atPlace, 20),
      changed: examples(comparison, held, nameOld),
    },
  }
}

/** 1 per place where a cell will say something else. */
function changedPlaces({ match, columns }: TableComparison, held: readonly ColumnId[]): Uint8Array {
  const changed = new Uint8Array(match.rows.length)
  for (const column of columns) for (const place of writtenPlaces(column, held)) changed[place] = 1
  return changed
}

function countsOf(column: ColumnDifference, held: readonly ColumnId[]): ComparedColumn {
  const { before, places, over, emptied } = column
  const { id, name } = before
  const keeps = held.includes(id)
  const kept = keeps ? over.reduce((sum, one) => sum + one, 0) : 0
  return { id, name, held: keeps, changed: places.length - kept, kept, emptied }
}

const says = ({ changed, kept, emptied }: ComparedColumn) => changed + kept + emptied > 0

/** At most 100, of each column about as many. */
function examples(
  { after, match, columns }: TableComparison,
  held: readonly ColumnId[],
  name: (row: number) => string,
): readonly ComparedCell[] {
  const most = Math.max(3, Math.floor(100 / Math.max(1, columns.length)))
  return columns
    .flatMap((column) =>
      first(writtenPlaces(column, held), most).map((place) => {
        const row = match.rows[place] ?? 0
        return {
          customer: name(row),
          column: column.before.name,
          before: cut(writeCell(column.before, row)),
          after: cut(writeCell(column.after, after.order[place] ?? 0)),
        }
      }),
    )
    .slice(0, 100)
}

function* addedPlaces(rows: Int32Array): Generator<number> {
  for (let place = 0; place < rows.length; place++) if (rows[place] === -1) yield place
}

function first(items: Iterable<number>, most: number): readonly number[] {
  const taken: number[] = []
  for (const item of items) {
    if (taken.length === most) break
    taken.push(item)
  }
  return taken
}

/** A customer's name, else the number, else the first cell. */
function namesOf(table: Table): (row: number) => string {
  const column = columnByRole(table, 'name') ?? columnByRole(table, 'key') ?? table.columns[0]
  return (row) => (column ? cut(writeCell(column, row)) : '')
}

const longest = 80
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
