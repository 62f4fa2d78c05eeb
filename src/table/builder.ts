import { lengthOf } from './cell.ts'
import {
  type Column,
  type ColumnId,
  type ColumnRole,
  type ColumnRules,
  type Originals,
  type ReadingId,
  type RowId,
  type TextColumn,
  markCode,
} from './column.ts'
import { Dictionary } from './dictionary.ts'
import { writeCell } from './parse/cell.ts'
import { readings } from './parse/index.ts'
import { memoRead } from './parse/memo.ts'
import type { ReadContext } from './parse/reading.ts'
import { contextWith, rulesOf } from './parse/rules.ts'
import type { RawCell } from './raw.ts'
import type { Table, TableId } from './table.ts'
import { TextWriter } from './textWriter.ts'

export interface ColumnSpec {
  readonly id: ColumnId
  readonly name: string
  readonly group: string | null
  readonly role: ColumnRole
  readonly reading: ReadingId
  readonly unit: string | null // wins over the context's
  readonly context: ReadContext
}

/** Reads cells into a column; each distinct text once. Nothing is lost: what does not parse keeps its text. */
export function buildColumn(
  spec: ColumnSpec,
  source: ArrayLike<RawCell> | Iterable<RawCell>,
): Column {
  const cells = 'length' in source ? source : Array.from(source)
  const count = cells.length
  const reading = readings.get(spec.reading)
  const read = memoRead(reading, { ...spec.context, unit: spec.unit })
  const flags = new Flags(count)
  const rules = rulesOf(spec.context)
  const base = {
    id: spec.id,
    name: spec.name,
    group: spec.group,
    role: spec.role,
    reading: spec.reading,
    unit: spec.unit,
    ...(rules && { rules }),
    revision: 1,
  }
  switch (reading.type) {
    case 'number':
    case 'date': {
      const values = new Float64Array(count)
      for (let row = 0; row < count; row++) {
        const cell = read(cells[row] ?? null)
        values[row] = typeof cell.value === 'number' ? cell.value : NaN
        flags.set(row, cell.original, markCode[cell.mark])
      }
      return { ...base, type: reading.type, values, ...flags.finish() }
    }
    case 'boolean': {
      const values = new Uint8Array(count)
      for (let row = 0; row < count; row++) {
        const cell = read(cells[row] ?? null)
        values[row] = cell.value === null ? 2 : cell.value === true ? 1 : 0
        flags.set(row, cell.original, markCode[cell.mark])
      }
      return { ...base, type: 'boolean', values, ...flags.finish() }
    }
    case 'category': {
      const codes = new Uint32Array(count)
      const dictionary = new Dictionary()
      for (let row = 0; row < count; row++) {
        const cell = read(cells[row] ?? null)
        codes[row] = cell.value === null ? 0 : dictionary.code(String(cell.value))
        flags.set(row, cell.original, markCode[cell.mark])
      }
      return { ...base, type: 'category', codes, dictionary: dictionary.words, ...flags.finish() }
    }
    case 'text': {
      const writer = new TextWriter(count)
      for (let row = 0; row < count; row++) {
        const cell = read(cells[row] ?? null)
        writer.add(cell.value === null ? '' : String(cell.value))
        flags.set(row, cell.original, markCode[cell.mark])
      }
      return { ...base, type: 'text', ...writer.finish(), ...flags.finish() }
    }
  }
}

/** Originals and marks, made only where a row has one. */
class Flags {
  readonly #count: number
  readonly #originals = new Dictionary()
  #codes: Uint32Array | null = null
  #marks: Uint8Array | null = null

  constructor(count: number) {
    this.#count = count
  }

  set(row: RowId, original: string | null, mark: number) {
    if (original !== null)
      (this.#codes ??= new Uint32Array(this.#count))[row] = this.#originals.code(original)
    if (mark !== 0) (this.#marks ??= new Uint8Array(this.#count))[row] = mark
  }

  finish(): { originals: Originals | null; marks: Uint8Array | null } {
    const originals = this.#codes && { codes: this.#codes, dictionary: this.#originals.words }
    return { originals, marks: this.#marks }
  }
}

/** Same column with `count` missing cells at the end. */
export function appendMissing(column: Column, count: number): Column {
  return resized(column, lengthOf(column) + count)
}

/** Same column without its last `count` cells. */
export function dropLast(column: Column, count: number): Column {
  return resized(column, Math.max(0, lengthOf(column) - count))
}

function resized(column: Column, count: number): Column {
  const base = {
    revision: column.revision + 1,
    originals: column.originals && {
      ...column.originals,
      codes: fitted(column.originals.codes, new Uint32Array(count)),
    },
    marks: column.marks && fitted(column.marks, new Uint8Array(count)),
  }
  switch (column.type) {
    case 'number':
    case 'date':
      return {
        ...column,
        ...base,
        values: fitted(column.values, new Float64Array(count).fill(NaN)),
      }
    case 'boolean':
      return { ...column, ...base, values: fitted(column.values, new Uint8Array(count).fill(2)) }
    case 'category':
      return { ...column, ...base, codes: fitted(column.codes, new Uint32Array(count)) }
    case 'text':
      return { ...column, ...base, ...resizedTexts(column, count) }
  }
}

function fitted<A extends Float64Array | Uint32Array | Uint8Array>(from: A, to: A): A {
  to.set(from.length > to.length ? from.subarray(0, to.length) : from)
  return to
}

function resizedTexts(column: TextColumn, count: number) {
  const end = column.starts[column.starts.length - 1] ?? 0
  const starts = fitted(column.starts, new Uint32Array(count + 1).fill(end))
  const changed = new Map([...column.changed].filter(([row]) => row < count))
  return { starts, bytes: column.bytes.subarray(0, starts[count]), changed }
}

/** The column read anew from its texts as another kind. What was only in the old value's text form stays a text. */
export function rereadColumn(
  column: Column,
  reading: ReadingId,
  unit: string | null,
  asOf: string,
  rules?: ColumnRules,
): Column {
  const texts = Array.from({ length: lengthOf(column) }, (_, row) => writeCell(column, row))
  const next = buildColumn(
    {
      id: column.id,
      name: column.name,
      group: column.group,
      role: column.role,
      reading,
      unit,
      context: contextWith(rules, unit, asOf),
    },
    texts,
  )
  return { ...next, revision: column.revision + 1 }
}

/** A table of columns of one length, all rows living, in their order. */
export function tableOf(id: TableId, columns: readonly Column[]): Table {
  const lengths = new Set(columns.map(lengthOf))
  if (lengths.size > 1) throw new Error('columns of different lengths')
  const [rowCount = 0] = lengths
  return {
    id,
    rowCount,
    order: Uint32Array.from({ length: rowCount }, (_, row) => row),
    key: columns.find((column) => column.role === 'key')?.id ?? null,
    columns,
  }
}
