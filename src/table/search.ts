import { type Job, createJob } from '../core/job.ts'
import { lengthOf, textAt } from './cell.ts'
import type {
  BooleanColumn,
  Column,
  DateColumn,
  NumberColumn,
  RowId,
  TextColumn,
} from './column.ts'
import { eachText } from './eachText.ts'
import { writeCell, writeValue } from './parse/cell.ts'
import { matchForm } from './parse/normalise.ts'
import type { Table } from './table.ts'

const block = 4096 // rows between checkpoints

/**
 * Which of `rows` hold the text in any column, in their order. Case, width and blanks are ignored; an empty text
 * is held by all. What is searched is what the sheet shows.
 */
export async function searchRows(
  table: Table,
  rows: Uint32Array,
  text: string,
  job: Job = createJob(),
): Promise<Uint32Array<ArrayBuffer>> {
  const needle = matchForm(text)
  if (needle === '') return rows.slice()
  const hits = new Uint8Array(table.rowCount)
  for (const column of table.columns) await hitColumn(column, needle, hits, job)
  return rows.filter((row) => hits[row] === 1)
}

/** Whether one cell holds the text, as `searchRows` compares. `needle` is in `matchForm`. */
export function matches(column: Column, row: RowId, needle: string): boolean {
  return matchForm(writeCell(column, row)).includes(needle)
}

async function hitColumn(column: Column, needle: string, hits: Uint8Array, job: Job) {
  const count = lengthOf(column)
  const worded = column.originals
  const inOriginals = worded ? wordsWith(worded.dictionary, needle) : null
  const plainHit = plainTest(column, needle)
  if (!plainHit && !inOriginals?.some) return
  for (let from = 0; from < count; from += block) {
    const to = Math.min(from + block, count)
    if (plainHit) plainHit(from, to, (row) => !worded?.codes[row] && (hits[row] = 1))
    if (worded && inOriginals?.some)
      for (let row = from; row < to; row++)
        if (inOriginals.has[worded.codes[row] ?? 0]) hits[row] = 1
    await job.checkpoint()
  }
}

function wordsWith(dictionary: readonly string[], needle: string) {
  const has = Uint8Array.from(dictionary, (word, code) =>
    code > 0 && matchForm(word).includes(needle) ? 1 : 0,
  )
  return { has, some: has.includes(1) }
}

type PlainTest = (from: RowId, to: RowId, hit: (row: RowId) => void) => void

/** Tests the values of a span of rows; null = no value of this column can hold the text. */
function plainTest(column: Column, needle: string): PlainTest | null {
  switch (column.type) {
    case 'text':
      return (from, to, hit) => hitTexts(column, needle, from, to, hit)
    case 'category': {
      const { has, some } = wordsWith(column.dictionary, needle)
      if (!some) return null
      return (from, to, hit) => {
        for (let row = from; row < to; row++) if (has[column.codes[row] ?? 0]) hit(row)
      }
    }
    case 'number':
    case 'date':
      if (!/^[-+.%e\d]+$/.test(needle)) return null
      return testEach(column, needle)
    case 'boolean':
      return testEach(column, needle)
  }
}

/** Each different value is written once, as far as there is room to remember it. */
function testEach(column: NumberColumn | DateColumn | BooleanColumn, needle: string): PlainTest {
  const met = new Map<number, boolean>()
  const holds = (row: RowId): boolean => {
    const value = column.values[row] as number
    const known = met.get(value)
    if (known !== undefined) return known
    const found = writeValue(column, row).toLowerCase().includes(needle)
    if (met.size < remembered) met.set(value, found)
    return found
  }
  return (from, to, hit) => {
    for (let row = from; row < to; row++) if (holds(row)) hit(row)
  }
}
const remembered = 20_000

const decoder = new TextDecoder()
const span = 256 // rows looked through at once; only where the text is found are they taken apart

function hitTexts(
  column: TextColumn,
  needle: string,
  from: RowId,
  to: RowId,
  hit: (row: RowId) => void,
) {
  for (let first = from; first < to; first += span) {
    const last = Math.min(first + span, to)
    const all = decoder.decode(column.bytes.subarray(column.starts[first], column.starts[last]))
    if (!matchForm(all).includes(needle)) continue
    eachText(
      column,
      (text, row) => {
        if (matchForm(text).includes(needle)) hit(row)
      },
      first,
      last,
    )
  }
  for (const row of column.changed.keys())
    if (row >= from && row < to && matchForm(textAt(column, row)).includes(needle)) hit(row)
}
