import type { Cell } from '../column.ts'
import type { RawCell } from '../raw.ts'
import { withoutTextQuote } from './normalise.ts'
import { said } from './outcome.ts'
import { losesDigits, opened } from './rawText.ts'
import type { ReadContext, Reading } from './reading.ts'

export const text: Reading = {
  id: 'text',
  type: 'text',
  read: readText,
  write: (value) => (value === null ? '' : String(value)),
}

/** Kept as written but for blanks at the ends and a spreadsheet's text quote. A formula is text like any other. */
export function readText(cell: RawCell, context: ReadContext): Cell {
  const read = opened(cell, context)
  if (typeof read !== 'string') return read
  const value = withoutTextQuote(read)
  return losesDigits(cell) ? { ...said(value), mark: 'digitsLost' } : said(value)
}
