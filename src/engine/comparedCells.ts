import type { ColumnId } from '../table/column.ts'
import {
  byHand,
  writtenPlaces,
  type ColumnDifference,
  type TableComparison,
} from '../table/compare.ts'
import { columnByRole, type Table } from '../table/table.ts'
import { coveredCell } from './covering.ts'

export interface ComparedCell {
  readonly customer: string
  readonly column: string
  readonly before: string
  readonly after: string
  readonly edited: boolean // written by hand since the last import
}

/** What stays though the file says something else. */
export interface Held {
  readonly held: readonly ColumnId[] // columns of which only gaps are filled
  /** Cells written by hand since the last import; absent = the file wins. */
  readonly edited?: 'keep' | 'take' | undefined
}

/** Where the file's cell is taken. */
export function takenPlaces(
  comparison: TableComparison,
  column: ColumnDifference,
  { held, edited }: Held,
): Generator<number> {
  return writtenPlaces(column, held, edited === 'keep' ? byHand(comparison, column) : undefined)
}

/** At most 100, of each column about as many. */
export function examples(
  comparison: TableComparison,
  held: Held,
  name: (row: number) => string,
): readonly ComparedCell[] {
  const { columns } = comparison
  const most = Math.max(3, Math.floor(100 / Math.max(1, columns.length)))
  return columns
    .flatMap((column) =>
      first(takenPlaces(comparison, column, held), most).map((place) =>
        cellAt(comparison, column, place, name),
      ),
    )
    .slice(0, 100)
}

function cellAt(
  comparison: TableComparison,
  column: ColumnDifference,
  place: number,
  name: (row: number) => string,
): ComparedCell {
  const row = comparison.match.rows[place] ?? 0
  return {
    customer: name(row),
    column: column.before.name,
    before: cut(coveredCell(column.before, row)),
    after: cut(coveredCell(column.after, comparison.after.order[place] ?? 0)),
    edited: byHand(comparison, column)(place),
  }
}

/** A page of all cells that will say something else, column by column, those written by hand first. */
export function cellsOf(
  comparison: TableComparison,
  held: Held,
  from: number,
  to: number,
): { readonly total: number; readonly cells: readonly ComparedCell[] } {
  const name = namesOf(comparison.before)
  const cells: ComparedCell[] = []
  let total = 0
  for (const hand of [true, false])
    for (const column of comparison.columns) {
      const isByHand = byHand(comparison, column)
      for (const place of takenPlaces(comparison, column, held)) {
        if (isByHand(place) !== hand) continue
        if (total >= from && total < to) cells.push(cellAt(comparison, column, place, name))
        total++
      }
    }
  return { total, cells }
}

export function first(items: Iterable<number>, most: number): readonly number[] {
  const taken: number[] = []
  for (const item of items) {
    if (taken.length === most) break
    taken.push(item)
  }
  return taken
}

/** A customer's name, else the number, else the first cell. */
export function namesOf(table: Table): (row: number) => string {
  const column = columnByRole(table, 'name') ?? columnByRole(table, 'key') ?? table.columns[0]
  return (row) => (column ? cut(coveredCell(column, row)) : '')
}

const longest = 80
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
