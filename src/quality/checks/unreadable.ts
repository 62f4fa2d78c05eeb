import { type Check, finding } from '../check.ts'
import { examplesOf } from '../columns.ts'
import { markedRows } from './marked.ts'
import { offScaleRows } from './offScale.ts'
import { tooLargeRows } from './tooLarge.ts'

/** Cells that hold something which nobody could read. Numbers beyond a scale, or too large, are told apart. */
export const unreadable: Check = {
  id: 'unreadable',
  dimension: 'validity',
  *find({ table }) {
    for (const column of table.columns) {
      const beyond = new Set([
        ...(offScaleRows(table, column)?.rows ?? []),
        ...tooLargeRows(table, column),
      ])
      const marked = markedRows(table, column, 'error')
      const rows = beyond.size > 0 ? marked.filter((row) => !beyond.has(row)) : marked
      yield finding('unreadable', 'error', [column], rows, { examples: examplesOf(column, rows) }, [
        'replace',
        'clear',
      ])
    }
  },
}
