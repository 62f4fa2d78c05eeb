import type { Cell } from '../column.ts'
import type { RawCell } from '../raw.ts'
import type { ReadContext, Reading } from './reading.ts'

const enough = 8192 // distinct texts to remember
const trial = 16_384 // cells after which a memo that seldom helps is given up

/** Reads each distinct text once, as long as texts repeat. */
export function memoRead(reading: Reading, context: ReadContext): (cell: RawCell) => Cell {
  // a text is read faster than it is found again
  if (reading.type === 'text') return (cell) => reading.read(cell, context)
  const known = new Map<string, Cell>()
  let asked = 0
  let helps = true
  return (cell) => {
    if (!helps || typeof cell !== 'string') return reading.read(cell, context)
    asked++
    const found = known.get(cell)
    if (found) return found
    const read = reading.read(cell, context)
    if (known.size < enough) known.set(cell, read)
    else if (asked > trial && asked < known.size * 4) {
      helps = false
      known.clear()
    }
    return read
  }
}
