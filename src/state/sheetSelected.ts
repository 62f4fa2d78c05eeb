import type { PlacedColumn, SheetOwner } from './sheetOwner.ts'

/** How many rows the blocks cover. */
export function rowsSelected(sheet: Pick<SheetOwner, 'ranges'>): number {
  const spans = sheet.ranges
    .map(({ top, bottom }) => ({ top, bottom }))
    .sort((a, b) => a.top - b.top)
  let count = 0
  let next = 0
  for (const { top, bottom } of spans) {
    count += Math.max(0, bottom + 1 - Math.max(top, next))
    next = Math.max(next, bottom + 1)
  }
  return count
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

/** Whole columns are meant, not all the rows of the list. */
export const areColumns = ({ range, rowCount }: Pick<SheetOwner, 'range' | 'rowCount'>): boolean =>
  range.top === 0 && range.bottom === rowCount - 1 && rowCount > 1
