import { leftOf, widthOf } from './columns.ts'
import { make, px } from './dom.ts'
import type { Frame } from './frame.ts'
import { block, rangeOf, type Place } from './selection.ts'
import type { Surface } from './surface.ts'
import { placeAt, pointOf } from './pointAt.ts'

const longPress = 550 // ms
const slack = 8 // px a finger may move while it presses

/**
 * What a finger does beyond scrolling, tap and double tap (`pointer.ts`): two grips at the corners of the selection draw it
 * larger, a long press opens the menu, and what is edited is kept above the keyboard on the screen.
 */
export class Touch {
  readonly #surface: Surface
  readonly #frame: Frame
  readonly #grips = { start: make('div', 'grid-grip-start'), end: make('div', 'grid-grip-end') }
  #fixed: Place | null = null // the corner that stays while the other is dragged
  #timer: ReturnType<typeof setTimeout> | undefined
  #pressed = { x: 0, y: 0 }
  #menuAt = -Infinity
  #isHeld = false // long enough for the menu: lifting the finger is then no tap
  readonly #uncover = () => this.#keepSeen()

  constructor(surface: Surface, frame: Frame) {
    this.#surface = surface
    this.#frame = frame
    for (const [corner, grip] of Object.entries(this.#grips)) {
      grip.setAttribute('role', 'presentation')
      grip.hidden = true
      frame.body.append(grip)
      grip.addEventListener('pointerdown', (event) => this.#take(event, corner === 'start'))
      grip.addEventListener('pointermove', (event) => this.#drag(event))
      for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'])
        grip.addEventListener(end, () => (this.#fixed = null))
    }
    const { grid } = frame
    grid.addEventListener('pointerdown', (event) => this.#down(event), true)
    grid.addEventListener('pointermove', (event) => this.#moved(event))
    for (const end of ['pointerup', 'pointercancel', 'scroll'])
      grid.addEventListener(end, () => clearTimeout(this.#timer))
    grid.addEventListener('contextmenu', (event) => this.#menu(event), true)
    grid.addEventListener('click', (event) => this.#click(event), true)
    visualViewport?.addEventListener('resize', this.#uncover)
  }

  stop(): void {
    clearTimeout(this.#timer)
    visualViewport?.removeEventListener('resize', this.#uncover)
  }

  draw(): void {
    const { viewport, rowHeight, gutter, layout, selected, extent, editor } = this.#surface
    const range = rangeOf(selected)
    const { start, end } = this.#grips
    const seen = this.#frame.root.classList.contains('touched') && editor.state === 'closed'
    const stand = (grip: HTMLElement, x: number, y: number) => {
      const isIn =
        x >= 0 && x <= viewport.width && y >= 0 && y <= viewport.rowsHeight && extent.rows > 0
      grip.hidden = !seen || !isIn
      grip.style.transform = `translate(${px(x)},${px(y)})`
    }
    const left = gutter + leftOf(layout, range.left, viewport.left)
    const right = gutter + leftOf(layout, range.right, viewport.left) + widthOf(layout, range.right)
    stand(start, left, range.top * rowHeight - viewport.top)
    stand(end, right, (range.bottom + 1) * rowHeight - viewport.top)
  }

  #down(event: PointerEvent): void {
    clearTimeout(this.#timer)
    this.#isHeld = false
    const isTouch = event.pointerType === 'touch'
    this.#frame.root.classList.toggle('touched', isTouch)
    this.#surface.editor.byTouch = isTouch
    if (!isTouch || !event.isPrimary || this.#gripOf(event)) return
    this.#pressed = { x: event.clientX, y: event.clientY }
    const { target } = event
    this.#timer = setTimeout(() => {
      const { x: clientX, y: clientY } = this.#pressed
      target?.dispatchEvent(
        new MouseEvent('contextmenu', { clientX, clientY, bubbles: true, cancelable: true }),
      )
    }, longPress)
  }

  #moved(event: PointerEvent): void {
    const { x, y } = this.#pressed
    if (Math.hypot(event.clientX - x, event.clientY - y) > slack) clearTimeout(this.#timer)
  }

  /** Some browsers tell of a long press themselves: the menu opens once. */
  #menu(event: MouseEvent): void {
    clearTimeout(this.#timer)
    if (!this.#frame.root.classList.contains('touched')) return
    const again = event.timeStamp - this.#menuAt < 1500
    this.#menuAt = event.timeStamp
    this.#isHeld = true
    if (!again) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  #click(event: MouseEvent): void {
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return
    if (this.#isHeld) event.stopImmediatePropagation()
    else this.#surface.editor.focus()
  }

  #gripOf = (event: Event): boolean =>
    event.target === this.#grips.start || event.target === this.#grips.end

  #take(event: PointerEvent, isStart: boolean): void {
    event.preventDefault()
    event.stopPropagation()
    const { top, left, bottom, right } = rangeOf(this.#surface.selected)
    this.#fixed = isStart ? { row: bottom, column: right } : { row: top, column: left }
    if (event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId)
  }

  #drag(event: PointerEvent): void {
    const fixed = this.#fixed
    if (!fixed) return
    event.stopPropagation()
    const { viewport, rowHeight } = this.#surface
    const at = pointOf(this.#surface, this.#frame.view, event)
    if (at.y > viewport.height - rowHeight / 2) viewport.scrollTo(viewport.top + rowHeight)
    else if (at.y < viewport.headHeight) viewport.scrollTo(viewport.top - rowHeight)
    const to = placeAt(this.#surface, at)
    const range = {
      top: Math.min(fixed.row, to.row),
      bottom: Math.max(fixed.row, to.row),
      left: Math.min(fixed.column, to.column),
      right: Math.max(fixed.column, to.column),
    }
    this.#surface.select(block(range, { row: range.top, column: range.left }))
  }

  /** The keyboard on the screen came up over the cell: scrolls the sheet, and the page where that is not enough. */
  #keepSeen(): void {
    const { editor, viewport } = this.#surface
    if (editor.state === 'closed' || editor.composing || !visualViewport) return
    const lowest = visualViewport.offsetTop + visualViewport.height
    const box = this.#surface.boxNow()
    const covered = box.top + box.height + 8 - lowest
    if (covered <= 0) return
    viewport.scrollTo(viewport.top + covered)
    this.#surface.draw()
    editor.input.scrollIntoView({ block: 'nearest' })
  }
}
