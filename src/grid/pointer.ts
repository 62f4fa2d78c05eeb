import { columnAt, isPinned, pinnedLeft, widthOf } from './columns.ts'
import { Head } from './head.ts'
import { HeadDrag, pressHeader } from './headDrag.ts'
import type { Frame } from './frame.ts'
import { isHeld } from './pinned.ts'
import {
  block,
  extended,
  filled,
  holds,
  rangeOf,
  sameRange,
  single,
  within,
  type Place,
} from './selection.ts'
import type { GridRange } from './source.ts'
import type { Surface } from './surface.ts'
import { accepts } from './clipboard.ts'

type Drag =
  | { readonly kind: 'cells' | 'rows' }
  | { readonly kind: 'fill'; readonly from: GridRange }
  | {
      readonly kind: 'width'
      readonly column: number
      readonly x: number
      readonly width: number
      readonly way: 1 | -1
    }

/** What the mouse, the pen and the finger do. A finger scrolls; its tap selects, its double tap edits. */
export class Pointer {
  readonly #surface: Surface
  readonly #frame: Frame
  readonly #handle: HTMLElement
  readonly #head: HeadDrag
  readonly #forgetTab: () => void
  #drag: Drag | null = null
  #at = { x: 0, y: 0 }
  #target: GridRange | null = null

