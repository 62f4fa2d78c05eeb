import { block, cellsOf, holds, rangeOf, single, type Place, type Selected } from './selection.ts'
import type { GridCopied, GridRange, GridSelection } from './source.ts'

/** Several blocks at once, as Ctrl makes them. */
export const rangesOf = (selected: Selected): readonly GridRange[] => [
  ...selected.others,
  rangeOf(selected),
]

export const told = (selected: Selected): GridSelection => ({
  active: selected.active,
  range: rangeOf(selected),
  ranges: rangesOf(selected),
  cells: countOf(rangesOf(selected)),
  copied: joined(rangesOf(selected)),
})

export const isOneCell = (selected: Selected): boolean =>
  selected.others.length === 0 && cellsOf(rangeOf(selected)) === 1

export const isIn = (ranges: readonly GridRange[], row: number, column: number): boolean =>
  ranges.some((range) => holds(range, row, column))

/** One more block, beside those that there are. */
export const withAlso = (before: Selected, next: Selected): Selected => ({
  ...next,
  others: [...rangesOf(before), ...next.others],
})

/** Without these cells; the active one stays where it is still selected. Of nothing the active cell is left. */
export function without(before: Selected, cut: GridRange): Selected {
  const rest = rangesOf(before).flatMap((range) => apart(range, cut))
  const { active } = before
  const at = rest.findLastIndex((range) => holds(range, active.row, active.column))
  const last = rest[at] ?? rest.at(-1)
  if (!last) return single(active)
  const place = at < 0 ? { row: last.top, column: last.left } : active
  return { ...block(last, place), others: rest.filter((range) => range !== last) }
}

/** What is left of a block, in up to four pieces: above, at the left, at the right, below. */
export function apart(range: GridRange, cut: GridRange): readonly GridRange[] {
  const top = Math.max(range.top, cut.top)
  const bottom = Math.min(range.bottom, cut.bottom)
  const left = Math.max(range.left, cut.left)
  const right = Math.min(range.right, cut.right)
  if (top > bottom || left > right) return [range]
  const pieces = [
    { ...range, bottom: top - 1 },
    { ...range, top, bottom, right: left - 1 },
    { ...range, top, bottom, left: right + 1 },
    { ...range, top: bottom + 1 },
  ]
  return pieces.filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right)
}

/** The blocks cut so that no cell is in two of them, in their order. */
export const disjoint = (ranges: readonly GridRange[]): readonly GridRange[] =>
  ranges.reduce<readonly GridRange[]>(
    (done, range) => [...done, ...done.reduce<readonly GridRange[]>(cutAll, [range])],
    [],
  )

const cutAll = (pieces: readonly GridRange[], cut: GridRange) =>
  pieces.flatMap((piece) => apart(piece, cut))

/** Blocks that fill a grid of rows and columns are copied as one, as Excel does; null = they do not. */
export function joined(ranges: readonly GridRange[]): GridCopied | null {
  const single = ranges[0]
  if (single && ranges.length === 1)
    return { spans: [{ top: single.top, bottom: single.bottom }], columns: upTo(single) }
  const pieces = disjoint(ranges)
  const columns = [...new Set(pieces.flatMap(upTo))].sort((a, b) => a - b)
  const spans = merged(pieces)
  const rows = spans.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)
  const cells = pieces.reduce((sum, piece) => sum + cellsOf(piece), 0)
  return rows * columns.length === cells ? { spans, columns } : null
}

const upTo = ({ left, right }: GridRange) =>
  Array.from({ length: right - left + 1 }, (_, at) => left + at)

function merged(ranges: readonly GridRange[]): { top: number; bottom: number }[] {
  const spans: { top: number; bottom: number }[] = []
  for (const { top, bottom } of [...ranges].sort((a, b) => a.top - b.top)) {
    const last = spans.at(-1)
    if (last && top <= last.bottom + 1) last.bottom = Math.max(last.bottom, bottom)
    else spans.push({ top, bottom })
  }
  return spans
}

/** The cells of all blocks, each once. */
export const countOf = (ranges: readonly GridRange[]): number =>
  disjoint(ranges).reduce((sum, range) => sum + cellsOf(range), 0)

export const placeIn = ({ top, left }: GridRange): Place => ({ row: top, column: left })
