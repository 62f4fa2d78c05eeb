import { attribute, make, px } from './dom.ts'
import { columnsAcross, Lanes, type Across } from './lanes.ts'
import type { GridTotal } from './source.ts'
import type { Surface } from './surface.ts'

interface Shown extends Across {
  readonly headerRows: number
}

/** A row that stands still under the cells: what each column comes to. A press, or Enter there, asks to choose it. */
export class Totals {
  readonly #surface: Surface
  readonly #foot = make('div', 'grid-foot', 'rowgroup')
  readonly #row = make('div', 'grid-totals', 'row')
  readonly #lanes: Lanes
  readonly #cells = new Map<number, TotalCell>()

  constructor(surface: Surface, view: HTMLElement) {
    this.#surface = surface
    const sum = make('div', 'grid-number')
    sum.setAttribute('aria-hidden', 'true')
    sum.textContent = '∑'
    this.#lanes = new Lanes(this.#row, sum)
    this.#foot.append(this.#row)
    this.#foot.hidden = true
    view.append(this.#foot)
    // presses here are none of the cells'
    for (const name of ['pointerdown', 'dblclick', 'contextmenu'] as const)
      this.#foot.addEventListener(name, (event) => event.stopPropagation())
    this.#foot.addEventListener('contextmenu', (event) => {
      event.preventDefault()
      this.#choose(event)
    })
    this.#foot.addEventListener('click', (event) => {
      event.stopPropagation()
      this.#choose(event)
    })
    this.#foot.addEventListener('keydown', (event) => this.#key(event))
  }

  get isShown(): boolean {
    return !this.#foot.hidden
  }

  /** Takes its place; px that it takes from the cells. */
  stand(height: number): number {
    const { source, words } = this.#surface
    const isWanted = Boolean(source.totals) && source.rowCount > 0
    this.#foot.hidden = !isWanted
    this.#foot.style.height = px(height)
    if (words.totals !== undefined) this.#row.setAttribute('aria-label', words.totals)
    return isWanted ? height : 0
  }

  draw(moment: Shown): void {
    const { source } = this.#surface
    if (!this.isShown) return
    attribute(this.#row, 'aria-rowindex', String(source.rowCount + moment.headerRows + 1))
    this.#lanes.draw(moment)
    const wanted = columnsAcross(moment)
    for (const [column, cell] of this.#cells) {
      if (wanted.has(column)) continue
      cell.element.remove()
      this.#cells.delete(column)
    }
    for (const column of wanted) this.#place(column, moment)
  }

  #place(column: number, moment: Shown): void {
    const { source, selected, edits } = this.#surface
    let cell = this.#cells.get(column)
    if (!cell) this.#cells.set(column, (cell = new TotalCell(column)))
    this.#lanes.place(cell.element, column, moment)
    const canChoose = edits.total !== undefined
    cell.element.classList.toggle('pressed', canChoose)
    cell.element.tabIndex = canChoose && column === selected.active.column ? 0 : -1
    cell.show(source.totals?.[column] ?? null, moment.layout.columns[column]?.align ?? 'start')
  }

  #choose(event: Event): void {
    const cell = event.target instanceof Element ? event.target.closest('.grid-total') : null
    const index = cell?.getAttribute('aria-colindex')
    if (!cell || !index) return
    const { left, top } = cell.getBoundingClientRect()
    this.#surface.edits.total?.(Number(index) - 1, left, top)
  }

  #key(event: KeyboardEvent): void {
    const cell = event.target instanceof Element ? event.target.closest('.grid-total') : null
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return
    const at = Number(cell.getAttribute('aria-colindex')) - 1
    switch (event.key) {
      case 'Enter':
      case ' ':
        this.#choose(event)
        break
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#cells.get(at + (event.key === 'ArrowLeft' ? -1 : 1))?.element.focus()
        break
      case 'ArrowUp':
      case 'Escape':
        this.#surface.editor.focus()
        break
      default:
        return
    }
    event.preventDefault()
    event.stopPropagation()
  }
}

/** The word says what the number is; where there is little room it gives way. */
class TotalCell {
  readonly element = make('div', 'grid-total', 'gridcell')
  readonly #name = make('span', 'grid-total-name')
  readonly #text = make('b', 'grid-total-text')

  constructor(column: number) {
    this.element.setAttribute('aria-colindex', String(column + 1))
    this.element.append(this.#name, ' ', this.#text)
  }

  show(total: GridTotal | null, align: string): void {
    const { name = '', text = '' } = total ?? {}
    if (this.#name.textContent !== name) this.#name.textContent = name
    if (this.#text.textContent !== text) this.#text.textContent = text
    const said = `${name} ${text}`.trim()
    if (this.element.title !== said) this.element.title = said
    attribute(this.element, 'data-align', align)
  }
}
