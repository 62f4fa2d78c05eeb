import type { Texts } from './cell.ts'
import type { ColumnData, Originals } from './column.ts'
import { eachText } from './eachText.ts'
import { TextWriter } from './textWriter.ts'

/** The column with other rows: `source[row]` is the row whose cell stands there, −1 = missing. */
export function gathered<C extends ColumnData>(column: C, source: Int32Array | Uint16Array): C {
  return { ...column, ...dataAt(column, source) }
}

function dataAt(column: ColumnData, source: Int32Array | Uint16Array): ColumnData {
  const flags = {
    originals: column.originals && gatheredOriginals(column.originals, source),
    marks: column.marks && taken(column.marks, source, new Uint8Array(source.length)),
  }
  switch (column.type) {
    case 'number':
    case 'date': {
      const values = taken(column.values, source, new Float64Array(source.length).fill(NaN))
      return { ...column, ...flags, values }
    }
    case 'boolean': {
      const values = taken(column.values, source, new Uint8Array(source.length).fill(2))
      return { ...column, ...flags, values }
    }
    case 'category': {
      const codes = taken(column.codes, source, new Uint32Array(source.length))
      return { ...column, ...flags, codes }
    }
    case 'text': {
      if (column.changed.size === 0)
        return { ...column, ...flags, ...gatheredBytes(column, source) }
      const texts: string[] = []
      eachText(column, (text) => texts.push(text))
      const writer = new TextWriter(source.length)
      for (const row of source) writer.add(row < 0 ? '' : (texts[row] ?? ''))
      return { ...column, ...flags, ...writer.finish() }
    }
  }
}

/** Texts as the bytes they are. */
function gatheredBytes({ starts, bytes }: Texts, source: Int32Array | Uint16Array) {
  const rows = starts.length - 1
  const ends = new Uint32Array(source.length + 1)
  for (let row = 0; row < source.length; row++) {
    const at = source[row] as number
    const size = at >= 0 && at < rows ? (starts[at + 1] as number) - (starts[at] as number) : 0
    ends[row + 1] = (ends[row] as number) + size
  }
  const all = new Uint8Array(ends[source.length] as number)
  for (let row = 0; row < source.length; row++) {
    const to = ends[row] as number
    const size = (ends[row + 1] as number) - to
    if (size === 0) continue
    const from = starts[source[row] as number] as number
    if (size > 64) all.set(bytes.subarray(from, from + size), to)
    else for (let byte = 0; byte < size; byte++) all[to + byte] = bytes[from + byte] as number
  }
  return { starts: ends, bytes: all }
}

function gatheredOriginals(
  { codes, dictionary }: Originals,
  source: Int32Array | Uint16Array,
): Originals {
  return { codes: taken(codes, source, new Uint32Array(source.length)), dictionary }
}

function taken<A extends Float64Array | Uint32Array | Uint8Array>(
  from: A,
  source: Int32Array | Uint16Array,
  to: A,
): A {
  for (let row = 0; row < source.length; row++) {
    const at = source[row] as number
    if (at >= 0) to[row] = from[at] ?? 0
  }
  return to
}
