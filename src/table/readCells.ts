import type { ColumnData } from './column.ts'
import { dataWriter } from './columnData.ts'
import { gathered } from './gather.ts'
import { type Group, type Tally, Tallying, note } from './infer/tally.ts'
import { memoRead } from './parse/memo.ts'
import type { ReadContext, Reading } from './parse/reading.ts'
import type { Cells } from './raw.ts'
import { WordCells } from './wordCells.ts'

/** A column of cells as values, and what reading them came to. */
export interface ReadCells {
  readonly data: ColumnData
  readonly tally: Tally
}

/** Reads every cell once; of cells that are words, every word. */
export function readCells(cells: Cells, reading: Reading, context: ReadContext): ReadCells {
  if (cells instanceof WordCells) return readWords(cells, reading, context)
  const read = memoRead(reading, context)
  const writer = dataWriter(reading.type, cells.length)
  const tally = new Tallying(reading, context)
  for (let row = 0; row < cells.length; row++) {
    const raw = cells.at(row) ?? null
    const cell = read(raw)
    writer.set(row, cell)
    note(tally.add(raw, cell), row)
  }
  return { data: writer.finish(), tally: tally.finish(cells.length) }
}

/** The words as a small column of their own, in the order in which they come; its cells are then put into their rows. */
function readWords(cells: WordCells, reading: Reading, context: ReadContext): ReadCells {
  const { codes, words } = cells
  const counts = new Uint32Array(words.length)
  const order: number[] = []
  for (const code of codes) {
    const count = (counts[code] ?? 0) + 1
    counts[code] = count
    if (count === 1 && code !== 0) order.push(code)
  }
  const writer = dataWriter(reading.type, order.length)
  const tally = new Tallying(reading, context)
  const placeOf = new Int32Array(words.length).fill(-1)
  const groupsOf: (readonly Group[])[] = []
  let noted = false
  for (const [place, code] of order.entries()) {
    const raw = words[code] ?? ''
    const cell = reading.read(raw, context)
    placeOf[code] = place
    writer.set(place, cell)
    groupsOf[code] = tally.add(raw, cell, counts[code])
    noted ||= groupsOf[code].length > 0
  }
  if (noted) for (const [row, code] of codes.entries()) note(groupsOf[code] ?? [], row)
  const source = Int32Array.from(codes, (code) => placeOf[code] as number)
  return { data: gathered(writer.finish(), source), tally: tally.finish(codes.length) }
}
