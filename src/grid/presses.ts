import { isIn, rangesOf } from './blocks.ts'
import type { Filling } from './filling.ts'
import { Head } from './head.ts'
import { isWhole, isWholeRow } from './headDrag.ts'
import { single } from './selection.ts'
import type { Surface } from './surface.ts'
import { edgeAt, placeAt, zoneAt, type Point } from './pointAt.ts'
import { columnsWith, selectAll, whole } from './wholes.ts'

/** A finger's tap selects. */
export function tap(surface: Surface, at: Point, target: EventTarget | null): void {
  const zone = zoneAt(surface, at)
  const place = placeAt(surface, at)
  if (zone === 'cells') surface.select(single(place), {})
  else if (zone === 'number') surface.select(whole(surface, 'rows', place))
  else if (zone === 'corner') selectAll(surface)
  else if (zone === 'head' && !(target instanceof Element && target.closest('.grid-press')))
    surface.select(whole(surface, 'columns', place))
}

/** A double press: fits a column, fills down, edits a cell, renames a column or opens a row. */
export function pressTwice(
  surface: Surface,
  at: Point,
  event: MouseEvent,
  handle: HTMLElement,
  filling: Filling,
): void {
  const target = event.target instanceof Element ? event.target : null
  // a captured pointer reports the grid as target: what lies under it has to be asked for
  const under = document.elementFromPoint(event.clientX, event.clientY)
  const grip = edgeAt(surface, under, at) ?? edgeAt(surface, target, at)
  if (grip !== null) return columnsWith(surface, grip).forEach((column) => surface.fit(column))
  if (under === handle) return void filling.toEdge()
  const place = placeAt(surface, at)
  switch (zoneAt(surface, at)) {
    case 'cells': {
      const { active } = surface.selected
      if (place.row === active.row && place.column === active.column) surface.edit()
      return
    }
    case 'head': {
      const column = under?.closest('i, button') ? null : under && Head.columnOf(under)
      if (column !== null) surface.edits.rename?.(column)
      return
    }
    case 'number':
      return surface.edits.open(place.row)
    case 'corner':
    case 'blank':
      return
  }
}

/** Selects what lies there, where it is not yet. */
export function take(surface: Surface, at: Point): void {
  const zone = zoneAt(surface, at)
  const place = placeAt(surface, at)
  const isTaken = isIn(rangesOf(surface.selected), place.row, place.column)
  if (zone === 'number' && !isWholeRow(surface, place.row))
    surface.select(whole(surface, 'rows', place))
  else if (zone === 'cells' && !isTaken) surface.select(single(place), place)
  else if (zone === 'head' && surface.extent.rows > 0 && !isWhole(surface, place.column))
    surface.select(whole(surface, 'columns', place))
}

/** Opens the menu of what lies there; what is not selected yet is first. */
export function openMenu(surface: Surface, at: Point, event: MouseEvent): void {
  event.preventDefault()
  const zone = zoneAt(surface, at)
  const place = placeAt(surface, at)
  surface.commit()
  if (zone === 'blank') return
  take(surface, at)
  surface.edits.menu({
    row: zone === 'head' || zone === 'corner' ? null : place.row,
    column: zone === 'corner' ? -1 : place.column,
    x: event.clientX,
    y: event.clientY,
  })
}
