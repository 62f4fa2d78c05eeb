import { textAt } from '../../table/cell.ts'
import type { Column, TextColumn } from '../../table/column.ts'
import { checksum } from './checksum.ts'
import { bytesPerChunk, rowsPerChunk, type CellData, type Chunk, type Codes } from './records.ts'

const encoder = new TextEncoder()

export interface SizedChunk {
  readonly rows: number
  readonly chunk: Chunk
}

/** The cells of a column, chunk by chunk: copies, since a stored view would drag its whole buffer along. */
export function* cellChunks(column: Column): Generator<SizedChunk> {
  if (column.type === 'text') {
    for (const [from, to] of textRanges(column))
      yield sized(column, from, to, textData(column, from, to))
    return
  }
  const length = column.type === 'category' ? column.codes.length : column.values.length
  for (let from = 0; from < length; from += rowsPerChunk) {
    const to = Math.min(from + rowsPerChunk, length)
    const data: CellData =
      column.type === 'category'
        ? { kind: 'codes', codes: narrow(column.codes, from, to, column.dictionary.length) }
        : { kind: 'values', values: column.values.slice(from, to) }
    yield sized(column, from, to, data)
  }
}

/** A dictionary as chunks of texts. */
export function* wordChunks(words: readonly string[]): Generator<SizedChunk> {
  let from = 0
  let bytes = 0
  let parts: Uint8Array[] = []
  for (const [index, word] of words.entries()) {
    const part = encoder.encode(word)
    if (index > from && (index - from === rowsPerChunk || bytes + part.length > bytesPerChunk)) {
      yield plain(index - from, packed(parts))
      from = index
      bytes = 0
      parts = []
    }
    parts.push(part)
    bytes += part.length
  }
  if (parts.length > 0) yield plain(parts.length, packed(parts))
}

export function* orderChunks(order: Uint32Array): Generator<SizedChunk> {
  for (let from = 0; from < order.length; from += rowsPerChunk) {
    const codes = order.slice(from, from + rowsPerChunk)
    yield plain(codes.length, { kind: 'codes', codes })
  }
}

export function checksumOf({ data, originals, marks }: Chunk): number {
  const arrays =
    data.kind === 'texts'
      ? [data.starts, data.bytes]
      : [data.kind === 'codes' ? data.codes : data.values]
  return checksum([...arrays, originals ?? new Uint8Array(), marks ?? new Uint8Array()])
}

export function sizeOf({ data, originals, marks }: Chunk): number {
  const own =
    data.kind === 'texts'
      ? data.starts.byteLength + data.bytes.byteLength
      : (data.kind === 'codes' ? data.codes : data.values).byteLength
  return own + (originals?.byteLength ?? 0) + (marks?.byteLength ?? 0)
}

function sized(column: Column, from: number, to: number, data: CellData): SizedChunk {
  const { originals, marks } = column
  return {
    rows: to - from,
    chunk: {
      data,
      originals:
        originals === null ? null : narrow(originals.codes, from, to, originals.dictionary.length),
      marks: marks === null ? null : marks.slice(from, to),
    },
  }
}

function plain(rows: number, data: CellData): SizedChunk {
  return { rows, chunk: { data, originals: null, marks: null } }
}

function narrow(codes: Uint32Array, from: number, to: number, words: number): Codes {
  const part = codes.subarray(from, to)
  if (words <= 0x100) return Uint8Array.from(part)
  return words <= 0x10000 ? Uint16Array.from(part) : part.slice()
}

function* textRanges(column: TextColumn): Generator<readonly [number, number]> {
  const rows = column.starts.length - 1
  let from = 0
  let bytes = 0
  for (let row = 0; row < rows; row++) {
    const length =
      column.changed.size > 0 && column.changed.has(row)
        ? encoder.encode(textAt(column, row)).length
        : (column.starts[row + 1] ?? 0) - (column.starts[row] ?? 0)
    if (row > from && (row - from === rowsPerChunk || bytes + length > bytesPerChunk)) {
      yield [from, row]
      from = row
      bytes = 0
    }
    bytes += length
  }
  if (rows > from) yield [from, rows]
}

/** Changed cells are packed in. */
function textData(column: TextColumn, from: number, to: number): CellData {
  const first = column.starts[from] ?? 0
  if (column.changed.size === 0) {
    return {
      kind: 'texts',
      starts: column.starts.slice(from, to + 1).map((start) => start - first),
      bytes: column.bytes.slice(first, column.starts[to]),
    }
  }
  const parts: Uint8Array[] = []
  for (let row = from; row < to; row++) {
    const changed = column.changed.get(row)
    parts.push(
      changed === undefined
        ? column.bytes.subarray(column.starts[row], column.starts[row + 1])
        : encoder.encode(changed),
    )
  }
  return packed(parts)
}

function packed(parts: readonly Uint8Array[]): CellData {
  const starts = new Uint32Array(parts.length + 1)
  for (const [index, part] of parts.entries())
    starts[index + 1] = (starts[index] ?? 0) + part.length
  const bytes = new Uint8Array(starts[parts.length] ?? 0)
  for (const [index, part] of parts.entries()) bytes.set(part, starts[index])
  return { kind: 'texts', starts, bytes }
}
