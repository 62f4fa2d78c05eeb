import { rangesOf } from './blocks.ts'
import { reached, type SpreadKind } from './spread.ts'
import type { Place, Selected } from './selection.ts'
import type { Surface } from './surface.ts'

/** The cell that becomes the active one of a press: of whole rows and columns one that is on show. */
export function firstOf(surface: Surface, kind: SpreadKind, place: Place): Place {
  const { viewport, layout, extent, rowHeight, selected } = surface
  if (kind === 'rows')
    return { ...place, column: viewport.left > 0 ? layout.frozen % extent.columns : 0 }
  if (kind === 'cells') return place
  const first = Math.ceil(viewport.top / rowHeight)
  const { row } = selected.active
  const isShown = row >= first && row < first + viewport.rowsHeight / rowHeight
  return { ...place, row: isShown ? row : Math.min(first, extent.rows - 1) }
}

/** The whole row or column of a place. */
export const whole = (surface: Surface, kind: 'rows' | 'columns', place: Place): Selected =>
  reached(kind, firstOf(surface, kind, place), place, surface.extent)

/** The whole columns that are selected with this one, which get their width together; else it alone. */
export function columnsWith({ selected, extent }: Surface, column: number): readonly number[] {
  const wholes = rangesOf(selected).filter(
    ({ top, bottom }) => top === 0 && bottom === extent.rows - 1 && extent.rows > 1,
  )
  const columns = Array.from({ length: extent.columns }, (_, at) => at).filter((at) =>
    wholes.some(({ left, right }) => left <= at && right >= at),
  )
  return columns.includes(column) ? columns : [column]
}

export function selectAll(surface: Surface): void {
  const { extent, selected } = surface
  const corner = { row: 0, column: 0 }
  const end = { row: extent.rows - 1, column: extent.columns - 1 }
  surface.select({ active: selected.active, anchor: corner, end, others: [] })
}
