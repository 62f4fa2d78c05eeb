import type { GridRange } from '../grid/source.ts'
import type { PlacedColumn, SheetOwner } from './sheetOwner.ts'

/** The blocks that are selected, in the order made. */
export const blocksOf = ({ range }: Pick<SheetOwner, 'range'>): readonly GridRange[] => [range]

/** How many rows the blocks cover. */
export function rowsSelected(sheet: Pick<SheetOwner, 'range'>): number {
  const spans = blocksOf(sheet)
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
  sheet: Pick<SheetOwner, 'range' | 'columns'>,
  at: number,
): readonly PlacedColumn[] {
  const { placed } = sheet.columns
  const isSelected = (column: number) =>
    blocksOf(sheet).some(({ left, right }) => column >= left && column <= right)
  return isSelected(at)
    ? placed.filter((_, column) => isSelected(column))
    : placed.slice(at, at + 1)
}
