import { rangesOf } from './blocks.ts'
import { Body } from './body.ts'
import { columnsOnShow, isPinned } from './columns.ts'
import type { Frame } from './frame.ts'
import { Head } from './head.ts'
import { isWhole } from './headDrag.ts'
import { Heading } from './heading.ts'
import { HintNote, type About } from './hintNote.ts'
import { Marks } from './marks.ts'
import { drawOver } from './over.ts'
import { isHeld } from './pinned.ts'
import type { Moment } from './row.ts'
import type { Place } from './selection.ts'
import type { GridRange } from './source.ts'
import type { Density } from './density.ts'
import type { Surface } from './surface.ts'
import { Totals } from './totals.ts'
import { Wish } from './wish.ts'

/** What one sees: header, cells, marks over them, totals, the note of a cell, and what a screen reader is told of it. */
export class Picture {
  readonly head: Head
  readonly marks: Marks
  readonly totals: Totals
  readonly heading: Heading
  readonly note: HintNote
  readonly #surface: Surface
  readonly #frame: Frame
  readonly #id: string
  readonly #body: Body
  readonly #wish = new Wish()
  /** Counts what may have changed in the cells. */
  version = 0
  preview: GridRange | null = null

  constructor(surface: Surface, frame: Frame, id: string) {
    this.#surface = surface
    this.#frame = frame
    this.#id = id
    this.head = new Head(frame.head, surface.words)
    this.#body = new Body(frame.body)
    this.marks = new Marks(frame.body)
    this.totals = new Totals(surface, frame.view)
    this.note = new HintNote(frame.root, id)
    this.heading = new Heading(surface, surface.editor, frame.grid, id)
  }

  draw({ group: groupHeight, head: headHeight }: Density): void {
    const surface = this.#surface
    const { layout, viewport, gutter, rowHeight, source, selected } = surface
    const room = viewport.width - gutter
    const { from, to } = columnsOnShow(layout, viewport.left, room)
    const scrollLeft = viewport.left
    this.#frame.view.classList.toggle('held', isHeld(layout.pinned, scrollLeft))
    const taken = (column: number) => this.#taken(column)
    this.head.draw({ layout, gutter, room, from, to, scrollLeft, groupHeight, headHeight, taken })
    const moment: Moment = {
      version: this.version,
      source,
      layout,
      gutter,
      rowHeight,
      from,
      to,
      scrollLeft,
      headerRows: this.head.rows,
      active: selected.active,
      ranges: rangesOf(selected),
      loading: surface.words.loading,
      idOf: (place) => this.#cellId(place),
    }
    const rows = viewport.rowsOnShow(rowHeight, surface.extent.rows)
    const waiting = this.#body.draw(moment, rows.first, rows.to, viewport.top, rows.fit)
    this.#wish.tell(source, rows, waiting)
    drawOver(surface, this.#frame, this.marks, this.preview)
    this.totals.draw(moment)
    const { row } = selected.active
    const isDrawn = row >= rows.first && row < rows.to && this.#isColumnDrawn(from, to)
    this.#describe(isDrawn ? this.#cellId(selected.active) : null)
  }

  /** Which cell or header a screen reader is to read, and the note that explains it. */
  #describe(id: string | null): void {
    const { editor, words, source, selected } = this.#surface
    const title = source.columns[selected.active.column]?.title ?? words.label
    const header = this.heading.draw()
    const label = editor.state === 'closed' ? words.label : title
    editor.describe(label, header ? header.id : id, this.#id)
    this.note.tell(this.#about(header, id))
  }

  #about(header: Element | null, id: string | null): About | null {
    const { source, selected, editor } = this.#surface
    const { row, column } = selected.active
    const element = header ?? (id === null ? null : document.getElementById(id))
    const description = source.columns[column]
    if (!element || !description || editor.state !== 'closed') return null
    if (header) return { element, title: '', hint: description.hint, isShown: true }
    const cell = source.cell(row, column)
    const isMarked = cell?.state === 'bad' || cell?.state === 'flagged'
    const isShown = isMarked || cell?.changed === true || cell?.badge !== undefined
    return { element, title: description.title, hint: cell?.hint ?? null, isShown }
  }

  #taken(column: number): 'no' | 'part' | 'whole' {
    if (this.#surface.extent.rows === 0) return 'no'
    if (isWhole(this.#surface, column)) return 'whole'
    const isPart = rangesOf(this.#surface.selected).some(
      ({ left, right }) => left <= column && right >= column,
    )
    return isPart ? 'part' : 'no'
  }

  #isColumnDrawn(from: number, to: number): boolean {
    const { layout, selected } = this.#surface
    const { column } = selected.active
    return column < layout.frozen || isPinned(layout, column) || (column >= from && column < to)
  }

  #cellId({ row, column }: Place): string {
    return `${this.#id}-${String(row)}-${String(column)}`
  }
}
