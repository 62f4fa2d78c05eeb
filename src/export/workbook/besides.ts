import { atTheEnd } from '../inSheetOrder.ts'
import type { BookColumn } from './bookColumn.ts'
import { sheetId } from './standing.ts'

/** The column of the app's sheet that a column stands for, or beside which it explains something. */
export function besides({ purpose }: BookColumn): string {
  switch (purpose.kind) {
    case 'prepared':
    case 'utility':
    case 'group':
      return '$score'
    case 'computed':
    case 'toNext':
    case 'override':
    case 'withinCount':
    case 'withinAbove':
      return '$tier'
    case 'since':
    case 'pending':
    case 'reviewed':
      return '$settled'
    default:
      return sheetId(purpose) ?? atTheEnd
  }
}
