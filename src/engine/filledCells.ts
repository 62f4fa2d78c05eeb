import { ungraded } from '../grading/result.ts'
import type { RowId } from '../table/column.ts'
import { columnById } from '../table/table.ts'
import type { Session } from './session.ts'
import { completenessColumn, scoreColumn, settledColumn, tierColumn } from './sheetColumns.ts'
import { textsOf } from './sheetTexts.ts'

/** Which cells of a column hold anything, without writing them: by code, bytes or number, or the text kept unread. */
export function isFilledIn(session: Session, id: string): (row: RowId) => boolean {
  const { result } = session
  if (id === scoreColumn) return (row) => !Number.isNaN(result.score[row] ?? NaN)
  if (id === completenessColumn) return (row) => !Number.isNaN(result.completeness[row] ?? NaN)
  if (id === tierColumn) return (row) => (result.final[row] ?? ungraded) !== ungraded
  if (id === settledColumn) return (row) => (result.settled[row] ?? ungraded) !== ungraded
  const column = columnById(session.table, id)
  if (!column) {
    const text = textsOf(session, id)
    return (row) => text(row) !== ''
  }
  const kept = column.originals?.codes
  const isKept = (row: RowId) => (kept?.[row] ?? 0) > 0
  switch (column.type) {
    case 'number':
    case 'date':
      return (row) => !Number.isNaN(column.values[row] ?? NaN) || isKept(row)
    case 'boolean':
      return (row) => column.values[row] !== 2 || isKept(row)
    case 'category':
      return (row) => column.codes[row] !== 0 || isKept(row)
    case 'text': {
      const { changed, starts } = column
      return (row) => {
        const text = changed.size > 0 ? changed.get(row) : undefined
        const isWritten = text === undefined ? starts[row] !== starts[row + 1] : text !== ''
        return isWritten || isKept(row)
      }
    }
  }
}
