import type { StoredColumn } from '../../project/stored.ts'
import type { Column, Originals } from '../../table/column.ts'
import { checksumOf } from './encode.ts'
import type { Chunk, ChunkRef, ColumnManifest } from './records.ts'

/** A chunk as read, beside what the manifest says of it; null = unreadable or gone. */
export interface ReadChunk {
  readonly ref: ChunkRef
  readonly chunk: Chunk | null
}
export interface ReadColumn {
  readonly cells: readonly ReadChunk[]
  readonly words: readonly ReadChunk[]
  readonly originals: readonly ReadChunk[] | null
}
export interface Decoded<Value> {
  readonly value: Value
  readonly whole: boolean // false: something was lost; lost cells are missing ones
}

const decoder = new TextDecoder()

/** Builds the column; whatever is there is used, even where a checksum disagrees. */
export function decodeColumn(
  heading: StoredColumn,
  manifest: ColumnManifest,
  read: ReadColumn,
  rowCount: number,
): Decoded<Column> {
  const cells = placed(read.cells)
  const words = decodeWords(read.words)
  const originals = decodeOriginals(cells, read.originals, rowCount)
  const marks = decodeMarks(cells, rowCount)
  const rows = cells.reduce((sum, { ref }) => sum + ref.rows, 0)
  const whole = cells.every(isWhole) && words.whole && originals.whole && rows === rowCount
  const base = {
    id: heading.id,
    name: heading.name,
    group: heading.group,
    role: heading.role,
    reading: heading.reading,
    unit: heading.unit,
    ...(heading.rules && { rules: heading.rules }),
    ...(heading.formula !== undefined && { formula: heading.formula }),
    revision: manifest.revision,
    originals: originals.value,
    marks,
  }
  return { value: withValues(base, heading.type, cells, words.value, rowCount), whole }
}

/** Living rows in order; null where a part is lost: then the order cannot be told. */
export function decodeOrder(read: readonly ReadChunk[]): Uint32Array | null {
  const chunks = placed(read)
  const order = new Uint32Array(chunks.reduce((sum, { ref }) => sum + ref.rows, 0))
  for (const part of chunks) {
    if (!isWhole(part) || part.chunk?.data.kind !== 'codes') return null
    order.set(part.chunk.data.codes, part.from)
  }
  return order
}

interface PlacedChunk extends ReadChunk {
  readonly from: number // first row
}

function placed(chunks: readonly ReadChunk[]): readonly PlacedChunk[] {
  let from = 0
  return chunks.map((part) => {
    const place = { ...part, from }
    from += part.ref.rows
    return place
  })
}

function isWhole({ ref, chunk }: ReadChunk): boolean {
  return chunk !== null && fits(chunk, ref.rows) && checksumOf(chunk) === ref.checksum
}

/** Damaged records may lack anything. */
function fits({ data, originals, marks }: Partial<Chunk>, rows: number): boolean {
  const flag = (codes: unknown) => codes === null || lengthOf(codes) === rows
  return flag(originals) && flag(marks) && dataLength(data) === rows
}

function dataLength(data: Partial<Chunk>['data']): number {
  switch (data?.kind) {
    case 'texts':
      return data.bytes instanceof Uint8Array ? lengthOf(data.starts) - 1 : -1
    case 'codes':
      return lengthOf(data.codes)
    case 'values':
      return lengthOf(data.values)
    case undefined:
      return -1
  }
}

/** -1 for what is no typed array. */
function lengthOf(codes: unknown): number {
  return ArrayBuffer.isView(codes) && 'length' in codes ? Number(codes.length) : -1
}

function withValues(
  base: Omit<Column, 'type' | 'values' | 'codes' | 'dictionary' | 'starts' | 'bytes' | 'changed'>,
  type: Column['type'],
  cells: readonly PlacedChunk[],
  dictionary: readonly string[],
  rowCount: number,
): Column {
  switch (type) {
    case 'number':
    case 'date': {
      const values = new Float64Array(rowCount).fill(NaN)
      for (const { from, ref, chunk } of cells)
        if (chunk?.data.kind === 'values' && fits(chunk, ref.rows))
          values.set(chunk.data.values, from)
      return { ...base, type, values }
    }
    case 'boolean': {
      const values = new Uint8Array(rowCount).fill(2)
      for (const { from, ref, chunk } of cells)
        if (chunk?.data.kind === 'values' && fits(chunk, ref.rows))
          values.set(chunk.data.values, from)
      return { ...base, type, values }
    }
    case 'category': {
      const codes = new Uint32Array(rowCount)
      for (const { from, ref, chunk } of cells)
        if (chunk?.data.kind === 'codes' && fits(chunk, ref.rows)) codes.set(chunk.data.codes, from)
      return { ...base, type, codes, dictionary }
    }
    case 'text':
      return { ...base, type, ...joinedTexts(cells, rowCount), changed: new Map() }
  }
}

function joinedTexts(cells: readonly PlacedChunk[], rowCount: number) {
  const starts = new Uint32Array(rowCount + 1)
  const parts: Uint8Array[] = []
  let bytes = 0
  for (const { from, ref, chunk } of cells) {
    const data = chunk?.data.kind === 'texts' && fits(chunk, ref.rows) ? chunk.data : null
    for (let i = 1; i <= ref.rows; i++) starts[from + i] = bytes + (data?.starts[i] ?? 0)
    if (data === null) continue
    parts.push(data.bytes)
    bytes += data.bytes.length
  }
  const last = cells.at(-1)
  starts.fill(bytes, last === undefined ? 0 : last.from + last.ref.rows + 1)
  const joined = new Uint8Array(bytes)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return { starts, bytes: joined }
}

/** A lost part of a dictionary leaves its words empty, so that the codes after it keep their meaning. */
function decodeWords(read: readonly ReadChunk[]): Decoded<readonly string[]> {
  const words: string[] = []
  for (const { ref, chunk } of read) {
    const data = chunk?.data.kind === 'texts' && fits(chunk, ref.rows) ? chunk.data : null
    for (let i = 0; i < ref.rows; i++)
      words.push(
        data === null
          ? ''
          : decoder.decode(data.bytes.subarray(data.starts[i], data.starts[i + 1])),
      )
  }
  return { value: words, whole: read.every(isWhole) }
}

function decodeOriginals(
  cells: readonly PlacedChunk[],
  read: readonly ReadChunk[] | null,
  rowCount: number,
): Decoded<Originals | null> {
  if (read === null) return { value: null, whole: true }
  const codes = new Uint32Array(rowCount)
  for (const { from, ref, chunk } of cells)
    if (chunk !== null && chunk.originals !== null && fits(chunk, ref.rows))
      codes.set(chunk.originals, from)
  const { value: dictionary, whole } = decodeWords(read)
  return { value: { codes, dictionary }, whole }
}

function decodeMarks(cells: readonly PlacedChunk[], rowCount: number): Uint8Array | null {
  if (cells.every(({ chunk }) => chunk === null || chunk.marks === null)) return null
  const marks = new Uint8Array(rowCount)
  for (const { from, ref, chunk } of cells)
    if (chunk !== null && chunk.marks !== null && fits(chunk, ref.rows))
      marks.set(chunk.marks, from)
  return marks
}
