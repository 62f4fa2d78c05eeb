/** Which of several columns each row lacks: rows that lack the same ones share a pattern. */
export interface Gaps {
  readonly patterns: Uint16Array // by row; pattern 0 lacks nothing, whether a row has it or not
  /** By pattern: which columns it lacks, 1 per column, those of a pattern beside one another. */
  readonly lacks: Uint8Array
  readonly count: number // of patterns
}

const most = 4096 // patterns; a table of shares for more would not stay in the cache

/**
 * From the rows that lack each column. Null where there are more patterns than tables are worth making for. Kept for as long as
 * the lists are: a dragged weight changes no gap.
 */
export function gapsOf(lists: readonly Uint32Array[], rows: number): Gaps | null {
  const [first] = lists
  if (!first) return null
  const last = known.get(first)
  if (last?.patterns.length === rows && isSame(last.lists, lists)) return last.gaps
  const patterns = new Uint16Array(rows)
  const gaps = part(lists, patterns)
  known.set(first, { lists, patterns, gaps })
  return gaps
}

interface Known {
  readonly lists: readonly Uint32Array[]
  readonly patterns: Uint16Array
  readonly gaps: Gaps | null
}
const known = new WeakMap<Uint32Array, Known>()

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at])

/** Each column parts the patterns so far in two; only rows with a gap move. */
function part(lists: readonly Uint32Array[], patterns: Uint16Array): Gaps | null {
  let masks: Uint8Array[] = [new Uint8Array(lists.length)]
  for (const [column, list] of lists.entries()) {
    const moved = new Int32Array(masks.length).fill(-1)
    const next = [...masks]
    for (let i = 0; i < list.length; i++) {
      const row = list[i] as number
      const old = patterns[row] as number
      if (moved[old] === -1) {
        if (next.length === most) return null
        moved[old] = next.length
        const mask = (masks[old] as Uint8Array).slice()
        mask[column] = 1
        next.push(mask)
      }
      patterns[row] = moved[old] as number
    }
    masks = next
  }
  const lacks = new Uint8Array(masks.length * lists.length)
  masks.forEach((mask, at) => lacks.set(mask, at * lists.length))
  return { patterns, lacks, count: masks.length }
}

const rowsByColumn = new WeakMap<Float64Array, Uint32Array>()

/** Rows without a value. Kept beside the column, which must not change. */
export function gapRows(column: Float64Array): Uint32Array {
  const found = rowsByColumn.get(column)
  if (found) return found
  let count = 0
  for (let row = 0; row < column.length; row++) count += +(column[row] !== column[row])
  const rows = new Uint32Array(count)
  for (let row = 0, at = 0; at < count; row++) if (column[row] !== column[row]) rows[at++] = row
  rowsByColumn.set(column, rows)
  return rows
}
