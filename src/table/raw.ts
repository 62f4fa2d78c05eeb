/**
 * A cell as the file gave it, before it is read. Text stays text (a CSV is all text); a workbook also knows numbers,
 * booleans, dates and error cells. `text` is what the workbook showed, where it is known.
 */
export type RawCell =
  | string
  | number
  | boolean
  | null // empty
  | { readonly kind: 'date'; readonly day: number } // days since 1970-01-01, 1904 system already mended; may carry a fraction
  | { readonly kind: 'number'; readonly value: number; readonly text: string } // a number whose shown text matters: 12%, 00123, 1.38E+10
  | { readonly kind: 'error'; readonly text: string } // #REF!

/** One column of cells, read by place. A plain array is one; rows are never negative, undefined is an empty cell. */
export interface Cells {
  readonly length: number
  at(row: number): RawCell | undefined
}
