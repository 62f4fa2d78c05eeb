import { textOfCell } from './parse/cell.ts'
import type { Column, RowId } from './column.ts'
import type { Table } from './table.ts'

/** A text that named a customer before a merge. */
export interface OtherName {
  readonly text: string
  readonly row: RowId // that bore it
  readonly customer: RowId // the living row
}

/** Per row the living row of its customer: itself, or the one that it was merged into; −1 = none lives. */
export function ownersOf({ order, rowCount, merges }: Table): Int32Array {
  const owners = new Int32Array(rowCount).fill(-1)
  for (const row of order) owners[row] = row
  const into = new Map<RowId, RowId>()
  for (const { keep, rows } of merges?.values() ?? []) for (const row of rows) into.set(row, keep)
  for (const row of into.keys()) {
    let at: RowId | undefined = row // who took it in may have been taken in as well
    for (let left = into.size; at !== undefined && owners[at] === -1 && left > 0; left--)
      at = into.get(at)
    owners[row] = at === undefined ? -1 : (owners[at] ?? -1)
  }
  return owners
}

/** Of a column that names customers: what the rows say that were merged away, and what merges wrote over. */
export function otherNames(
  table: Table,
  column: Column,
  texts: readonly string[], // by row
  owners: Int32Array,
): readonly OtherName[] {
  const gone = [...(table.merges?.values() ?? [])].flatMap(({ rows }) => rows)
  return [
    ...gone.flatMap((row): readonly OtherName[] => {
      const customer = owners[row] ?? -1
      const text = texts[row] ?? ''
      return customer === -1 || customer === row || text === '' ? [] : [{ text, row, customer }]
    }),
    ...overwritten(table, column, owners),
  ]
}

/** What merges wrote over in the rows that stayed: their customers were called so too. */
export function overwritten(
  { merges }: Table,
  column: Column,
  owners: Int32Array,
): readonly OtherName[] {
  return [...(merges?.values() ?? [])].flatMap(({ keep, cells }) => {
    const customer = owners[keep] ?? -1
    if (customer === -1) return []
    return cells.flatMap(({ column: id, before }): readonly OtherName[] => {
      const isWhole = before.mark !== 'masked' && before.mark !== 'digitsLost'
      const text = id === column.id && isWhole ? textOfCell(column, before) : ''
      return text === '' ? [] : [{ text, row: keep, customer }]
    })
  })
}
