import { Actions } from './actions.ts'
import { countOf, isOneCell, rangesOf, told } from './blocks.ts'
import { Body } from './body.ts'
import { columnsOnShow, isPinned, layOut, leastWidth, widthOf, type Layout } from './columns.ts'
import { watchDensity, type Density } from './density.ts'
import { Editing } from './editing.ts'
import { Editor } from './editor.ts'
import { Filling } from './filling.ts'
import { buildFrame, nextId, type Frame } from './frame.ts'
import { fittingWidth } from './fit.ts'
import { Head } from './head.ts'
import { Heading } from './heading.ts'
import { HintNote, type About } from './hintNote.ts'
import { isWhole } from './headDrag.ts'
import { Marks } from './marks.ts'
import { boxOnPage, cornerOf, drawOver } from './over.ts'
import { isHeld } from './pinned.ts'
import { Pointer } from './pointer.ts'
import { reveal } from './reveal.ts'
import type { Moment } from './row.ts'
import {
  columnsOf,
  keptInside,
  rangeOf,
  rowsOf,
  single,
  within,
  type Extent,
  type Place,
  type Selected,
} from './selection.ts'
import type {
  GridBox,
  GridColumn,
  GridEdits,
  GridRange,
  GridSelection,
  GridSource,
  GridWords,
} from './source.ts'
import { sortingSaid } from './sorted.ts'
import { Speech } from './speech.ts'
import { keepTabStop } from './tabStop.ts'
import type { Surface } from './surface.ts'
import { Touch } from './touch.ts'
import { Totals } from './totals.ts'
import { turnByKey, turnByPress } from './turning.ts'
import { Viewport } from './viewport.ts'
import { Wish } from './wish.ts'

/** The spreadsheet control. Everything on show is drawn at most once a frame, from the source, by windows. */
export class Sheet implements Surface {
  source: GridSource
  edits: GridEdits
  words: GridWords
  layout: Layout
  selected: Selected = single({ row: 0, column: 0 })
  rowHeight = 28
  gutter = 36
  readonly editor: Editor
  readonly viewport: Viewport
  readonly actions: Actions
  readonly #id = nextId()
  readonly #frame: Frame
  readonly #head: Head
  readonly #body: Body
  readonly #marks: Marks
  readonly #totals: Totals
  readonly #filling: Filling
  readonly #pointer: Pointer
  readonly #speech: Speech
  readonly #note: HintNote
  readonly #heading: Heading
  readonly #touch: Touch
  readonly #size: ResizeObserver
  readonly #stopDensity: () => void
  #density: Density = { row: 28, head: 28, group: 24, scale: 1 }
  #columns: readonly GridColumn[] = []
  #widths: number[] = []
  #rowCount = -1
  #version = 0
  #frameAsked = 0
  #selectionTold = true
  readonly #editing = new Editing(this)
  readonly #wish = new Wish()
  #preview: GridRange | null = null

