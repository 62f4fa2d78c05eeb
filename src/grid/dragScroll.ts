import { pinnedLeft } from './columns.ts'
import { isHeld } from './pinned.ts'
import type { SpreadKind } from './spread.ts'
import type { Surface } from './surface.ts'
import type { Point } from './pointAt.ts'

/** Scrolls on where something is dragged past an edge, the faster the further; true = there was somewhere to go. */
export function scrollPast(surface: Surface, at: Point, kind: SpreadKind): boolean {
  const { viewport, gutter, layout } = surface
  const down = past(at.y, viewport.headHeight, viewport.height)
  const right = past(
    at.x,
    gutter + layout.frozenWidth * Number(viewport.left > 0 && !isFrozen(surface)),
    rightEdge(surface),
  )
  const before = { top: viewport.top, left: viewport.left }
  if (down !== 0 && kind !== 'columns') viewport.scrollTo(viewport.top + speed(down))
  if (right !== 0 && kind !== 'rows') viewport.scrollSideways(viewport.left + speed(right))
  return viewport.top !== before.top || viewport.left !== before.left
}

const speed = (over: number) => Math.sign(over) * Math.min(60, Math.ceil(Math.abs(over) / 3))

const past = (at: number, from: number, to: number) =>
  at < from ? at - from : at > to ? at - to : 0

/** Whether the drag is still over the frozen columns it began in: they are in sight as it is. */
const isFrozen = ({ layout, selected }: Surface): boolean =>
  selected.anchor.column < layout.frozen && selected.end.column < layout.frozen

/** A drag that began before the pinned columns scrolls on over them until it reaches where they stand. */
function rightEdge({ viewport, gutter, layout, selected }: Surface): number {
  const before = layout.pinned !== null && selected.anchor.column < layout.pinned.from
  const held = before && isHeld(layout.pinned, viewport.left)
  return held ? gutter + pinnedLeft(layout, viewport.left) : viewport.width
}
