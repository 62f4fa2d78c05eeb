import type { Filling } from './filling.ts'
import type { Frame } from './frame.ts'
import { Head } from './head.ts'
import { HeadDrag, isWhole, pressHeader } from './headDrag.ts'
import { scrollPast } from './dragScroll.ts'
import { openMenu, pressTwice, tap } from './presses.ts'
import { begun, grown, type Spread, type SpreadKind } from './spread.ts'
import type { Surface } from './surface.ts'
import { edgeAt, placeAt, pointOf, zoneAt, type Point } from './pointAt.ts'
import { firstOf, selectAll } from './wholes.ts'
import { WidthDrag } from './widthDrag.ts'

type Drag =
  | ({ readonly drag: 'spread' } & Spread)
  | { readonly drag: 'fill' }
  | { readonly drag: 'width'; readonly column: WidthDrag }

interface Keys {
  readonly shift: boolean
  readonly ctrl: boolean
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
    grid.addEventListener('dblclick', (event) =>
      pressTwice(surface, this.#locate(event), event, handle, filling),
    )
    grid.addEventListener('contextmenu', (event) => openMenu(surface, this.#locate(event), event))
    surface.editor.input.addEventListener('wheel', (event) => this.#wheel(event), { passive: true })
  }

  /** Once a frame while something is dragged past an edge: scrolls there; true = go on. */
  tick(): boolean {
    if (!this.#drag || this.#drag.drag === 'width') return false
    const kind = this.#drag.drag === 'spread' ? this.#drag.kind : 'cells'
    if (!scrollPast(this.#surface, this.#at, kind)) return false
    this.#follow()
    return true
  }

  #locate(event: MouseEvent): Point {
    return pointOf(this.#surface, this.#frame.view, event)
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const surface = this.#surface
    const target = event.target instanceof Element ? event.target : null
    this.#at = this.#locate(event)
    const grip = edgeAt(surface, target, this.#at)
    const zone = zoneAt(surface, this.#at)
    surface.commit()
    surface.editor.focus()
    this.#pressed()
    this.#at = this.#locate(event)
    const keys = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }
    if (grip !== null) {
      this.#drag = { drag: 'width', column: new WidthDrag(surface, grip, this.#at.x) }
    } else if (target === this.#handle) {
      this.#drag = { drag: 'fill' }
      this.#filling.begin()
    } else if (zone === 'cells') this.#press('cells', keys)
    else if (zone === 'number') this.#press('rows', keys)
    else if (zone === 'corner' && surface.extent.rows > 0) {
      selectAll(surface)
      return
    } else if (zone !== 'head' || !target || !this.#pressHead(target, keys)) return
    this.#frame.grid.setPointerCapture(event.pointerId)
  }

  /** A selected column is taken hold of, another one is selected. False = the press waits for its click or its drag. */
  #pressHead(target: Element, keys: Keys): boolean {
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
    keys: Keys,
    span?: { readonly from: number; readonly to: number },
  ): void {
    const surface = this.#surface
    const place = placeAt(surface, this.#at)
    const from = firstOf(surface, kind, span ? { ...place, column: span.from } : place)
    const spread = begun(kind, from, surface.selected, surface.extent, keys)
    this.#drag = { drag: 'spread', ...spread }
    const to = span ? { ...place, column: span.to } : place
    surface.select(grown(spread, to, surface.extent), kind === 'cells' ? to : undefined)
  }

  #move(event: PointerEvent): void {
    if (!this.#drag) {
      // captured only now: a click on a captured pointer would be one on the whole grid
      const isDrag = event.buttons === 1 && this.#head.move(this.#locate(event).x)
      if (isDrag) this.#frame.grid.setPointerCapture(event.pointerId)
      return
    }
    this.#at = this.#locate(event)
    if (this.#drag.drag === 'width') this.#drag.column.move(this.#at.x)
    else {
      if (this.#drag.drag === 'fill') this.#filling.other = event.ctrlKey || event.metaKey
      this.#follow()
      this.#surface.schedule()
    }
  }

  #follow(): void {
    const surface = this.#surface
    const place = placeAt(surface, this.#at)
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
    if (drag?.drag === 'width') drag.column.end()
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
      tap(surface, this.#at, event.target)
    }
    pressHeader(surface, event)
  }

  #wheel(event: WheelEvent): void {
    const { viewport } = this.#surface
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? this.#surface.rowHeight : 1
    viewport.scrollTo(viewport.top + event.deltaY * unit)
    if (event.deltaX !== 0) viewport.scrollSideways(viewport.left + event.deltaX * unit)
  }
}
