import { tagsOf } from './editorText.ts'
import { attribute, make, px } from './dom.ts'
import type { GridCell, GridColumn } from './source.ts'

const dash = '—'

/** Marks on a cell that come from the selection. */
export interface CellMarks {
  readonly active: boolean
  readonly ranged: boolean
}

type Shape = 'text' | 'badge' | 'bar' | 'check' | 'tags'

/** What stands in a cell, as the reader sees it. */
export const shownText = (cell: GridCell): string =>
  cell.state === 'missing' && cell.text === '' ? dash : cell.text

/** What the editor starts with. */
export const inputText = (cell: GridCell): string =>
  cell.input ?? (cell.state === 'missing' && cell.text === dash ? '' : cell.text)

function shapeOf(cell: GridCell, parted: boolean): Shape {
  if (cell.badge) return 'badge'
  if (cell.bar) return 'bar'
  if (cell.check) return 'check'
  return parted && cell.state === 'plain' && cell.text !== '' ? 'tags' : 'text'
}

/** One element that shows one cell after another; only what differs is written. */
export class CellBox {
  readonly element = make('div', 'grid-cell', 'gridcell')
  readonly #text = document.createTextNode('')
  #shape: Shape = 'text'
  #badge: HTMLElement | null = null
  #bar: HTMLElement | null = null
  #fill: HTMLElement | null = null
  #check: HTMLElement | null = null
  #checked = ''
  #tags = ''
  #shown = ''
  #className = 'grid-cell'
  #column = -1
  #left = -1
  #width = -1
  #hint: string | null = null
  #was: string | null = null
  #data: Readonly<Record<string, string>> | undefined
  #share = -1
  #step = 0
  #row = -1
  #id: string | null = null
  #hidden = false
  #readonly = false
  #waiting = false
  #label: string | null = null
  #ranged = false

