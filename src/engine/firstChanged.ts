import { isFigure } from '../models/figureIds.ts'
import type { Change } from '../project/change.ts'
import { customersId } from '../project/document.ts'
import type { Step } from '../project/history.ts'
import type { Column, ColumnId, RowId } from '../table/column.ts'
import { rowsOfKeys } from '../table/key.ts'
import { columnById, type Table } from '../table/table.ts'
import { tierColumn } from './sheetColumns.ts'
import type { ChangedPlace } from './views.ts'

/** What was undone or redone, and what would take that back. */
type StepTaken = Pick<Step, 'changes' | 'inverses'>

/**
 * The first row and the first column in which a step shows; null = it shows in no cell on show. What is worked out from other
 * cells does not count. `table` as it is since the step, `shown` its rows and `columns` its columns as they stand on show.
 */
export function firstChanged(
  step: StepTaken,
  table: Table,
  shown: Uint32Array,
  columns: readonly string[],
): ChangedPlace | null {
  const changes = step.changes.filter(isOfCustomers)
  const rows = new Set<RowId>()
  const ids = new Set<string>()
  const order = step.inverses.findLast(({ kind }) => kind === 'setOrder')
  for (const change of changes) {
    if (change.kind === 'setCells' && isWrittenTo(columnById(table, change.column))) {
      for (const row of change.rows) rows.add(row)
      ids.add(change.column)
    }
    if (change.kind === 'setColumn' && change.column && isMeant(change.id, change.column, step))
      ids.add(change.id)
    if (change.kind === 'setOverrides' && !order) {
      const keys = change.entries.map(({ customer }) => customer)
      for (const row of [...rowsOfKeys(table, keys).values()].flat()) rows.add(row)
      ids.add(tierColumn)
    }
  }
  if (rows.size === 0 && order?.kind === 'setOrder') rows.add(firstMoved(order.order, table.order))
  const row = rows.size > 0 ? shown.findIndex((one) => rows.has(one)) : null
  const column = columns.findIndex((id) => ids.has(id))
  if (row === -1 || (row === null && column === -1)) return null
  return { row, column: column === -1 ? null : column }
}

const isOfCustomers = (change: Change): boolean =>
  change.kind === 'setOverrides' || ('table' in change && change.table === customersId)

/** Where rows came or went: the first that stands where another one did; the last where all behind it are gone. */
const firstMoved = (before: Uint32Array, now: Uint32Array): RowId =>
  now.at(now.findIndex((row, at) => row !== before[at])) ?? 0

const isWrittenTo = (column: Column | undefined): boolean =>
  column !== undefined && !isFigure(column.id) && column.formula === undefined

/** Columns that are worked out follow others, unless their formula is another one. */
function isMeant(id: ColumnId, column: Column, { inverses }: StepTaken): boolean {
  const back = inverses.findLast((change) => change.kind === 'setColumn' && change.id === id)
  const before = back?.kind === 'setColumn' ? back.column : null
  return isWrittenTo(column) || column.formula !== before?.formula
}
