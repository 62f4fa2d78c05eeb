import type { GridRange, GridSelection } from './source.ts'

export interface Place {
  readonly row: number
  readonly column: number
}

/** `active` takes the typing and stands inside the block between `anchor` and `end`; `end` is what Shift moves. */
export interface Selected {
  readonly active: Place
  readonly anchor: Place
  readonly end: Place
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
  const kept: Selected = {
    active: within(extent, selected.active),
    anchor: within(extent, selected.anchor),
    end: within(extent, selected.end),
  }
  const same = (a: Place, b: Place) => a.row === b.row && a.column === b.column
  return same(kept.active, selected.active) &&
    same(kept.anchor, selected.anchor) &&
    same(kept.end, selected.end)
    ? selected
    : kept
}

export const single = (place: Place): Selected => ({ active: place, anchor: place, end: place })

export const rangeOf = ({ anchor, end }: Selected): GridRange => ({
  top: Math.min(anchor.row, end.row),
  left: Math.min(anchor.column, end.column),
  bottom: Math.max(anchor.row, end.row),
  right: Math.max(anchor.column, end.column),
})

export const told = (selected: Selected): GridSelection => ({
  active: selected.active,
  range: rangeOf(selected),
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
})

export const extended = (selected: Selected, end: Place): Selected => ({ ...selected, end })

export interface Step {
  readonly by: 'cell' | 'page' | 'edge'
  readonly rows: -1 | 0 | 1
  readonly columns: -1 | 0 | 1
}

/** Where a step leads; `page` = rows of one screen. */
export function stepped(from: Place, step: Step, extent: Extent, page: number): Place {
  const far = (at: number, way: number, count: number) => (way === 0 ? at : way < 0 ? 0 : count - 1)
  if (step.by === 'edge')
    return {
      row: far(from.row, step.rows, extent.rows),
      column: far(from.column, step.columns, extent.columns),
    }
  const length = step.by === 'page' ? Math.max(1, page) : 1
  return within(extent, {
    row: from.row + step.rows * length,
    column: from.column + step.columns,
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
  const whole = cellsOf(inside) === 1
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
  if (whole && (next < 0 || next >= count)) return null
  const turn = (next + count) % count
  const place = across
    ? { row: range.top + Math.floor(turn / wide), column: range.left + (turn % wide) }
    : { row: range.top + (turn % high), column: range.left + Math.floor(turn / high) }
  return whole ? single(place) : { ...selected, active: place }
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