  constructor() {
    this.element.append(this.#text)
  }

  hide(): void {
    if (this.#hidden) return
    this.#hidden = true
    this.element.hidden = true
    this.#name(null)
  }

  #name(id: string | null): void {
    if (id === this.#id) return
    this.#id = id
    attribute(this.element, 'id', id)
  }

  stand(left: number, width: number): void {
    if (this.#hidden) {
      this.#hidden = false
      this.element.hidden = false
    }
    if (left !== this.#left) {
      this.#left = left
      this.element.style.left = px(left)
    }
    if (width !== this.#width) {
      this.#width = width
      this.element.style.width = px(width)
    }
  }

  show(
    place: { readonly row: number; readonly column: number; readonly ariaRow: number },
    column: GridColumn,
    end: boolean,
    cell: GridCell | undefined,
    marks: CellMarks,
    id: string | null,
    loading: string,
  ): void {
    if (place.column !== this.#column) {
      this.#column = place.column
      this.element.setAttribute('aria-colindex', String(place.column + 1))
    }
    if (place.ariaRow !== this.#row) {
      this.#row = place.ariaRow
      this.element.setAttribute('aria-rowindex', String(place.ariaRow))
    }
    this.#name(id)
    const sealed = column.editor.kind === 'none'
    if (sealed !== this.#readonly) {
      this.#readonly = sealed
      attribute(this.element, 'aria-readonly', sealed ? 'true' : null)
    }
    if (marks.ranged !== this.#ranged) {
      this.#ranged = marks.ranged
      attribute(this.element, 'aria-selected', marks.ranged ? 'true' : null)
    }
    const waiting = cell === undefined
    if (waiting !== this.#waiting) {
      this.#waiting = waiting
      attribute(this.element, 'aria-busy', waiting ? 'true' : null)
    }
    const editor = column.editor
    const parted = editor.kind === 'tags' && cell !== undefined && cell.text !== ''
    const label = waiting ? loading : (cell.badge?.name ?? (parted ? cell.text : null)) // words would run together
    if (label !== this.#label) {
      this.#label = label
      attribute(this.element, 'aria-label', label)
    }
    this.#dress(column, end, cell, marks)
    this.#fillIn(cell, editor.kind === 'tags' ? editor.separators : null)
  }

  #dress(column: GridColumn, end: boolean, cell: GridCell | undefined, marks: CellMarks): void {
    let name = `grid-cell at-${column.align}`
    if (column.computed) name += ' computed'
    if (end) name += ' end'
    if (cell === undefined) name += ' waiting'
    else {
      if (cell.state !== 'plain') name += ` ${cell.state}`
      if (cell.changed) name += ' changed'
      if (cell.hit) name += ' hit'
      if (cell.badge) name += ' has-badge'
      else if (cell.bar) name += ' has-bar'
      else if (cell.check) name += ' has-check'
    }
    if (marks.ranged) name += ' ranged'
    if (marks.active) name += ' active'
    if (name === this.#className) return
    this.#className = name
    this.element.className = name
  }

  #fillIn(cell: GridCell | undefined, separators: string | null): void {
    const shape = cell ? shapeOf(cell, separators !== null) : 'text'
    if (shape !== this.#shape) this.#reshape(shape)
    if (cell?.check) this.#tick(cell.check.on)
    if (cell && shape === 'tags') this.#line(cell.text, separators ?? '')
    const text = cell ? (cell.badge?.text ?? shownText(cell)) : ''
    if (text !== this.#shown) {
      this.#shown = text
      this.#text.data = text
    }
    const hint = cell?.hint ?? cell?.badge?.name ?? null
    if (hint !== this.#hint) {
      this.#hint = hint
      attribute(this.element, 'title', hint)
    }
    const was = cell?.badge?.was ?? null
    if (was !== this.#was) {
      this.#was = was
      attribute(this.element, 'data-was', was)
    }
    if (cell?.data !== this.#data) this.#write(cell?.data)
    const step = cell?.badge?.step ?? cell?.bar?.step ?? 0
    if (step !== this.#step) {
      this.#step = step
      if (this.#badge) this.#badge.className = `badge tier-${String(step)}`
      if (this.#bar) this.#bar.className = `grid-bar tier-${String(step)}`
    }
    const share = cell?.bar?.share ?? -1
    if (share !== this.#share) {
      this.#share = share
      if (this.#fill) this.#fill.style.width = `${String(Math.max(0, Math.min(1, share)) * 100)}%`
    }
  }

  #reshape(shape: Shape): void {
    this.#shape = shape
    this.#step = 0
    this.#share = -1
    this.#badge = null
    this.#bar = null
    this.#fill = null
    this.#check = null
    this.#checked = ''
    this.#tags = ''
    if (shape === 'check') {
      this.#check = make('span', 'grid-check')
      this.#check.setAttribute('aria-hidden', 'true') // the text says it
      this.element.replaceChildren(this.#check, this.#text)
    } else if (shape === 'tags') this.element.replaceChildren()
    else if (shape === 'badge') {
      this.#badge = make('span', 'badge')
      this.#badge.append(this.#text)
      this.element.replaceChildren(this.#badge)
    } else if (shape === 'bar') {
      this.#bar = make('span', 'grid-bar')
      this.#fill = make('i', '')
      this.#bar.append(this.#fill)
      this.element.replaceChildren(this.#bar, this.#text)
    } else this.element.replaceChildren(this.#text)
  }

  #tick(on: boolean | null): void {
    const name = on === null ? 'none' : on ? 'on' : 'off'
    if (name === this.#checked || !this.#check) return
    this.#checked = name
    this.#check.className = `grid-check ${name}`
  }

  #line(text: string, separators: string): void {
    if (text === this.#tags) return
    this.#tags = text
    const words = tagsOf(text, separators).map((tag) => {
      const element = make('span', 'grid-tag')
      element.textContent = tag
      return element
    })
    this.element.replaceChildren(...words)
  }

  #write(data: Readonly<Record<string, string>> | undefined): void {
    const before = this.#data ?? {}
    this.#data = data
    for (const name of Object.keys(before))
      if (data?.[name] === undefined) this.element.removeAttribute(`data-${name}`)
    for (const [name, value] of Object.entries(data ?? {}))
      attribute(this.element, `data-${name}`, value)
  }
}
