import type { Cells, RawCell } from '../raw.ts'
import { opened } from '../parse/rawText.ts'
import { plain } from '../parse/normalise.ts'
import type { ReadContext } from '../parse/reading.ts'

/** Some filled cells of a column, each different text once. */
export interface Sample {
  readonly cells: readonly SampledCell[]
  readonly filled: number // cells looked at that hold something
}
export interface SampledCell {
  readonly cell: RawCell
  readonly text: string // `plain`
  readonly count: number
}

const size = 1000

/** All cells of a short column; of a long one the first and then evenly spaced ones, the same at every run. */
export function sampleOf(cells: Cells, context: ReadContext): Sample {
  const known = new Map<string, { cell: RawCell; text: string; count: number }>()
  let filled = 0
  const take = (cell: RawCell) => {
    if (cell === null || cell === '') return
    const text = opened(cell, context)
    if (typeof text !== 'string') return
    filled++
    const kind = typeof cell === 'string' ? 's' : typeof cell === 'object' ? cell.kind : typeof cell
    const key = `${kind}:${text}`
    const found = known.get(key)
    if (found) found.count++
    else known.set(key, { cell, text: plain(text), count: 1 })
  }
  const step = Math.max(1, cells.length / size)
  for (let at = 0; at < cells.length; at += step) take(cells.at(Math.floor(at)) ?? null)
  // a column that is mostly empty says more in its other cells
  if (filled < 50 && step > 1)
    for (let at = 0; at < cells.length && filled < size; at++) take(cells.at(at) ?? null)
  return { cells: [...known.values()], filled }
}
