import type { Column, ColumnId, RowId } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { Change } from '../change.ts'

export type TouchedRows = 'all' | ReadonlySet<RowId>

/** Which cells of which columns may be others than before, by the changes. */
export class Touched {
  readonly #columns = new Map<ColumnId, 'all' | Set<RowId>>()

  constructor(before: Table | undefined, next: Table, changes: readonly Change[]) {
    const known = new Map(before?.columns.map((column) => [column.id, column]))
    const added = rowsBetween(before?.rowCount ?? 0, next.rowCount)
    for (const column of next.columns) {
      const old = known.get(column.id)
      if (old === column) continue
      if (!old || !isGrown(old, column, changes)) this.add(column.id, 'all')
      else this.add(column.id, added)
    }
    for (const change of changes)
      if (change.kind === 'setCells' && change.table === next.id)
        this.add(change.column, change.rows)
  }

  add(id: ColumnId, rows: 'all' | Iterable<RowId>): void {
    const before = this.#columns.get(id)
    if (before === 'all') return
    if (rows === 'all') {
      this.#columns.set(id, 'all')
      return
    }
    const set = before ?? new Set<RowId>()
    for (const row of rows) set.add(row)
    this.#columns.set(id, set)
  }

  /** In any of these columns. */
  of(ids: Iterable<ColumnId>): TouchedRows {
    const rows = new Set<RowId>()
    for (const id of ids) {
      const touched = this.#columns.get(id)
      if (touched === 'all') return 'all'
      for (const row of touched ?? []) rows.add(row)
    }
    return rows
  }
}

/** Only cells were set and rows appended: what else touches a column sets it as a whole. */
function isGrown(old: Column, column: Column, changes: readonly Change[]): boolean {
  if (old.revision === column.revision && old.type === column.type) return true // a new name or place
  return !changes.some(
    (change) =>
      (change.kind === 'setColumn' && change.id === column.id) || change.kind === 'setTable',
  )
}

function rowsBetween(from: number, to: number): readonly RowId[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
}
