import type { RawCell } from '../../table/raw.ts'
import { type Merge, type RawSheet, cellOf } from '../importer.ts'

/** A sheet as it looks: every cell of a joined rectangle shows what its first cell holds. */
export interface Merged {
  shown(row: number, column: number): RawCell
  at(row: number, column: number): Merge | null
}

export function mergedView(sheet: RawSheet): Merged {
  const head = sheet.merges.filter((merge) => merge.row < 100)
  const at = (row: number, column: number) =>
    head.find((merge) => covers(merge, row, column)) ?? null
  return {
    at,
    shown(row, column) {
      const own = cellOf(sheet, row, column)
      if (head.length === 0 || own !== null) return own
      const merge = at(row, column)
      return merge ? cellOf(sheet, merge.row, merge.column) : null
    },
  }
}

function covers(merge: Merge, row: number, column: number): boolean {
  return (
    row >= merge.row && row <= merge.toRow && column >= merge.column && column <= merge.toColumn
  )
}
