import type { Column, RowId } from '../table/column.ts'
import { coverOf, writeCell } from '../table/parse/cell.ts'
import type { Session } from './session.ts'

/** How a column's texts go to the page: personal numbers covered, unless that was lifted for this visit. */
export function shownOf(session: Session, column: Column): (text: string) => string {
  return session.uncovered ? (text) => text : coverOf(column)
}

/** A cell as the page may show it. */
export function shownCell(session: Session, column: Column, row: RowId): string {
  return shownOf(session, column)(writeCell(column, row))
}

/** Whether some of the column's texts are covered now. */
export function isCovered(session: Session, column: Column | undefined): column is Column {
  return !session.uncovered && column !== undefined && column.reading === 'identity'
}

/** The same where nobody can lift it: names, lists of examples, what is about to be imported. */
export function coveredCell(column: Column, row: RowId): string {
  return coverOf(column)(writeCell(column, row))
}
