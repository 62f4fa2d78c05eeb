import type { Column, RowId } from '../table/column.ts'
import { otherWord } from '../table/parse/boolean.ts'
import { writeCell } from '../table/parse/cell.ts'
import type { SheetWindow } from './views.ts'

type Checks = NonNullable<SheetWindow['cells'][number]['checks']>

const rowsLookedAt = 1000
const yesWords = new WeakMap<Column, string>()

/** How the boxes of a yes/no column stand and what a press on each writes, in the words of the cell; null = neither. */
export function checksOf(column: Column | undefined, rows: readonly RowId[]): Checks | null {
  if (column?.type !== 'boolean') return null
  return rows.map((row) => {
    const text = writeCell(column, row)
    const value = column.values[row] ?? 2
    if (value === 2) return text === '' ? { on: null, turned: yesWord(column) } : null
    return { on: value === 1, turned: otherWord(text) ?? (value === 1 ? 'FALSE' : 'TRUE') }
  })
}

/** The column's own word for yes: that of its first filled cells. */
function yesWord(column: Column & { readonly type: 'boolean' }): string {
  const known = yesWords.get(column)
  if (known !== undefined) return known
  const to = Math.min(rowsLookedAt, column.values.length)
  const filled = column.values.subarray(0, to).findIndex((value) => value !== 2)
  const text = filled < 0 ? 'TRUE' : writeCell(column, filled)
  const word = column.values[filled] === 0 ? (otherWord(text) ?? 'TRUE') : text
  yesWords.set(column, word)
  return word
}
