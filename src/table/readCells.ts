import type { ColumnData } from './column.ts'
import { dataWriter } from './columnData.ts'
import { gathered } from './gather.ts'
import { type Group, type Tally, Tallying, note } from './infer/tally.ts'
import { memoRead } from './parse/memo.ts'
import { blank } from './parse/outcome.ts'
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

/** The words as a small column of their own, a row per code, whose cells are then put where the codes stand. */
function readWords({ words, codes }: WordCells, reading: Reading, context: ReadContext): ReadCells {
  const counts = new Uint32Array(words.length)
  for (let row = 0; row < codes.length; row++) counts[codes[row] as number]!++
  const writer = dataWriter(reading.type, words.length)
  const tally = new Tallying(reading, context)
  const groupsOf: (readonly Group[])[] = []
  for (const [code, word] of words.entries()) {
    const count = counts[code] as number
    const used = code > 0 && count > 0
    const cell = used ? reading.read(word, context) : blank
    writer.set(code, cell)
    groupsOf[code] = used ? tally.add(word, cell, count) : []
  }
  if (groupsOf.some((groups) => groups.length > 0))
    for (let row = 0; row < codes.length; row++) note(groupsOf[codes[row] as number] ?? [], row)
  return { data: gathered(writer.finish(), codes), tally: tally.finish(codes.length) }
}