  constructor(
    root: HTMLElement,
    source: GridSource,
    edits: GridEdits,
    words: GridWords,
    testid: string,
  ) {
    this.source = source
    this.edits = edits
    this.words = words
    this.#frame = buildFrame(root, this.#id)
    this.#frame.grid.setAttribute('data-testid', testid)
    this.viewport = new Viewport(this.#frame, () => this.schedule())
    this.#head = new Head(this.#frame.head, words)
    this.#body = new Body(this.#frame.body)
    this.#marks = new Marks(this.#frame.body)
    this.#totals = new Totals(this, this.#frame.view)
    this.#speech = new Speech(root)
    this.#note = new HintNote(root, this.#id)
    this.editor = new Editor(this.#frame.over, this.#id, this.#editing)
    this.#heading = new Heading(this, this.editor, this.#frame.grid, this.#id)
    turnByKey(this, this.editor)
    this.actions = new Actions(this)
    this.#filling = new Filling(this, this.#frame.over)
    this.#pointer = new Pointer(this, this.#frame, this.#marks.handle, this.#filling, () =>
      this.actions.pressed(),
    )
    turnByPress(this, this.#frame.grid)
    this.#touch = new Touch(this, this.#frame)
    this.layout = layOut([], [], 0)
    keepTabStop(this.#frame.grid, this.editor)
    this.#size = new ResizeObserver(() => {
      if (this.viewport.measure()) this.#arrange()
    })
    this.#size.observe(this.#frame.grid)
    this.#stopDensity = watchDensity(root, (density) => {
      const { scale } = this.#density
      this.#density = density
      if (density.scale === scale) this.#arrange()
      else this.refreshColumns()
    })
    this.viewport.measure()
    this.refreshColumns()
  }

  get extent(): Extent {
    const columns = this.source.columns.length
    return { rows: columns > 0 ? this.source.rowCount : 0, columns }
  }

  destroy(): void {
    cancelAnimationFrame(this.#frameAsked)
    this.#size.disconnect()
    this.#stopDensity()
    this.#speech.stop()
    this.#note.stop()
    this.#touch.stop()
    this.#frame.root.replaceChildren()
  }

  /** Other props. Nothing is made anew where only the rows or the owner's functions are others. */
  provide(source: GridSource, edits: GridEdits, words: GridWords, testid: string): void {
    const same = words === this.words && source.columns === this.#columns
    this.source = source
    this.edits = edits
    this.words = words
    this.#frame.grid.setAttribute('data-testid', testid)
    if (same) this.refresh()
    else this.refreshColumns()
  }

  refresh(): void {
    this.#version++
    this.schedule()
  }

  refreshColumns(): void {
    const said = sortingSaid(this.#columns, this.source.columns, this.words)
    if (said !== null) this.say(said)
    this.#columns = this.source.columns
    this.#widths = this.#columns.map((column) => Math.round(column.width * this.#density.scale))
    this.#head.set(this.#columns, this.words)
    this.editor.dates.label = this.words.chooseDate ?? this.words.label
    this.editor.chips.nameOf = (tag) => this.words.removeTag?.(tag) ?? tag
    this.#frame.grid.setAttribute('aria-label', this.words.label)
    this.#frame.empty.textContent = this.words.empty
    this.#arrange()
  }

  reveal(row: number, column: number): void {
    reveal(this, within(this.extent, { row, column }))
  }

  selection(): GridSelection {
    return told(this.selected)
  }

  select(selected: Selected, follow?: Partial<Place>): void {
    this.#heading.leave()
    this.selected = selected
    this.#selectionTold = false
    if (follow) reveal(this, follow)
    if (!isOneCell(selected)) this.say(this.#selectionSaid(selected))
    this.refresh()
  }

  #selectionSaid(selected: Selected): string {
    const ranges = rangesOf(selected)
    const range = rangeOf(selected)
    return ranges.length > 1 && this.words.selectedBlocks
      ? this.words.selectedBlocks(ranges.length, countOf(ranges))
      : this.words.selected(rowsOf(range), columnsOf(range))
  }

  edit(): void {
    this.#editing.edit()
  }

  commit(): boolean {
    return this.#editing.commit()
  }

  note(text: string): void {
    this.#speech.note(text)
  }

  say(text: string): void {
    this.#speech.say(text)
  }

  preview(range: GridRange | null): void {
    this.#preview = range
    this.schedule()
  }

  resize(column: number, width: number): void {
    this.#widths[column] = Math.max(leastWidth, Math.round(width))
    this.#arrange()
  }

  fit(column: number): void {
    const { first, to } = this.viewport.rowsOnShow(this.rowHeight, this.extent.rows)
    const width = fittingWidth(this.#frame.grid, this.source, column, first, to)
    this.resize(column, width)
    this.resized(column)
  }

  resized(column: number): void {
    this.edits.resize(column, Math.round(widthOf(this.layout, column) / this.#density.scale))
  }

  corner(): { readonly x: number; readonly y: number } {
    return cornerOf(this, this.#frame.view.getBoundingClientRect())
  }

  boxNow(): GridBox {
    return boxOnPage(this, this.#frame.view.getBoundingClientRect())
  }

  schedule(): void {
    this.#frameAsked ||= requestAnimationFrame(() => {
      this.#frameAsked = 0
      this.draw()
      if (this.#pointer.tick()) this.schedule()
    })
  }

  /** Sizes changed: columns, density, the element or the number of rows. */
  #arrange(): void {
    const { rows } = this.extent
    this.rowHeight = this.#density.row
    const longest = rows > 0 ? this.source.rowLabel(rows - 1).text.length : 0
    this.gutter = Math.ceil(this.#density.scale * Math.max(36, 12 + 6.4 * longest))
    this.layout = layOut(this.#columns, this.#widths, this.viewport.width - this.gutter)
    this.viewport.setFoot(this.#totals.stand(this.rowHeight))
    const headHeight = this.#density.head + (this.#head.rows === 2 ? this.#density.group : 0)
    this.#frame.head.style.height = `${String(headHeight)}px`
    this.#frame.body.style.top = `${String(headHeight)}px`
    const width = this.gutter + this.layout.width
    this.viewport.setContent(width, rows * this.rowHeight, headHeight)
    const totals = Number(this.#totals.isShown)
    this.#frame.grid.setAttribute('aria-rowcount', String(rows + this.#head.rows + totals))
    this.#frame.grid.setAttribute('aria-colcount', String(this.#columns.length))
    this.#frame.empty.hidden = rows > 0 || this.words.empty === ''
    this.#rowCount = rows
    const kept = keptInside(this.selected, this.extent)
    if (kept !== this.selected) {
      this.selected = kept
      this.#selectionTold = false
    }
    this.refresh()
  }

  /** What the next frame would show, now. */
  draw(): void {
    if (this.source.columns !== this.#columns) this.refreshColumns()
    else if (this.extent.rows !== this.#rowCount || this.#wantsTotals()) this.#arrange()
    const { layout, viewport, gutter, rowHeight } = this
    const room = viewport.width - gutter
    const { from, to } = columnsOnShow(layout, viewport.left, room)
    const scrollLeft = viewport.left
    this.#frame.view.classList.toggle('held', isHeld(layout.pinned, scrollLeft))
    const { group: groupHeight, head: headHeight } = this.#density
    const taken = (column: number) => this.#taken(column)
    this.#head.draw({ layout, gutter, room, from, to, scrollLeft, groupHeight, headHeight, taken })
    const moment: Moment = {
      version: this.#version,
      source: this.source,
      layout,
      gutter,
      rowHeight,
      from,
      to,
      scrollLeft,
      headerRows: this.#head.rows,
      active: this.selected.active,
      ranges: rangesOf(this.selected),
      loading: this.words.loading,
      idOf: (place) => this.#cellId(place),
    }
    const rows = this.viewport.rowsOnShow(this.rowHeight, this.extent.rows)
    const waiting = this.#body.draw(moment, rows.first, rows.to, viewport.top, rows.fit)
    this.#wish.tell(this.source, rows, waiting)
    drawOver(this, this.#frame, this.#marks, this.#preview)
    this.#touch.draw()
    this.#totals.draw(moment)
    this.#filling.draw()
    const { row } = this.selected.active
    const drawn = row >= rows.first && row < rows.to
    const id = drawn && this.#columnDrawn(from, to) ? this.#cellId(this.selected.active) : null
    const label = this.editor.state === 'closed' ? this.words.label : this.#editing.label()
    const header = this.#heading.draw()
    this.editor.describe(label, header ? header.id : id, this.#id)
    this.#note.tell(this.#about(header, id))
    this.#editing.look()
    this.#tell()
  }

  /** The row of totals came or went. */
  #wantsTotals(): boolean {
    return Boolean(this.source.totals) !== this.#totals.isShown && this.extent.rows > 0
  }

  #about(header: Element | null, id: string | null): About | null {
    const { row, column } = this.selected.active
    const element = header ?? (id === null ? null : document.getElementById(id))
    const description = this.source.columns[column]
    if (!element || !description || this.editor.state !== 'closed') return null
    if (header) return { element, title: '', hint: description.hint, isShown: true }
    const cell = this.source.cell(row, column)
    const isShown = cell !== undefined && cell.state !== 'missing'
    return { element, title: description.title, hint: cell?.hint ?? null, isShown }
  }

  #taken(column: number): 'no' | 'part' | 'whole' {
    if (this.extent.rows === 0) return 'no'
    if (isWhole(this, column)) return 'whole'
    const isPart = rangesOf(this.selected).some(
      ({ left, right }) => left <= column && right >= column,
    )
    return isPart ? 'part' : 'no'
  }

  #columnDrawn(from: number, to: number): boolean {
    const { column } = this.selected.active
    return (
      column < this.layout.frozen ||
      isPinned(this.layout, column) ||
      (column >= from && column < to)
    )
  }

  #cellId({ row, column }: Place): string {
    return `${this.#id}-${String(row)}-${String(column)}`
  }

  #tell(): void {
    if (this.#selectionTold) return
    this.#selectionTold = true
    if (this.extent.rows > 0) this.source.selected(told(this.selected))
  }
}
