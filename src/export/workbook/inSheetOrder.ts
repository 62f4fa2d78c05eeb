import { ordered } from '../../core/ordered.ts'
import type { SheetLayout } from '../../project/layout.ts'
import type { BookColumn, Purpose } from './bookColumn.ts'
import { sheetId } from './standing.ts'

/**
 * Columns as somebody arranged them in the sheet of the app; what only the workbook has goes with the column that it explains,
 * or stands at the end. The one that says whose row it is stays the first.
 */
export function inSheetOrder(
  columns: readonly BookColumn[],
  layout: SheetLayout | undefined,
): readonly BookColumn[] {
  const wanted = layout?.order ?? []
  if (wanted.length === 0) return columns
  const ids = [...new Set(columns.map(({ purpose }) => companion(purpose)))]
  const [first = last] = ids
  const inOrder = ordered(
    ids.filter((id) => id !== last),
    wanted,
  )
  const places = new Map([...inOrder, last].map((id, at) => [id, at]))
  places.set(first, -1)
  const placeOf = ({ purpose }: BookColumn) => places.get(companion(purpose)) ?? 0
  return columns.toSorted((a, b) => placeOf(a) - placeOf(b)) // stable: companions keep their order
}

const last = ''

/** The column of the sheet beside which it stands. */
function companion(purpose: Purpose): string {
  switch (purpose.kind) {
    case 'prepared':
    case 'utility':
    case 'group':
      return '$score'
    case 'computed':
    case 'override':
    case 'withinCount':
    case 'withinAbove':
      return '$tier'
    case 'since':
    case 'pending':
    case 'reviewed':
      return '$settled'
    default:
      return sheetId(purpose) ?? last
  }
}
