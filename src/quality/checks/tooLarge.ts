import type { Column } from '../../table/column.ts'
import { isTooLargeAt } from '../../table/parse/cell.ts'
import type { Table } from '../../table/table.ts'
import { type Check, finding } from '../check.ts'
import { examplesOf } from '../columns.ts'
import { markedRows } from './marked.ts'
import { offScaleRows } from './offScale.ts'

/** Numbers of which a column cannot hold all digits: mostly order or card numbers in the wrong column. */
export const tooLarge: Check = {
  id: 'tooLarge',
  dimension: 'validity',
  *find({ table }) {
    for (const column of table.columns) {
      const rows = tooLargeRows(table, column)
      yield finding('tooLarge', 'error', [column], rows, { examples: examplesOf(column, rows) }, [
        'replace',
        'clear',
      ])
    }
  },
}

/** Where there is a scale, such numbers are off it. */
export function tooLargeRows(table: Table, column: Column): Uint32Array {
  if (offScaleRows(table, column)) return new Uint32Array(0)
  return markedRows(table, column, 'error').filter((row) => isTooLargeAt(column, row))
}
