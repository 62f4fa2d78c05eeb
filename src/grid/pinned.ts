import type { GridColumn } from './source.ts'

/**
 * A run of columns held at the right edge until the sheet is scrolled to where it stands; from there on it moves with
 * its neighbours, so that what is on show always keeps the order of the columns. px as in `Layout`.
 */
export interface Pinned {
  readonly from: number
  readonly to: number // exclusive
  readonly left: number // where it stands among its neighbours
  readonly width: number
  readonly until: number // held while scrolled by less
}

const leastRest = 200 // px that frozen and pinned columns leave to the others, else none is pinned

/** The last run of neighbours marked `pinnedEnd`; null where it is in sight by itself, or leaves too little room. */
export function pinnedRun(
  columns: readonly GridColumn[],
  lefts: readonly number[],
  width: number,
  frozen: number,
  room: number,
): Pinned | null {
  const at = (column: number) => lefts[column] ?? width
  const isPinned = (column: number) => column >= frozen && (columns[column]?.pinnedEnd ?? false)
  let to = columns.length
  while (to > frozen && !isPinned(to - 1)) to--
  let from = to
  while (isPinned(from - 1)) from--
  const own = at(to) - at(from)
  const until = at(to) - room
  return own > 0 && until > 0 && room - at(frozen) - own >= leastRest
    ? { from, to, left: at(from), width: own, until }
    : null
}

/** How far the run is shifted to the left from where it stands. */
export const pinnedShift = (pinned: Pinned, scroll: number): number =>
  Math.max(scroll, pinned.until)

/** Whether the run stands over columns that are scrolled under it. */
export const isHeld = (pinned: Pinned | null, scroll: number): boolean =>
  pinned !== null && scroll < pinned.until
