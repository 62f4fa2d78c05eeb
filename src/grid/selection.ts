import type { GridPlace, GridRange } from './source.ts'

export type Place = GridPlace

/** `active` takes the typing and stands inside the block between `anchor` and `end`; `end` is what Shift moves. */
export interface Selected {
  readonly active: Place
  readonly anchor: Place
  readonly end: Place
  readonly others: readonly GridRange[] // blocks made before this one
}

export interface Extent {
  readonly rows: number
  readonly columns: number
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

export const within = (extent: Extent, place: Place): Place => ({
  row: clamp(place.row, extent.rows),
  column: clamp(place.column, extent.columns),
})

/** Rows or columns went away: the selection stays on what is left. The same object when nothing changes. */
export function keptInside(selected: Selected, extent: Extent): Selected {
  const last = { row: extent.rows - 1, column: extent.columns - 1 }
  const others = selected.others.flatMap((range) =>
    range.top > last.row || range.left > last.column
      ? []
      : [
          {
            ...range,
            bottom: Math.min(range.bottom, last.row),
            right: Math.min(range.right, last.column),
          },
        ],
  )
  const kept: Selected = {
    active: within(extent, selected.active),
    anchor: within(extent, selected.anchor),
    end: within(extent, selected.end),
    others,
  }
  return same(kept.active, selected.active) &&
    same(kept.anchor, selected.anchor) &&
    same(kept.end, selected.end) &&
    others.length === selected.others.length &&
    others.every((range, at) => sameRange(range, selected.others[at] ?? range))
    ? selected
    : kept
}

const same = (a: Place, b: Place) => a.row === b.row && a.column === b.column

export const single = (place: Place): Selected => ({
  active: place,
  anchor: place,
  end: place,
  others: [],
})

export const rangeOf = ({ anchor, end }: Selected): GridRange => ({
  top: Math.min(anchor.row, end.row),
  left: Math.min(anchor.column, end.column),
  bottom: Math.max(anchor.row, end.row),
  right: Math.max(anchor.column, end.column),
})

export const holds = (range: GridRange, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right

export const rowsOf = (range: GridRange): number => range.bottom - range.top + 1
export const columnsOf = (range: GridRange): number => range.right - range.left + 1
export const cellsOf = (range: GridRange): number => rowsOf(range) * columnsOf(range)
export const sameRange = (a: GridRange, b: GridRange): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right

export const block = (range: GridRange, active: Place): Selected => ({
  active,
  anchor: { row: range.top, column: range.left },
  end: { row: range.bottom, column: range.right },
  others: [],
})

export const extended = (selected: Selected, end: Place): Selected => ({ ...selected, end })

export interface Step {
  readonly by: 'cell' | 'page' | 'edge' | 'filled' // filled: the edge of the filled cells, where the source knows it
  readonly rows: -1 | 0 | 1
  readonly columns: -1 | 0 | 1
}

/** Where a step leads; `page` = rows and columns of one screen. */
export function stepped(from: Place, step: Step, extent: Extent, page: Extent): Place {
  const far = (at: number, way: number, count: number) => (way === 0 ? at : way < 0 ? 0 : count - 1)
  if (step.by === 'edge' || step.by === 'filled')
    return {
      row: far(from.row, step.rows, extent.rows),
      column: far(from.column, step.columns, extent.columns),
    }
  const length = step.by === 'page' ? page : { rows: 1, columns: 1 }
  return within(extent, {
    row: from.row + step.rows * Math.max(1, length.rows),
    column: from.column + step.columns * Math.max(1, length.columns),
  })
}

/** Enter and Tab inside a block go round in it; null = past the end of the sheet (Tab in a single cell). */
export function advanced(
  selected: Selected,
  way: 'down' | 'up' | 'right' | 'left',
  extent: Extent,
): Selected | null {
  const { row, column } = selected.active
  const forward = way === 'down' || way === 'right'
  const across = way === 'left' || way === 'right'
  const inside = rangeOf(selected)
  const whole = cellsOf(inside) === 1 && selected.others.length === 0
  if (whole && !across) return single(within(extent, { row: row + (forward ? 1 : -1), column }))
  const range = whole
    ? { top: 0, left: 0, bottom: extent.rows - 1, right: extent.columns - 1 }
    : inside
  const wide = columnsOf(range)
  const high = rowsOf(range)
  const order = across
    ? (row - range.top) * wide + column - range.left
    : (column - range.left) * high + row - range.top
  const next = order + (forward ? 1 : -1)
  const count = wide * high
  const isPast = next < 0 || next >= count
  if (whole && isPast) return null
  if (isPast && selected.others.length > 0) return turned(selected, forward)
  const turn = (next + count) % count
  const place = across
    ? { row: range.top + Math.floor(turn / wide), column: range.left + (turn % wide) }
    : { row: range.top + (turn % high), column: range.left + Math.floor(turn / high) }
  return whole ? single(place) : { ...selected, active: place }
}

/** From the last cell of a block to the first of the next, the blocks standing in a ring; or back. */
function turned({ others, ...last }: Selected, forward: boolean): Selected {
  const [first, ...rest] = others
  const before = others.at(-1)
  const range = rangeOf({ ...last, others })
  const next = forward ? first : before
  if (!next) return { ...last, others }
  const place = forward
    ? { row: next.top, column: next.left }
    : { row: next.bottom, column: next.right }
  return {
    ...block(next, place),
    others: forward ? [...rest, range] : [range, ...others.slice(0, -1)],
  }
}

/** The block a drag of the fill handle covers: `range` grown along one axis, the one it was pulled further on. */
export function filled(range: GridRange, to: Place): GridRange {
  const down = to.row - range.bottom
  const up = range.top - to.row
  const right = to.column - range.right
  const left = range.left - to.column
  const most = Math.max(down, up, right, left)
  if (most <= 0) return range
  if (most === down) return { ...range, bottom: to.row }
  if (most === up) return { ...range, top: to.row }
  return most === right ? { ...range, right: to.column } : { ...range, left: to.column }
}
