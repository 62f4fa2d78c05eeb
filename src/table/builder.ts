import { lengthOf } from './cell.ts'
import {
  type Column,
  type ColumnData,
  type ColumnId,
  type ColumnRole,
  type ReadingId,
  type TextColumn,
} from './column.ts'
import { writeCell } from './parse/cell.ts'
import { readings } from './parse/index.ts'
import { type ReadContext, defaultContext } from './parse/reading.ts'
import type { Cells, RawCell } from './raw.ts'
import { readCells } from './readCells.ts'
import type { Table, TableId } from './table.ts'

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
export function buildColumn(spec: ColumnSpec, source: Cells | Iterable<RawCell>): Column {
  const cells = 'length' in source ? source : Array.from(source)
  const { unit, context } = spec
  const { data } = readCells(cells, readings.get(spec.reading), { ...context, unit })
  return columnOf(spec, data)
}

/** The column of cells that were read already. */
export function columnOf(spec: Omit<ColumnSpec, 'context'>, data: ColumnData): Column {
  const { id, name, group, role, reading, unit } = spec
  return { id, name, group, role, reading, unit, revision: 1, ...data }
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
      context: defaultContext(asOf),
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
    order: new Uint32Array(rowCount).map((_, row) => row),
    key: columns.find((column) => column.role === 'key')?.id ?? null,
    columns,
  }
}
