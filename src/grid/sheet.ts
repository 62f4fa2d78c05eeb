import { Actions } from './actions.ts'
import { isOneCell, told } from './blocks.ts'
import type { Layout } from './columns.ts'
import { watchDensity } from './density.ts'
import { Editing } from './editing.ts'
import { Editor } from './editor.ts'
import { keysOfKinds } from './editorKeys.ts'
import { Filling } from './filling.ts'
import { fittingWidth } from './fit.ts'
import { buildFrame, nextId, type Frame } from './frame.ts'
import { boxOnPage, cornerOf } from './over.ts'
import { Picture } from './picture.ts'
import { Pointer } from './pointer.ts'
import { reveal } from './reveal.ts'
import { keptInside, single, within, type Extent, type Place, type Selected } from './selection.ts'
import { selectionSaid } from './selectionSaid.ts'
import { Sizes } from './sizes.ts'
import { sortingSaid } from './sorted.ts'
import type {
  GridBox,
  GridEdits,
  GridRange,
  GridSelection,
  GridSource,
  GridWords,
} from './source.ts'
import { Speech } from './speech.ts'
import type { Surface } from './surface.ts'
import { keepTabStop } from './tabStop.ts'
import { Touch } from './touch.ts'
import { turnByKey, turnByPress } from './turning.ts'
import { Viewport } from './viewport.ts'

/** The spreadsheet control. Everything on show is drawn at most once a frame, from the source, by windows. */
export class Sheet implements Surface {
  source: GridSource
  edits: GridEdits
  words: GridWords
  selected: Selected = single({ row: 0, column: 0 })
  readonly editor: Editor
  readonly viewport: Viewport
  readonly actions: Actions
  readonly #frame: Frame
  readonly #sizes: Sizes
  readonly #picture: Picture
  readonly #filling: Filling
  readonly #pointer: Pointer
  readonly #speech: Speech
  readonly #touch: Touch
  readonly #editing = new Editing(this)
  readonly #size: ResizeObserver
  readonly #stopDensity: () => void
  #frameAsked = 0
  #selectionTold = true

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
    const id = nextId()
    this.#frame = buildFrame(root, id)
    const { grid, over } = this.#frame
    grid.setAttribute('data-testid', testid)
    this.viewport = new Viewport(this.#frame, () => this.schedule())
    this.#speech = new Speech(root)
    this.editor = new Editor(over, id, this.#editing)
    keysOfKinds(this.editor, this.#editing)
    this.#picture = new Picture(this, this.#frame, id)
    this.#sizes = new Sizes(this, this.#frame, this.#picture.head, this.#picture.totals)
    turnByKey(this, this.editor)
    this.actions = new Actions(this)
    this.#filling = new Filling(this, over)
    const { handle } = this.#picture.marks
    this.#pointer = new Pointer(this, this.#frame, handle, this.#filling, () =>
      this.actions.pressed(),
    )
    turnByPress(this, grid)
    this.#touch = new Touch(this, this.#frame)
    keepTabStop(grid, this.editor)
    this.#size = new ResizeObserver(() => {
      if (this.viewport.measure()) this.#arrange()
    })
    this.#size.observe(grid)
    this.#stopDensity = watchDensity(root, (density) => {
      const { scale } = this.#sizes.density
      this.#sizes.density = density
      if (density.scale === scale) this.#arrange()
      else this.refreshColumns()
    })
    this.viewport.measure()
    this.refreshColumns()
  }

  get layout(): Layout {
    return this.#sizes.layout
  }

  get rowHeight(): number {
    return this.#sizes.rowHeight
  }

  get gutter(): number {
    return this.#sizes.gutter
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
    this.#picture.note.stop()
    this.#touch.stop()
    this.#frame.root.replaceChildren()
  }

  /** Other props. Nothing is made anew where only the rows or the owner's functions are others. */
  provide(source: GridSource, edits: GridEdits, words: GridWords, testid: string): void {
    const same = words === this.words && source.columns === this.#sizes.columns
    this.source = source
    this.edits = edits
    this.words = words
    this.#frame.grid.setAttribute('data-testid', testid)
    if (same) this.refresh()
    else this.refreshColumns()
  }

  refresh(): void {
    this.#picture.version++
    this.schedule()
  }

  refreshColumns(): void {
    const { columns } = this.source
    const said = sortingSaid(this.#sizes.columns, columns, this.words)
    if (said !== null) this.say(said)
    this.#sizes.setColumns(columns)
    this.#picture.head.set(columns, this.words)
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
    this.#picture.heading.leave()
    this.selected = selected
    this.#selectionTold = false
    if (follow) reveal(this, follow)
    if (!isOneCell(selected)) this.say(selectionSaid(selected, this.words))
    this.refresh()
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
    this.#picture.preview = range
    this.schedule()
  }

  resize(column: number, width: number): void {
    this.#sizes.resize(column, width)
    this.#arrange()
  }

  fit(column: number): void {
    const { first, to } = this.viewport.rowsOnShow(this.rowHeight, this.extent.rows)
    const width = fittingWidth(this.#frame.grid, this.source, column, first, to)
    this.resize(column, width)
    this.resized(column)
  }

  resized(column: number): void {
    this.edits.resize(column, this.#sizes.widthOf(column))
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

  #arrange(): void {
    this.#sizes.arrange()
    const kept = keptInside(this.selected, this.extent)
    if (kept !== this.selected) {
      this.selected = kept
      this.#selectionTold = false
    }
    this.refresh()
  }

  /** What the next frame would show, now. */
  draw(): void {
    if (this.source.columns !== this.#sizes.columns) this.refreshColumns()
    else if (this.#sizes.areOld) this.#arrangeAround()
    this.#picture.draw(this.#sizes.density)
    this.#touch.draw()
    this.#filling.draw()
    this.#editing.look()
    this.#tell()
  }

  /** The active cell stays on show where the row of totals would come to lie over it. */
  #arrangeAround(): void {
    const { viewport, rowHeight } = this
    const { row } = this.selected.active
    const isOnShow = (row + 1) * rowHeight <= viewport.top + viewport.rowsHeight
    const before = viewport.rowsHeight
    this.#arrange()
    if (isOnShow && row * rowHeight >= viewport.top && viewport.rowsHeight < before)
      reveal(this, { row })
  }

  #tell(): void {
    if (this.#selectionTold) return
    this.#selectionTold = true
    if (this.extent.rows > 0) this.source.selected(told(this.selected))
  }
}
