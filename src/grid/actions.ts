import { widthOf } from './columns.ts'
import { accepts, copyTo, mostCells, pasteInto, textsOf } from './clipboard.ts'
import { commandOf, type KeyCommand } from './keys.ts'
import { reveal } from './reveal.ts'
import {
  advanced,
  block,
  cellsOf,
  columnsOf,
  extended,
  rangeOf,
  rowsOf,
  single,
  stepped,
  type Step,
} from './selection.ts'
import type { GridRange } from './source.ts'
import type { Surface } from './surface.ts'
import { parseTsv, squared, tiled, type Texts } from './tsv.ts'

const widthStep = 16 // px

/** What keys and the clipboard do. */
export class Actions {
  readonly #surface: Surface
  #tabbedFrom: number | null = null // column where Tab began: Enter returns there
  #menuByKey = -Infinity

  constructor(surface: Surface) {
    this.#surface = surface
    const { input } = surface.editor
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('copy', (event) => this.#copy(event, false))
    input.addEventListener('cut', (event) => this.#copy(event, true))
    input.addEventListener('paste', (event) => this.#paste(event))
    input.addEventListener('contextmenu', (event) => {
      if (surface.editor.state !== 'closed') return
      event.preventDefault()
      if (event.timeStamp - this.#menuByKey > 300) this.#menu()
    })
  }

  /** Writes a block of texts, as a paste does. */
  write(texts: Texts, selected: GridRange): void {
    const { source, edits, words } = this.#surface
    const written = pasteInto(texts, selected, source, edits, words, (text) =>
      this.#surface.note(text),
    )
    if (written)
      this.#surface.select(block(written, { row: written.top, column: written.left }), {})
  }

  pasteText(text: string): void {
    if (text !== '') this.write(squared(parseTsv(text)), rangeOf(this.#surface.selected))
  }

  /** A click or a move: Enter no longer returns to where Tab began. */
  forgetTab(): void {
    this.#tabbedFrom = null
  }

  #key(event: KeyboardEvent): void {
    // 229: an input method has the key. Safari sends the Enter that ends a composition after its end, also as 229.
    if (event.isComposing || event.keyCode === 229 || this.#surface.editor.composing) return
    const { editor } = this.#surface
    if (editor.choices.open && this.#chooses(event)) {
      event.preventDefault()
      return
    }
    const command = commandOf(
      {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
      },
      editor.state,
    )
    if (!command) return
    if (command.kind === 'menu') this.#menuByKey = event.timeStamp
    if (this.#run(command)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  /** Up and down walk through an open list. */
  #chooses(event: KeyboardEvent): boolean {
    const { choices } = this.#surface.editor
    if (event.altKey || event.ctrlKey || event.metaKey) return false
    if (event.key === 'ArrowDown') choices.walk(1)
    else if (event.key === 'ArrowUp') choices.walk(-1)
    else return false
    return true
  }

  /** False leaves the key to the page. */
  #run(command: KeyCommand): boolean {
    const surface = this.#surface
    const { selected, edits, editor, extent } = surface
    const { row, column } = selected.active
    if (extent.rows === 0 && command.kind !== 'undo' && command.kind !== 'redo') return false
    const range = rangeOf(selected)
    switch (command.kind) {
      case 'move':
        surface.commit()
        this.forgetTab()
        this.#move(command.step, command.extend)
        return true
      case 'advance':
        return this.#advance(command.way)
      case 'edit':
        if (editor.state === 'typed') editor.state = 'opened'
        else if (editor.state === 'closed') surface.edit()
        return true
      case 'open':
        if (this.#sealed(column)) edits.open(row)
        else surface.edit()
        return true
      case 'choose':
        this.#choose(column)
        return true
      case 'widen':
        this.#widen(column, command.way)
        return true
      case 'shift':
        this.#shift(column, command.way)
        return true
      case 'cancel':
        editor.close()
        edits.editing?.(null)
        surface.schedule()
        return true
      case 'erase':
        if (accepts(surface.source, edits, range)) edits.clear(range, false)
        return true
      case 'fillTyped':
        this.#fillTyped()
        return true
      case 'fillDown':
      case 'fillRight':
        this.#fill(command.kind === 'fillDown', range)
        return true
      case 'selectAll':
        surface.select(block(this.#all(), selected.active))
        return true
      case 'selectRows':
        surface.select(block({ ...range, left: 0, right: extent.columns - 1 }, selected.active))
        return true
      case 'selectColumns':
        surface.select(block({ ...range, top: 0, bottom: extent.rows - 1 }, selected.active))
        return true
      case 'undo':
        edits.undo()
        return true
      case 'redo':
        edits.redo()
        return true
      case 'menu':
        this.#menu()
        return true
    }
  }

  #all(): GridRange {
    const { rows, columns } = this.#surface.extent
    return { top: 0, left: 0, bottom: rows - 1, right: columns - 1 }
  }

  /** The texts a cell offers; where it offers none, the menu of the cell, which sorts. */
  #choose(column: number): void {
    const surface = this.#surface
    const { editor } = surface
    const offers = surface.source.columns[column]?.editor.kind === 'list'
    if (editor.state === 'closed' && !offers) {
      this.#menu()
      return
    }
    if (editor.state === 'closed') surface.edit()
    editor.offer(true)
  }

  #widen(column: number, way: 1 | -1): void {
    const surface = this.#surface
    surface.resize(column, widthOf(surface.layout, column) + way * widthStep)
    surface.resized(column)
    reveal(surface, { column })
  }

  #shift(column: number, way: 1 | -1): void {
    const { source, edits } = this.#surface
    const isMovable = (at: number) => source.columns[at]?.movable ?? false
    if (isMovable(column) && isMovable(column + way))
      edits.move?.(column, way === 1 ? column + 2 : column - 1)
  }

  #sealed(column: number): boolean {
    return this.#surface.source.columns[column]?.editor.kind === 'none'
  }

  #move(step: Step, extend: boolean): void {
    const { selected, viewport, rowHeight, extent } = this.#surface
    const page = Math.max(1, Math.floor(viewport.rowsHeight / rowHeight) - 1)
    const from = extend ? selected.end : selected.active
    const to = stepped(from, step, extent, page)
    if (step.by === 'page') viewport.scrollTo(viewport.top + step.rows * page * rowHeight)
    const follow = {
      ...(to.row !== from.row || !extend ? { row: to.row } : {}),
      ...(to.column !== from.column || !extend ? { column: to.column } : {}),
    }
    this.#surface.select(extend ? extended(selected, to) : single(to), follow)
  }

  #advance(way: 'down' | 'up' | 'right' | 'left'): boolean {
    const surface = this.#surface
    const { selected, extent } = surface
    const across = way === 'left' || way === 'right'
    const one = cellsOf(rangeOf(selected)) === 1
    const { row, column } = selected.active
    const began = this.#tabbedFrom
    const next = advanced(selected, way, extent)
    const committed = surface.commit()
    if (!next) return committed // Tab past the end leaves the sheet
    if (one && across) this.#tabbedFrom ??= column
    else this.forgetTab()
    const back = one && way === 'down' && began !== null && next.active.row !== row
    const place = back ? { row: next.active.row, column: began } : next.active
    surface.select(back ? single(place) : next, place)
    return true
  }

  #fillTyped(): void {
    const surface = this.#surface
    const range = rangeOf(surface.selected)
    const text = surface.editor.text
    if (cellsOf(range) === 1) {
      surface.commit()
      return
    }
    if (cellsOf(range) > mostCells) {
      surface.note(surface.words.tooLarge)
      return
    }
    surface.editor.close()
    surface.edits.editing?.(null)
    const texts = tiled([[text]], rowsOf(range), columnsOf(range)) ?? []
    if (accepts(surface.source, surface.edits, range)) surface.edits.paste(range, texts)
    surface.schedule()
  }

  /** Ctrl+D and Ctrl+R: from the first row or column of the block, or from the cell before a single one. */
  #fill(down: boolean, range: GridRange): void {
    const { edits, source } = this.#surface
    const whole = down
      ? { ...range, top: rowsOf(range) === 1 ? range.top - 1 : range.top }
      : { ...range, left: columnsOf(range) === 1 ? range.left - 1 : range.left }
    if (whole.top < 0 || whole.left < 0 || !accepts(source, edits, range)) return
    edits.fill(down ? { ...whole, bottom: whole.top } : { ...whole, right: whole.left }, whole)
  }

  #menu(): void {
    const { edits, selected } = this.#surface
    edits.menu({ ...selected.active, ...this.#surface.corner() })
  }

  #copy(event: ClipboardEvent, cut: boolean): void {
    const surface = this.#surface
    if (surface.editor.state !== 'closed' || !event.clipboardData) return
    event.preventDefault()
    if (surface.extent.rows === 0) return
    const range = rangeOf(surface.selected)
    if (!copyTo(event.clipboardData, surface.source, range, cut)) {
      surface.note(surface.words.tooLarge)
      return
    }
    if (cut && accepts(surface.source, surface.edits, range)) surface.edits.clear(range, true)
  }

  #paste(event: ClipboardEvent): void {
    const surface = this.#surface
    if (surface.editor.state !== 'closed' || !event.clipboardData) return
    const texts = textsOf(event.clipboardData)
    event.preventDefault()
    event.stopPropagation()
    if (texts) this.write(texts, rangeOf(surface.selected))
  }
}
