import type { Column, RowId } from '../table/column.ts'

/** A column of a file of texts. */
export interface TextColumn {
  readonly beside: string // the column of the sheet that it stands for, or beside which it explains something
  readonly sheetId: string | null // the one that it stands for
  readonly column: Column | null // null = of the result
  readonly header: string
  text(row: RowId): string
  /** A genuine number or day stays what it is: -12.5 is never touched. */
  isValue(row: RowId): boolean
}
