import type { RowId } from '../table/column.ts'

/** Rows that share a code, where several do, in their order; code 0 is none. `size`: number of codes. */
export function* rowsByCode(
  rows: Uint32Array,
  codes: Uint32Array,
  size: number,
): Generator<Uint32Array> {
  // few rows of many codes: an array as long as the codes would cost more than they
  if (rows.length * 8 < size) {
    const parts = new Map<number, RowId[]>()
    for (const row of rows) {
      const code = codes[row] as number
      const part = parts.get(code)
      if (part) part.push(row)
      else parts.set(code, [row])
    }
    for (const [code, part] of parts) if (code > 0 && part.length > 1) yield Uint32Array.from(part)
    return
  }
  const ends = new Uint32Array(size)
  const count = (code: number) => (ends[code] = (ends[code] as number) + 1)
  for (const row of rows) count(codes[row] as number)
  for (let code = 1; code < size; code++)
    ends[code] = (ends[code] as number) + (ends[code - 1] as number)
  const sorted = new Uint32Array(rows.length)
  const next = ends.slice()
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] as RowId
    const code = codes[row] as number
    const at = (next[code] as number) - 1
    next[code] = at
    sorted[at] = row
  }
  for (let code = 1; code < size; code++) {
    const from = ends[code - 1] as number
    const to = ends[code] as number
    if (to - from > 1) yield sorted.subarray(from, to)
  }
}