  constructor(surface: Surface, frame: Frame, handle: HTMLElement, forgetTab: () => void) {
    this.#surface = surface
    this.#frame = frame
    this.#handle = handle
    this.#head = new HeadDrag(surface, frame.view)
    this.#forgetTab = forgetTab
    const { grid } = frame
    grid.addEventListener('mousedown', (event) => event.preventDefault()) // the textarea keeps the focus
    grid.addEventListener('pointerdown', (event) => this.#down(event))
    grid.addEventListener('pointermove', (event) => this.#move(event))
    grid.addEventListener('pointerup', () => this.#up())
    grid.addEventListener('pointercancel', () => this.#stop())
    grid.addEventListener('lostpointercapture', () => this.#stop())
    grid.addEventListener('click', (event) => this.#click(event))
    grid.addEventListener('dblclick', (event) => this.#double(event))
    grid.addEventListener('contextmenu', (event) => this.#menu(event))
    surface.editor.input.addEventListener('wheel', (event) => this.#wheel(event), { passive: true })
  }

  /** Once a frame while something is dragged past an edge: scrolls there; true = go on. */
  tick(): boolean {
    if (!this.#drag || this.#drag.kind === 'width') return false
    const { viewport, gutter, layout } = this.#surface
    const speed = (over: number) => Math.sign(over) * Math.min(60, Math.ceil(Math.abs(over) / 3))
    const past = (at: number, from: number, to: number) =>
      at < from ? at - from : at > to ? at - to : 0
    const down = past(this.#at.y, viewport.headHeight, viewport.height)
    const right = past(
      this.#at.x,
      gutter + layout.frozenWidth * Number(viewport.left > 0),
      this.#rightEdge(),
    )
    const before = { top: viewport.top, left: viewport.left }
    if (down !== 0) viewport.scrollTo(viewport.top + speed(down))
    if (right !== 0 && this.#drag.kind !== 'rows')
      viewport.scrollSideways(viewport.left + speed(right))
    if (viewport.top === before.top && viewport.left === before.left) return false
    this.#follow()
    return true
  }

  /** A drag that began before the pinned columns scrolls on over them until it reaches where they stand. */
  #rightEdge(): number {
    const { viewport, gutter, layout, selected } = this.#surface
    const before = layout.pinned !== null && selected.anchor.column < layout.pinned.from
    const held = before && isHeld(layout.pinned, viewport.left)
    return held ? gutter + pinnedLeft(layout, viewport.left) : viewport.width
  }

  #locate(event: MouseEvent): { readonly x: number; readonly y: number } {
    const box = this.#frame.view.getBoundingClientRect()
    const scale = box.width / this.#surface.viewport.width || 1 // differs from 1 under CSS zoom
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale }
  }

  #placeAt({ x, y }: { readonly x: number; readonly y: number }): Place {
    const { viewport, layout, gutter, rowHeight, extent } = this.#surface
    const inside = Math.max(viewport.headHeight, Math.min(y, viewport.height - 1))
    const row = Math.floor((inside - viewport.headHeight + viewport.top) / rowHeight)
    const across = Math.max(0, Math.min(x, viewport.width - 1) - gutter)
    return within(extent, { row, column: columnAt(layout, across, viewport.left) })
  }

  #zone(event: MouseEvent): 'head' | 'number' | 'cells' | 'blank' {
    const { viewport, gutter, layout, extent, rowHeight } = this.#surface
    const { x, y } = this.#locate(event)
    if (y < viewport.headHeight) return 'head'
    if (y - viewport.headHeight + viewport.top >= extent.rows * rowHeight) return 'blank'
    if (x < gutter) return 'number'
    return x - gutter + viewport.left < layout.width ? 'cells' : 'blank'
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const surface = this.#surface
    const target = event.target instanceof Element ? event.target : null
    const grip = target?.classList.contains('grid-grip') ? Head.columnOf(target) : null
    const zone = this.#zone(event)
    surface.commit()
    surface.editor.focus()
    this.#forgetTab()
    this.#at = this.#locate(event)
    if (grip !== null) {
      const width = widthOf(surface.layout, grip)
      const { layout, viewport } = surface
      const held = isPinned(layout, grip) && isHeld(layout.pinned, viewport.left)
      this.#drag = { kind: 'width', column: grip, x: this.#at.x, width, way: held ? -1 : 1 }
    } else if (target === this.#handle) {
      this.#drag = { kind: 'fill', from: rangeOf(surface.selected) }
    } else if (zone === 'cells' || zone === 'number') {
      this.#drag = { kind: zone === 'cells' ? 'cells' : 'rows' }
      this.#press(event.shiftKey)
    } else {
      const head = zone === 'head' && target ? Head.columnOf(target) : null
      if (head !== null) this.#head.start(head, this.#at.x)
      return
    }
    this.#frame.grid.setPointerCapture(event.pointerId)
  }

  /** The first place of a drag, or with Shift its last one. */
  #press(extend: boolean): void {
    const { selected } = this.#surface
    const place = this.#placeAt(this.#at)
    if (this.#drag?.kind === 'rows')
      this.#selectRows(extend ? selected.anchor.row : place.row, place.row)
    else this.#surface.select(extend ? extended(selected, place) : single(place), place)
  }

  #selectRows(from: number, to: number): void {
    const { extent, viewport, layout } = this.#surface
    const column = viewport.left > 0 ? layout.frozen % extent.columns : 0
    this.#surface.select({
      active: { row: from, column },
      anchor: { row: from, column: 0 },
      end: { row: to, column: extent.columns - 1 },
    })
  }

  #move(event: PointerEvent): void {
    if (!this.#drag) {
      // captured only now: a click on a captured pointer would be one on the whole grid
      const isDrag = event.buttons === 1 && this.#head.move(this.#locate(event).x)
      if (isDrag) this.#frame.grid.setPointerCapture(event.pointerId)
      return
    }
    this.#at = this.#locate(event)
    if (this.#drag.kind === 'width')
      this.#surface.resize(
        this.#drag.column,
        this.#drag.width + this.#drag.way * (this.#at.x - this.#drag.x),
      )
    else {
      this.#follow()
      this.#surface.schedule()
    }
  }

  #follow(): void {
    const surface = this.#surface
    const place = this.#placeAt(this.#at)
    const { end, anchor } = surface.selected
    switch (this.#drag?.kind) {
      case 'fill':
        this.#target = filled(this.#drag.from, place)
        surface.preview(this.#target)
        break
      case 'rows':
        if (place.row !== end.row) this.#selectRows(anchor.row, place.row)
        break
      case 'cells':
        if (place.row !== end.row || place.column !== end.column)
          surface.select(extended(surface.selected, place))
        break
      case 'width':
      case undefined:
        break
    }
  }

  #up(): void {
    const drag = this.#drag
    const target = this.#target
    this.#head.end()
    this.#stop()
    if (drag?.kind === 'width') {
      const width = widthOf(this.#surface.layout, drag.column)
      if (width !== drag.width) this.#surface.edits.resize(drag.column, width)
    } else if (drag?.kind === 'fill' && target) this.#fill(drag.from, target)
  }

  #stop(): void {
    this.#drag = null
    this.#target = null
    this.#head.stop()
    this.#surface.preview(null)
  }

  #fill(from: GridRange, to: GridRange): void {
    const { edits, source, selected } = this.#surface
    if (sameRange(from, to) || !accepts(source, edits, to)) return
    edits.fill(from, to)
    this.#surface.select(block(to, selected.active))
  }

  #click(event: MouseEvent): void {
    const surface = this.#surface
    if (event instanceof PointerEvent && event.pointerType === 'touch') {
      surface.commit()
      this.#at = this.#locate(event)
      const zone = this.#zone(event)
      if (zone === 'cells') surface.select(single(this.#placeAt(this.#at)), {})
      else if (zone === 'number')
        this.#selectRows(this.#placeAt(this.#at).row, this.#placeAt(this.#at).row)
    }
    pressHeader(surface, event)
  }

  #double(event: MouseEvent): void {
    const surface = this.#surface
    const target = event.target instanceof Element ? event.target : null
    const { x, y } = this.#locate(event)
    const grip =
      this.#gripAt(event) ?? (target?.closest('.grid-grip') ? Head.columnOf(target) : null)
    if (grip !== null) surface.fit(grip)
    else if (this.#overHandle(event)) {
      const range = rangeOf(surface.selected)
      this.#fill(range, { ...range, bottom: surface.extent.rows - 1 })
    } else if (this.#zone(event) === 'cells') {
      const place = this.#placeAt({ x, y })
      const { active } = surface.selected
      if (place.row === active.row && place.column === active.column) surface.edit()
    } else if (this.#zone(event) === 'head') {
      const column = target && !target.closest('i') ? Head.columnOf(target) : null
      if (column !== null) surface.edits.rename?.(column)
    } else if (this.#zone(event) === 'number') surface.edits.open(this.#placeAt({ x, y }).row)
  }

  /** A captured pointer reports the grid as target: what lies under it has to be asked for. */
  #gripAt(event: MouseEvent): number | null {
    const under = document.elementFromPoint(event.clientX, event.clientY)
    return under?.closest('.grid-grip') ? Head.columnOf(under) : null
  }

  #overHandle(event: MouseEvent): boolean {
    return document.elementFromPoint(event.clientX, event.clientY) === this.#handle
  }

  #menu(event: MouseEvent): void {
    const surface = this.#surface
    event.preventDefault()
    const zone = this.#zone(event)
    const place = this.#placeAt(this.#locate(event))
    surface.commit()
    if (zone === 'blank') return
    if (zone === 'number' && !holds(rangeOf(surface.selected), place.row, 0))
      this.#selectRows(place.row, place.row)
    else if (zone === 'cells' && !holds(rangeOf(surface.selected), place.row, place.column))
      surface.select(single(place), place)
    const isCorner = zone === 'head' && this.#locate(event).x < surface.gutter
    surface.edits.menu({
      row: zone === 'head' ? null : place.row,
      column: isCorner ? -1 : place.column,
      x: event.clientX,
      y: event.clientY,
    })
  }

  #wheel(event: WheelEvent): void {
    const { viewport } = this.#surface
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? this.#surface.rowHeight : 1
    viewport.scrollTo(viewport.top + event.deltaY * unit)
    if (event.deltaX !== 0) viewport.scrollSideways(viewport.left + event.deltaX * unit)
  }
}
