import { isIn, rangesOf, withAlso, without } from './blocks.ts'
import { rangeOf, type Extent, type Place, type Selected } from './selection.ts'

/** What a press takes hold of: cells, whole rows by their numbers, whole columns by their headers. */
export type SpreadKind = 'cells' | 'rows' | 'columns'

/** A selection that grows under the hand, from where it began. */
export interface Spread {
  readonly kind: SpreadKind
  readonly how: 'new' | 'extend' | 'also' | 'without' // without: Ctrl on what is selected takes it out again, as in Excel
  readonly before: Selected
  readonly from: Place
}

export function begun(
  kind: SpreadKind,
  from: Place,
  before: Selected,
  extent: Extent,
  keys: { readonly shift: boolean; readonly ctrl: boolean },
): Spread {
  if (keys.shift) return { kind, how: 'extend', before, from: before.anchor }
  if (!keys.ctrl) return { kind, how: 'new', before, from }
  const ranges = rangesOf(before)
  const area = rangeOf(reached(kind, from, from, extent))
  const isTaken =
    isIn(ranges, area.top, area.left) &&
    ranges.some((range) => range.bottom >= area.bottom && range.right >= area.right)
  return { kind, how: isTaken ? 'without' : 'also', before, from }
}

/** The selection once the hand has come to a place. */
export function grown({ kind, how, before, from }: Spread, to: Place, extent: Extent): Selected {
  const area = reached(kind, from, to, extent)
  switch (how) {
    case 'new':
      return area
    case 'extend':
      return { ...area, active: before.active, others: before.others }
    case 'also':
      return withAlso(before, area)
    case 'without':
      return without(before, rangeOf(area))
  }
}

/** From one place to another, over whole rows or columns where those were pressed. */
export function reached(kind: SpreadKind, from: Place, to: Place, extent: Extent): Selected {
  const last = { row: extent.rows - 1, column: extent.columns - 1 }
  switch (kind) {
    case 'cells':
      return { active: from, anchor: from, end: to, others: [] }
    case 'rows':
      return {
        active: from,
        anchor: { row: from.row, column: 0 },
        end: { row: to.row, column: last.column },
        others: [],
      }
    case 'columns':
      return {
        active: from,
        anchor: { row: 0, column: from.column },
        end: { row: last.row, column: to.column },
        others: [],
      }
  }
}
