import type { PlacedColumn, SheetOwner } from './sheetOwner.ts'

/** The rows that the blocks cover, from top to bottom; blocks that share a row are one span. */
export function spansSelected(
  sheet: Pick<SheetOwner, 'ranges'>,
): readonly { readonly top: number; readonly bottom: number }[] {
  const spans: { top: number; bottom: number }[] = []
  for (const { top, bottom } of [...sheet.ranges].sort((a, b) => a.top - b.top)) {
    const last = spans.at(-1)
    if (last && top <= last.bottom) last.bottom = Math.max(last.bottom, bottom)
    else spans.push({ top, bottom })
  }
  return spans
}

export function rowsSelected(sheet: Pick<SheetOwner, 'ranges'>): number {
  return spansSelected(sheet).reduce((sum, { top, bottom }) => sum + bottom + 1 - top, 0)
}

/** The columns of the blocks, from left to right, among them the one in this place; else that one alone. */
export function columnsAt(
  sheet: Pick<SheetOwner, 'ranges' | 'columns'>,
  at: number,
): readonly PlacedColumn[] {
  const { placed } = sheet.columns
  const isSelected = (column: number) =>
    sheet.ranges.some(({ left, right }) => column >= left && column <= right)
  return isSelected(at)
    ? placed.filter((_, column) => isSelected(column))
    : placed.slice(at, at + 1)
}

/** Whole rows, and so all that there is, though whole columns are selected too: Ctrl A. */
export const areAll = (sheet: Pick<SheetOwner, 'range' | 'rowCount' | 'columns'>): boolean =>
  areColumns(sheet) &&
  sheet.range.left === 0 &&
  sheet.range.right === sheet.columns.placed.length - 1

/** Whole columns are meant, not all the rows of the list. */
export const areColumns = ({ range, rowCount }: Pick<SheetOwner, 'range' | 'rowCount'>): boolean =>
  range.top === 0 && range.bottom === rowCount - 1 && rowCount > 1
