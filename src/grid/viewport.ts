import { px } from './dom.ts'
import type { Frame } from './frame.ts'
import { follow, lastTop, ranAhead, scrollAt, scrollMap, topAt, type ScrollMap } from './scroll.ts'

/** The part of the sheet on show: its size, the true px at its top, the px scrolled to the right. */
export class Viewport {
  #top = 0
  left = 0
  width = 0
  height = 0 // with the headers, without what stands still under the rows
  headHeight = 0
  #foot = 0 // px under the rows that stand still
  #map: ScrollMap = scrollMap(0, 0)
  #content = 0
  #contentWidth = 0
  #scroll = 0
  #expected: number | null = null // where a scroll of our own will be reported
  readonly #frame: Frame
  readonly #moved: () => void

  constructor(frame: Frame, moved: () => void) {
    this.#frame = frame
    this.#moved = moved
    frame.grid.addEventListener('scroll', () => this.#scrolled(), { passive: true })
    frame.grid.addEventListener('scrollend', () => this.#settle(), { passive: true })
  }

  get top(): number {
    return this.#top
  }

  /** Whole px of the screen, so that no row is drawn between two of them. */
  set top(top: number) {
    const ratio = devicePixelRatio || 1
    this.#top = Math.round(top * ratio) / ratio
  }

  /** px of rows on show. */
  get rowsHeight(): number {
    return Math.max(0, this.height - this.headHeight)
  }

  /** Reads the size of the element; true when it changed. */
  measure(): boolean {
    const { clientWidth, clientHeight } = this.#frame.grid
    const height = Math.max(0, clientHeight - this.#foot)
    if (clientWidth === this.width && height === this.height) return false
    this.width = clientWidth
    this.height = height
    this.#frame.over.style.width = px(clientWidth)
    this.#frame.over.style.height = px(height)
    this.#apply()
    return true
  }

  /** px under the rows that stand still. */
  setFoot(height: number): void {
    if (height === this.#foot) return
    this.#foot = height
    this.#frame.body.style.bottom = px(height)
    this.measure()
  }

  setContent(width: number, height: number, headHeight: number): void {
    if (width === this.#contentWidth && height === this.#content && headHeight === this.headHeight)
      return
    this.#contentWidth = width
    this.#content = height
    this.headHeight = headHeight
    this.#apply()
  }

  scrollTo(top: number): void {
    const wanted = Math.min(lastTop(this.#map), Math.max(0, top))
    if (wanted === this.top) return
    this.top = wanted
    this.#write()
    this.#moved()
  }

  scrollSideways(left: number): void {
    const wanted = Math.max(0, Math.min(left, this.#contentWidth - this.width))
    if (Math.round(wanted) === Math.round(this.left)) return
    this.left = wanted
    this.#frame.grid.scrollLeft = wanted
    this.#moved()
  }

  /** Moves as little as needed to show the px [from, to) of the rows. */
  revealRows(from: number, to: number): void {
    if (from < this.top) this.scrollTo(from)
    else if (to > this.top + this.rowsHeight) this.scrollTo(to - this.rowsHeight)
  }

  /** The rows [first, to) that are at least partly on show, and how many fit. */
  rowsOnShow(
    rowHeight: number,
    rowCount: number,
  ): { readonly first: number; readonly to: number; readonly fit: number } {
    const fit = Math.ceil(this.rowsHeight / rowHeight) + 1
    const first = Math.max(0, Math.floor(this.top / rowHeight))
    return { first, to: Math.min(rowCount, first + fit), fit }
  }

  #apply(): void {
    this.#map = scrollMap(this.#content, this.rowsHeight)
    this.#frame.sizer.style.width = px(this.#contentWidth)
    const below = this.headHeight + this.#map.area - this.height
    // `height` is rounded: a px more, or at the very end the view would be pushed up by the difference
    this.#frame.sizer.style.height = px(below > 0 ? below + 1 : 0)
    this.top = Math.min(lastTop(this.#map), this.top)
    this.left = Math.max(0, Math.min(this.left, this.#contentWidth - this.width))
    this.#write()
  }

  #write(): void {
    const scroll = scrollAt(this.#map, this.top)
    if (Math.abs(scroll - this.#scroll) < 0.5) return
    this.#scroll = scroll
    this.#expected = scroll
    this.#frame.grid.scrollTop = scroll
  }

  #scrolled(): void {
    const { scrollTop, scrollLeft } = this.#frame.grid
    this.left = scrollLeft
    const ours = this.#expected !== null && Math.abs(scrollTop - this.#expected) <= 1
    this.#expected = null
    if (!ours && scrollTop !== this.#scroll) {
      this.top = this.#jumped(scrollTop)
      this.#scroll = scrollTop
      if (ranAhead(this.#map, this.top, scrollTop)) this.#write()
    }
    this.#moved()
  }

  #jumped(scroll: number): number {
    return this.#map.view > 0
      ? follow(this.#map, this.top, this.#scroll, scroll)
      : topAt(this.#map, scroll)
  }

  /** Steps 1:1 let the thumb run ahead of the sheet; when it rests it goes where it belongs. */
  #settle(): void {
    this.#write()
  }
}
