import { leftOf, widthOf } from './columns.ts'
import { make, px } from './dom.ts'
import type { Frame } from './frame.ts'
import { block, rangeOf, type Place } from './selection.ts'
import type { Surface } from './surface.ts'
import { placeAt, pointOf } from './pointAt.ts'
import { take } from './presses.ts'

const longPress = 550 // ms
const slack = 8 // px a finger may move while it presses

/**
 * What a finger does beyond scrolling, tap and double tap (`pointer.ts`): two grips at the corners of the selection draw it
 * larger, a long press selects and opens the menu as the finger is lifted (a popover that opens under a finger is closed again by
 * the lifting, HTML "light dismiss", and its click chooses), and what is edited is kept above the keyboard on the screen.
 */
export class Touch {
  readonly #surface: Surface
  readonly #frame: Frame
  readonly #grips = { start: make('div', 'grid-grip-start'), end: make('div', 'grid-grip-end') }
  #fixed: Place | null = null // the corner that stays while the other is dragged
  #timer: ReturnType<typeof setTimeout> | undefined
  #pressed = { x: 0, y: 0 }
  #menuAt = -Infinity
  #isDown = false // and has not moved
  #held: EventTarget | null = null // pressed long enough for the menu: lifting the finger is then no tap
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
    grid.addEventListener('scroll', () => clearTimeout(this.#timer))
    for (const end of ['pointerup', 'pointercancel'])
      grid.addEventListener(end, () => this.#lifted(), true)
    // no click on what then lies under the finger
    grid.addEventListener('touchend', (event) => this.#held && event.preventDefault())
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
    this.#held = null
    this.#isDown = false
    const isTouch = event.pointerType === 'touch'
    this.#frame.root.classList.toggle('touched', isTouch)
    this.#surface.editor.byTouch = isTouch
    if (!isTouch || !event.isPrimary || this.#gripOf(event)) return
    this.#isDown = true
    this.#pressed = { x: event.clientX, y: event.clientY }
    this.#timer = setTimeout(() => this.#hold(event), longPress)
  }

  #hold(event: MouseEvent): void {
    clearTimeout(this.#timer)
    if (this.#held) return
    this.#held = event.target
    this.#surface.commit()
    take(this.#surface, pointOf(this.#surface, this.#frame.view, event))
  }

  /** The menu comes after all that lifting the finger is to a browser. */
  #lifted(): void {
    clearTimeout(this.#timer)
    const held = this.#isDown ? this.#held : null
    this.#isDown = false
    const { x: clientX, y: clientY } = this.#pressed
    const asks = new MouseEvent('contextmenu', {
      clientX,
      clientY,
      bubbles: true,
      cancelable: true,
    })
    if (held) setTimeout(() => held.dispatchEvent(asks))
  }

  #moved(event: PointerEvent): void {
    const { x, y } = this.#pressed
    if (Math.hypot(event.clientX - x, event.clientY - y) <= slack) return
    clearTimeout(this.#timer)
    this.#isDown = false // it scrolls or draws: no menu after that
  }

  /** Some browsers tell of a long press themselves, before or after the finger is lifted: the menu opens once. */
  #menu(event: MouseEvent): void {
    if (!this.#frame.root.classList.contains('touched')) return
    if (this.#isDown) this.#hold(event)
    const again = this.#isDown || event.timeStamp - this.#menuAt < 1500
    if (!this.#isDown) this.#menuAt = event.timeStamp
    if (!again) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  #click(event: MouseEvent): void {
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return
    if (this.#held) event.stopImmediatePropagation()
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
