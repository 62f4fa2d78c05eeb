import { isIn, rangesOf } from './blocks.ts'
import { columnAt, isPinned, pinnedLeft, widthOf } from './columns.ts'
import type { Filling } from './filling.ts'
import type { Frame } from './frame.ts'
import { Head } from './head.ts'
import { HeadDrag, isWhole, pressHeader } from './headDrag.ts'
import { isHeld } from './pinned.ts'
import { single, within, type Place, type Selected } from './selection.ts'
import { begun, grown, reached, type Spread, type SpreadKind } from './spread.ts'
import type { Surface } from './surface.ts'

type Drag =
  | ({ readonly drag: 'spread' } & Spread)
  | { readonly drag: 'fill' }
  | {
      readonly drag: 'width'
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
  readonly #filling: Filling
  readonly #head: HeadDrag
  readonly #pressed: () => void
  #drag: Drag | null = null
  #at = { x: 0, y: 0 }

  constructor(
    surface: Surface,
    frame: Frame,
    handle: HTMLElement,
    filling: Filling,
    pressed: () => void,
  ) {
    this.#surface = surface
    this.#frame = frame
    this.#handle = handle
    this.#filling = filling
    this.#head = new HeadDrag(surface, frame.view)
    this.#pressed = pressed
    const { grid } = frame
    grid.addEventListener('mousedown', (event) => event.preventDefault()) // the textarea keeps the focus
    grid.addEventListener('pointerdown', (event) => this.#down(event))
    grid.addEventListener('pointermove', (event) => this.#move(event))
    grid.addEventListener('pointerup', (event) => this.#up(event))
    grid.addEventListener('pointercancel', () => this.#stop())
    grid.addEventListener('lostpointercapture', () => this.#stop())
    grid.addEventListener('click', (event) => this.#click(event))
    grid.addEventListener('dblclick', (event) => this.#double(event))
    grid.addEventListener('contextmenu', (event) => this.#menu(event))
    surface.editor.input.addEventListener('wheel', (event) => this.#wheel(event), { passive: true })
  }

  /** Once a frame while something is dragged past an edge: scrolls there; true = go on. */
  tick(): boolean {
    if (!this.#drag || this.#drag.drag === 'width') return false
    const kind = this.#drag.drag === 'spread' ? this.#drag.kind : 'cells'
    const { viewport, gutter, layout } = this.#surface
    const speed = (over: number) => Math.sign(over) * Math.min(60, Math.ceil(Math.abs(over) / 3))
    const past = (at: number, from: number, to: number) =>
      at < from ? at - from : at > to ? at - to : 0
    const down = past(this.#at.y, viewport.headHeight, viewport.height)
    const right = past(
      this.#at.x,
      gutter + layout.frozenWidth * Number(viewport.left > 0 && !this.#isFrozen()),
      this.#rightEdge(),
    )
    const before = { top: viewport.top, left: viewport.left }
    if (down !== 0 && kind !== 'columns') viewport.scrollTo(viewport.top + speed(down))
    if (right !== 0 && kind !== 'rows') viewport.scrollSideways(viewport.left + speed(right))
    if (viewport.top === before.top && viewport.left === before.left) return false
    this.#follow()
    return true
  }

  /** Whether the drag is still over the frozen columns it began in: they are in sight as it is. */
  #isFrozen(): boolean {
    const { layout, selected } = this.#surface
    return selected.anchor.column < layout.frozen && selected.end.column < layout.frozen
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

  #zone(event: MouseEvent): 'corner' | 'head' | 'number' | 'cells' | 'blank' {
    const { viewport, gutter, layout, extent, rowHeight } = this.#surface
    const { x, y } = this.#locate(event)
    if (y < viewport.headHeight) return x < gutter ? 'corner' : 'head'
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
    this.#pressed()
    this.#at = this.#locate(event)
    const keys = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }
    if (grip !== null) {
      const width = widthOf(surface.layout, grip)
      const { layout, viewport } = surface
      const held = isPinned(layout, grip) && isHeld(layout.pinned, viewport.left)
      this.#drag = { drag: 'width', column: grip, x: this.#at.x, width, way: held ? -1 : 1 }
    } else if (target === this.#handle) {
      this.#drag = { drag: 'fill' }
      this.#filling.begin()
    } else if (zone === 'cells') this.#press('cells', keys)
    else if (zone === 'number') this.#press('rows', keys)
    else if (zone === 'corner' && surface.extent.rows > 0) {
      this.#selectAll()
      return
    } else if (zone !== 'head' || !target || !this.#pressHead(target, keys)) return
    this.#frame.grid.setPointerCapture(event.pointerId)
  }

  /** A selected column is taken hold of, another one is selected. False = the press waits for its click or its drag. */
  #pressHead(target: Element, keys: { readonly shift: boolean; readonly ctrl: boolean }): boolean {
    const surface = this.#surface
    const span = Head.spanOf(target)
    if (!span || surface.extent.rows === 0 || target.closest('.grid-press')) return false
    const isOne = span.from === span.to
    const isMoved = surface.edits.move && surface.source.columns[span.from]?.movable
    if (isOne && isMoved && !keys.shift && !keys.ctrl && isWhole(surface, span.from)) {
      this.#head.start(span.from, this.#at.x)
      return false
    }
    this.#press('columns', keys, span)
    return true
  }

  /** The first place of a drag, or with Shift its last one. `span`: of the columns under one header. */
  #press(
    kind: SpreadKind,
    keys: { readonly shift: boolean; readonly ctrl: boolean },
    span?: { readonly from: number; readonly to: number },
  ): void {
    const surface = this.#surface
    const place = this.#placeAt(this.#at)
    const from = this.#firstOf(kind, span ? { ...place, column: span.from } : place)
    const spread = begun(kind, from, surface.selected, surface.extent, keys)
    this.#drag = { drag: 'spread', ...spread }
    const to = span ? { ...place, column: span.to } : place
    surface.select(grown(spread, to, surface.extent), kind === 'cells' ? to : undefined)
  }

  /** The cell that becomes the active one: of whole rows and columns one that is on show. */
  #firstOf(kind: SpreadKind, place: Place): Place {
    const { viewport, layout, extent, rowHeight, selected } = this.#surface
    if (kind === 'rows')
      return { ...place, column: viewport.left > 0 ? layout.frozen % extent.columns : 0 }
    if (kind === 'cells') return place
    const first = Math.ceil(viewport.top / rowHeight)
    const { row } = selected.active
    const isShown = row >= first && row < first + viewport.rowsHeight / rowHeight
    return { ...place, row: isShown ? row : Math.min(first, extent.rows - 1) }
  }

  #selectAll(): void {
    const { extent, selected } = this.#surface
    const corner = { row: 0, column: 0 }
    const end = { row: extent.rows - 1, column: extent.columns - 1 }
    this.#surface.select({ active: selected.active, anchor: corner, end, others: [] })
  }

  #whole(kind: 'rows' | 'columns', place: Place): Selected {
    return reached(kind, this.#firstOf(kind, place), place, this.#surface.extent)
  }

  #move(event: PointerEvent): void {
    if (!this.#drag) {
      // captured only now: a click on a captured pointer would be one on the whole grid
      const isDrag = event.buttons === 1 && this.#head.move(this.#locate(event).x)
      if (isDrag) this.#frame.grid.setPointerCapture(event.pointerId)
      return
    }
    this.#at = this.#locate(event)
    if (this.#drag.drag === 'width')
      this.#surface.resize(
        this.#drag.column,
        this.#drag.width + this.#drag.way * (this.#at.x - this.#drag.x),
      )
    else {
      if (this.#drag.drag === 'fill') this.#filling.other = event.ctrlKey || event.metaKey
      this.#follow()
      this.#surface.schedule()
    }
  }

  #follow(): void {
    const surface = this.#surface
    const place = this.#placeAt(this.#at)
    const drag = this.#drag
    if (drag?.drag === 'fill') this.#filling.reach(place, this.#at)
    if (drag?.drag !== 'spread') return
    const next = grown(drag, place, surface.extent)
    const { end, others } = surface.selected
    const isSame = next.end.row === end.row && next.end.column === end.column
    if (!isSame || next.others.length !== others.length) surface.select(next)
  }

  #up(event: PointerEvent): void {
    const drag = this.#drag
    this.#head.end()
    if (drag?.drag === 'fill') {
      this.#filling.other = event.ctrlKey || event.metaKey
      this.#filling.end()
    }
    this.#stop()
    if (drag?.drag !== 'width') return
    const width = widthOf(this.#surface.layout, drag.column)
    if (width !== drag.width) this.#surface.resized(drag.column)
  }

  #stop(): void {
    this.#drag = null
    this.#head.stop()
    this.#filling.stop()
  }

  #click(event: MouseEvent): void {
    const surface = this.#surface
    if (event instanceof PointerEvent && event.pointerType === 'touch') {
      surface.commit()
      this.#at = this.#locate(event)
      this.#tap(this.#zone(event), event.target)
    }
    pressHeader(surface, event)
  }

  #tap(zone: string, target: EventTarget | null): void {
    const surface = this.#surface
    const place = this.#placeAt(this.#at)
    if (zone === 'cells') surface.select(single(place), {})
    else if (zone === 'number') surface.select(this.#whole('rows', place))
    else if (zone === 'corner') this.#selectAll()
    else if (zone === 'head' && !(target instanceof Element && target.closest('.grid-press')))
      surface.select(this.#whole('columns', place))
  }

  #double(event: MouseEvent): void {
    const surface = this.#surface
    const target = event.target instanceof Element ? event.target : null
    const { x, y } = this.#locate(event)
    const grip =
      this.#gripAt(event) ?? (target?.closest('.grid-grip') ? Head.columnOf(target) : null)
    if (grip !== null) surface.fit(grip)
    else if (this.#overHandle(event)) void this.#filling.toEdge()
    else if (this.#zone(event) === 'cells') {
      const place = this.#placeAt({ x, y })
      const { active } = surface.selected
      if (place.row === active.row && place.column === active.column) surface.edit()
    } else if (this.#zone(event) === 'head') {
      const under = document.elementFromPoint(event.clientX, event.clientY)
      const column = under?.closest('i, button') ? null : under && Head.columnOf(under)
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
    const isTaken = isIn(
      rangesOf(surface.selected),
      place.row,
      zone === 'number' ? 0 : place.column,
    )
    if (zone === 'number' && !isTaken) surface.select(this.#whole('rows', place))
    else if (zone === 'cells' && !isTaken) surface.select(single(place), place)
    else if (zone === 'head' && surface.extent.rows > 0 && !isWhole(surface, place.column))
      surface.select(this.#whole('columns', place))
    surface.edits.menu({
      row: zone === 'head' || zone === 'corner' ? null : place.row,
      column: zone === 'corner' ? -1 : place.column,
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
