import { type Texts, textAt } from './cell.ts'
import type { RowId } from './column.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const block = 512 // rows decoded at once: one call of the decoder instead of 512

/** Calls `visit` with the text of each row from `from` to `to` (exclusive); '' = missing. */
export function eachText(
  column: Texts,
  visit: (text: string, row: RowId) => void,
  from = 0,
  to = column.starts.length - 1,
) {
  for (let first = from; first < to; first += block)
    eachOfBlock(column, visit, first, Math.min(first + block, to))
}

function eachOfBlock(
  column: Texts,
  visit: (text: string, row: RowId) => void,
  from: number,
  to: number,
) {
  const { bytes, starts, changed } = column
  const start = starts[from] ?? 0
  const all = decoder.decode(bytes.subarray(start, starts[to]))
  // as many characters as bytes: all ASCII, offsets are positions
  if (all.length === (starts[to] ?? 0) - start) {
    for (let row = from; row < to; row++) {
      const text = changed.size > 0 ? changed.get(row) : undefined
      visit(text ?? all.slice((starts[row] ?? 0) - start, (starts[row + 1] ?? 0) - start), row)
    }
    return
  }
  if (changed.size > 0) {
    for (let row = from; row < to; row++) visit(textAt(column, row), row)
    return
  }
  let at = 0
  for (let row = from; row < to; row++) {
    const end = starts[row + 1] ?? 0
    const begin = at
    for (let byte = starts[row] ?? 0; byte < end; byte++) {
      // continuation bytes add nothing; four-byte characters are two UTF-16 units
      const value = bytes[byte] as number
      if ((value & 0xc0) !== 0x80) at += value >= 0xf0 ? 2 : 1
    }
    visit(all.slice(begin, at), row)
  }
}
