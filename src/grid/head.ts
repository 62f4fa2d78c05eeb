import { groupSpans, spanOnShow, type GroupSpan } from './columns.ts'
import { attribute, make, px } from './dom.ts'
import { columnsAcross, Lanes, type Across } from './lanes.ts'
import { markOf, signsOf } from './signs.ts'
import type { GridColumn, GridWords } from './source.ts'

const sameHeaders = (one: readonly GridColumn[], other: readonly GridColumn[]) =>
  one.length === other.length &&
  one.every((column, at) => {
    const { title, group, align, sort, sortPlace, filtered, calculated, hint } = other[at] ?? column
    return (
      column.title === title &&
      column.group === group &&
      column.align === align &&
      column.sort === sort &&
      column.sortPlace === sortPlace &&
      column.filtered === filtered &&
      column.calculated === calculated &&
      column.hint === hint
    )
  })

export interface HeadMoment extends Across {
  readonly room: number // px on show beside the row numbers
  readonly groupHeight: number
  readonly headHeight: number
  /** Whether cells of a column are selected, or all of it. */
  taken(column: number): 'no' | 'part' | 'whole'
}

/** Two rows of headers: groups over columns. Groups are absent when no column has one. */
export class Head {
  readonly #groups = make('div', 'grid-groups', 'row')
  readonly #heads = make('div', 'grid-heads', 'row')
  readonly #lanes = new Lanes(this.#heads, make('div', 'grid-corner'))
  readonly #shown = new Map<number, HTMLElement>()
  readonly #spans: { readonly span: GroupSpan; readonly element: HTMLElement }[] = []
  #columns: readonly GridColumn[] = []
  #words: GridWords

  constructor(parent: HTMLElement, words: GridWords) {
    this.#words = words
    parent.append(this.#groups, this.#heads)
    this.#groups.hidden = true
    this.#heads.hidden = true
    this.#number()
  }

  get rows(): 1 | 2 {
    return this.#spans.length > 0 ? 2 : 1
  }

  /** New columns or new words. Headers that say the same stay, so that a press on one is not lost. */
  set(columns: readonly GridColumn[], words: GridWords): void {
    const same = words === this.#words && sameHeaders(columns, this.#columns)
    this.#columns = columns
    this.#words = words
    this.#heads.hidden = columns.length === 0
    if (same) return
    for (const element of this.#shown.values()) element.remove()
    this.#shown.clear()
    this.#groups.replaceChildren()
    this.#spans.length = 0
    const grouped = columns.some((column) => column.group !== null)
    for (const span of grouped ? groupSpans(columns) : []) {
      const element = make('div', 'grid-group')
      const text = make('span', 'cut')
      text.textContent = span.title
      element.append(text)
      if (span.title === '')
        element.setAttribute('role', 'presentation') // no header to a screen reader
      else {
        element.setAttribute('role', 'columnheader')
        element.setAttribute('aria-colindex', String(span.from + 1))
        element.setAttribute('aria-colspan', String(span.to - span.from))
      }
      this.#groups.append(element)
      this.#spans.push({ span, element })
    }
    this.#groups.hidden = this.#spans.length === 0
    this.#number()
  }

  #number(): void {
    attribute(this.#groups, 'aria-rowindex', this.rows === 2 ? '1' : null)
    attribute(this.#heads, 'aria-rowindex', String(this.rows))
  }

  draw(moment: HeadMoment): void {
    const { layout, gutter, scrollLeft } = moment
    this.#groups.style.height = px(moment.groupHeight)
    this.#heads.style.height = px(moment.headHeight)
    this.#heads.style.top = px(this.rows === 2 ? moment.groupHeight : 0)
    this.#lanes.draw(moment)
    for (const { span, element } of this.#spans) {
      const { left, right: end } = spanOnShow(layout, span.from, span.to, scrollLeft)
      const right = Math.min(end, moment.room + 1) // its line then lies outside
      element.hidden = right <= left
      element.style.left = px(gutter + left)
      element.style.width = px(Math.max(0, right - left))
    }
    const wanted = columnsAcross(moment)
    for (const [column, element] of this.#shown) {
      if (wanted.has(column)) continue
      element.remove()
      this.#shown.delete(column)
    }
    for (const column of wanted) this.#place(column, moment)
  }

  /** The sheet's column whose header this is, or whose edge. */
  static columnOf(target: Element): number | null {
    const index = target.closest('.grid-title')?.getAttribute('aria-colindex')
    return index ? Number(index) - 1 : null
  }

  /** The columns under a header: one, or those of a group. */
  static spanOf(target: Element): { readonly from: number; readonly to: number } | null {
    const column = Head.columnOf(target)
    if (column !== null) return { from: column, to: column }
    const group = target.closest('.grid-group')
    const from = Number(group?.getAttribute('aria-colindex') ?? 0) - 1
    const count = Number(group?.getAttribute('aria-colspan') ?? 0)
    return group && from >= 0 ? { from, to: from + count - 1 } : null
  }

  #place(index: number, moment: HeadMoment): void {
    const column = this.#columns[index]
    if (!column) return
    let element = this.#shown.get(index)
    if (!element) {
      element = this.#title(index, column)
      this.#shown.set(index, element)
    }
    this.#lanes.place(element, index, moment)
    const taken = moment.taken(index)
    element.classList.toggle('on', taken !== 'no')
    element.classList.toggle('whole', taken === 'whole')
    attribute(element, 'aria-selected', taken === 'whole' ? 'true' : null)
  }

  #title(index: number, column: GridColumn): HTMLElement {
    const element = make('div', `grid-title at-${column.align}`, 'columnheader')
    const text = make('span', 'cut')
    text.textContent = column.title
    const mark = markOf(column)
    if (mark) {
      element.append(mark)
      element.setAttribute('aria-description', this.#words.calculated ?? '')
    }
    element.append(text)
    element.setAttribute('aria-colindex', String(index + 1))
    element.setAttribute('aria-sort', column.sort ?? 'none')
    if (column.hint !== null) element.title = column.hint
    element.append(...signsOf(column, this.#words))
    if (index > 0) element.append(make('i', 'grid-grip-before')) // the edge before it, from this side
    return element
  }
}
