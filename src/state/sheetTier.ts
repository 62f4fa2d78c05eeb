import type { GridBox } from '../grid/source.ts'
import type { SheetOwner } from './sheetOwner.ts'

/** Opens the form for a tier by hand over the cell, once it is known whose row it is and why it has its tier. */
export async function openTier(
  sheet: SheetOwner,
  row: number,
  box: GridBox,
  typed: string,
): Promise<void> {
  const id = await sheet.rowAt(row)
  if (id === null) return
  if (sheet.selection.row !== id) await sheet.selection.show(id, sheet.query)
  sheet.tierAt = { id, box, typed }
}
