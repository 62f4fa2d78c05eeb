import { CellBox } from './cell.ts'
import { isPinned, widthOf, type Layout } from './columns.ts'
import { make, px } from './dom.ts'
import { pinnedShift } from './pinned.ts'
import { isIn } from './blocks.ts'
import type { Place } from './selection.ts'
import type { GridRange, GridSource } from './source.ts'
import { Strip } from './strip.ts'

/** All a row needs to know of the moment it is drawn in. `version` changes with anything but the scroll place. */
export interface Moment {
  readonly version: number
  readonly source: GridSource
  readonly layout: Layout
  readonly gutter: number
  readonly rowHeight: number
  readonly from: number // scrolling columns on show
  readonly to: number
  readonly scrollLeft: number
  readonly headerRows: number
  readonly active: Place
  readonly ranges: readonly GridRange[]
  readonly loading: string
  idOf(place: Place): string
}

/** One element that shows one row after another. */
export class RowBox {
  readonly element = make('div', 'grid-row', 'row')
  readonly #free = new Strip('grid-free')
  readonly #pinned = new Strip('grid-pinned')
  readonly #fixed = make('div', 'grid-fixed')
  readonly #number = make('div', 'grid-number')
  readonly #label = document.createTextNode('')
  readonly #still: CellBox[] = []
  readonly #moving: CellBox[] = []
  readonly #held: CellBox[] = []
  row = -1
  #offset = NaN
  #version = -1
  #from = -1
  #to = -1
  #active = false
  #changed = false
  #fixedWidth = -1
  #gutter = -1
  #height = -1

  constructor() {
    this.#number.setAttribute('aria-hidden', 'true')
    this.#number.append(this.#label)
    this.#fixed.append(this.#number)
    this.element.append(this.#fixed, this.#free.element)
    this.element.hidden = true
  }

  hide(): void {
    if (this.row < 0) return
    this.row = -1
    this.element.hidden = true
    for (const box of this.#still) box.hide()
    for (const box of this.#moving) box.hide()
    for (const box of this.#held) box.hide()
  }

  /** Returns true when a cell was not here yet. `offset` px from the top of the rows' layer. */
  draw(row: number, offset: number, moment: Moment): boolean {
    if (offset !== this.#offset) {
      this.#offset = offset
      this.element.style.transform = `translateY(${px(offset)})`
    }
    this.#free.shift(moment.scrollLeft)
    const { pinned } = moment.layout
    if (pinned) this.#pinned.shift(pinnedShift(pinned, moment.scrollLeft))
    const same =
      row === this.row &&
      moment.version === this.#version &&
      moment.from === this.#from &&
      moment.to === this.#to
    if (same) return false
    this.#version = moment.version
    this.#from = moment.from
    this.#to = moment.to
    if (row !== this.row) {
      if (this.row < 0) this.element.hidden = false
      this.row = row
      this.element.setAttribute('aria-rowindex', String(row + moment.headerRows + 1))
    }
    this.#measure(moment)
    this.#drawNumber(row, moment)
    return this.#drawCells(row, moment)
  }

  #measure({ layout, gutter, rowHeight }: Moment): void {
    const fixedWidth = gutter + layout.frozenWidth
    if (fixedWidth !== this.#fixedWidth) {
      this.#fixedWidth = fixedWidth
      this.#fixed.style.width = px(fixedWidth)
    }
    if (gutter !== this.#gutter) {
      this.#gutter = gutter
      this.#number.style.width = px(gutter)
    }
    this.#free.stand(gutter)
    const { pinned } = layout
    if (pinned) this.#pinned.stand(gutter + pinned.left, pinned.width)
    const strip = this.#pinned.element
    if (pinned && !strip.parentElement) this.element.append(strip)
    else if (!pinned && strip.parentElement) strip.remove()
    if (rowHeight !== this.#height) {
      this.#height = rowHeight
      this.element.style.height = px(rowHeight)
    }
  }

  #drawNumber(row: number, { source, active }: Moment): void {
    const { text, changed } = source.rowLabel(row)
    if (this.#label.data !== text) this.#label.data = text
    const on = row === active.row
    if (on !== this.#active) {
      this.#active = on
      this.element.classList.toggle('on', on)
    }
    if (changed !== this.#changed) {
      this.#changed = changed
      this.#number.classList.toggle('changed', changed)
    }
  }

  #drawCells(row: number, moment: Moment): boolean {
    const { layout, from, to } = moment
    const { pinned, lefts } = layout
    let waiting = false
    for (let column = 0; column < layout.frozen; column++) {
      const box = (this.#still[column] ??= this.#add(this.#fixed))
      box.stand(moment.gutter + (lefts[column] ?? 0), widthOf(layout, column))
      waiting = this.#show(box, row, column, moment) || waiting
    }
    for (const box of this.#still.slice(layout.frozen)) box.hide()
    for (let column = pinned?.from ?? 0; pinned && column < pinned.to; column++) {
      const box = (this.#held[column - pinned.from] ??= this.#add(this.#pinned.element))
      box.stand((lefts[column] ?? 0) - pinned.left, widthOf(layout, column))
      waiting = this.#show(box, row, column, moment) || waiting
    }
    for (const box of this.#held.slice(pinned ? pinned.to - pinned.from : 0)) box.hide()
    while (this.#moving.length < to - from) this.#moving.push(this.#add(this.#free.element))
    const pool = this.#moving.length
    const used = new Set<number>()
    for (let column = from; column < to; column++) {
      const box = this.#moving[column % pool]
      if (!box || isPinned(layout, column)) continue
      used.add(column % pool)
      box.stand(lefts[column] ?? 0, widthOf(layout, column))
      waiting = this.#show(box, row, column, moment) || waiting
    }
    if (used.size < pool)
      for (const [at, box] of this.#moving.entries()) if (!used.has(at)) box.hide()
    return waiting
  }

  #add(parent: HTMLElement): CellBox {
    const box = new CellBox()
    parent.append(box.element)
    return box
  }

  #show(box: CellBox, row: number, column: number, moment: Moment): boolean {
    const { layout, source, active, ranges } = moment
    const description = layout.columns[column]
    if (!description) return false
    const cell = source.cell(row, column)
    const isActive = row === active.row && column === active.column
    box.show(
      { row, column, ariaRow: row + moment.headerRows + 1 },
      description,
      layout.ends[column] ?? false,
      cell,
      { active: isActive, ranged: isIn(ranges, row, column) },
      isActive ? moment.idOf(active) : null,
      moment.loading,
    )
    return cell === undefined
  }
}
