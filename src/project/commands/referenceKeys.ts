import { referenceId } from '../../grading/reference.ts'
import { withCells } from '../../table/cell.ts'
import type { Cell, RowId } from '../../table/column.ts'
import { customerKey, customerKeys, rowsOfKeys } from '../../table/key.ts'
import { columnById, type CustomerKey, type Table } from '../../table/table.ts'
import { applyAll } from '../apply.ts'
import type { Change } from '../change.ts'
import { customersId, type Document } from '../document.ts'
import { renamedRows } from './renamedRows.ts'

const fewCells = 20_000 // beyond, the whole column is set

/** `planned`, and what keeps each tier of the last review with its customer where `changes` call customers otherwise. */
export function withMovedReference(
  document: Document,
  table: Table,
  changes: readonly Change[],
  planned: readonly Change[],
): readonly Change[] {
  const reference = document.tables[referenceId]
  const key = reference?.key == null ? undefined : columnById(reference, reference.key)
  if (!reference || !key || table.id !== customersId) return planned
  const rows = renamedRows(table, changes)
  if (rows.length === 0) return planned
  const after = applyAll(document, changes).next.tables[table.id] ?? table
  const [was, is] = [customerKeys(table), customerKeys(after)]
  const moved = new Map<CustomerKey, CustomerKey>()
  for (const row of rows) if (was(row) !== is(row)) moved.set(was(row), is(row))
  if (moved.size === 0) return planned
  const used = rowsOfKeys(after, moved.keys())
  const [places, cells]: [RowId[], Cell[]] = [[], []]
  const taken = new Set(Array.from(reference.order, (row) => customerKey(reference, row)))
  for (const row of reference.order) {
    const from = customerKey(reference, row)
    const to = moved.get(from)
    if (to === undefined || used.has(from) || (taken.has(to) && !moved.has(to))) continue
    places.push(row)
    cells.push({ value: to, original: null, mark: 'plain' })
  }
  if (places.length === 0) return planned
  const at = reference.columns.indexOf(key)
  const id = key.id
  const set: Change =
    places.length <= fewCells
      ? { kind: 'setCells', table: referenceId, column: id, rows: places, cells }
      : { kind: 'setColumn', table: referenceId, id, at, column: withCells(key, places, cells) }
  return [...planned, set]
}
