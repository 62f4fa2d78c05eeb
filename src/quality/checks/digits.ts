import { type Check, finding } from '../check.ts'
import { examplesOf } from '../columns.ts'
import { markedRows } from './marked.ts'

/** 1.38E+10 where a number of eleven digits stood: they are gone from the file. */
export const digitsLost: Check = {
  id: 'digitsLost',
  dimension: 'validity',
  *find({ table }) {
    for (const column of table.columns) {
      const rows = markedRows(table, column, 'digitsLost')
      yield finding('digitsLost', 'error', [column], rows, { examples: examplesOf(column, rows) }, [
        'clear',
      ])
    }
  },
}

/** 138****1234: fine to grade by, of no use to call or to find duplicates by. */
export const masked: Check = {
  id: 'masked',
  dimension: 'validity',
  *find({ table }) {
    for (const column of table.columns)
      yield finding('masked', 'info', [column], markedRows(table, column, 'masked'), {})
  },
}
