import { finish } from '../../../src/core/steps.ts'
import type { Column } from '../../../src/table/column.ts'
import { rankColumn } from '../../../src/table/columnRanks.ts'
import { sortByRanks } from '../../../src/table/sort.ts'

/** The rows in the order of one column's values, as the sheet sorts them. */
export function sortRows(column: Column, rows: Uint32Array, descending: boolean): Uint32Array {
  return finish(sortByRanks(rows, [{ ranks: finish(rankColumn(column)), descending }]))
}
