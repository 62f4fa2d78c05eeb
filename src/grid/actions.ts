import { isOneCell, withAlso } from './blocks.ts'
import { accepts } from './clipboard.ts'
import { Clipping } from './clipping.ts'
import { columnsOnShow, widthOf } from './columns.ts'
import { commandOf, type KeyCommand } from './keys.ts'
import { Leaps } from './leaps.ts'
import { reveal } from './reveal.ts'
import {
  advanced,
  block,
  columnsOf,
  extended,
  rangeOf,
  rowsOf,
  single,
  stepped,
  type Place,
  type Selected,
  type Step,
} from './selection.ts'
import type { GridRange } from './source.ts'
import type { Surface } from './surface.ts'

const widthStep = 16 // px

/** What keys do. */
export class Actions {
  readonly #surface: Surface
  readonly clipping: Clipping
  readonly #leaps: Leaps
  /** Shift+F8: what is walked to begins a new block. `fresh` = the last block is only where one walks. */
  #adding: 'no' | 'begun' | 'fresh' = 'no'
  #tabbedFrom: number | null = null // column where Tab began: Enter returns there
  #menuByKey = -Infinity

  constructor(surface: Surface) {
    this.#surface = surface
    this.clipping = new Clipping(surface)
    this.#leaps = new Leaps(surface)
    const { input } = surface.editor
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('contextmenu', (event) => {
      if (surface.editor.state !== 'closed') return
      event.preventDefault()
      if (event.timeStamp - this.#menuByKey > 300) this.#menu()
    })
  }

  /** A click or a move: Enter no longer returns to where Tab began, and no leap is waited for. */
  forgetTab(): void {
    this.#tabbedFrom = null
    this.#leaps.drop()
  }

  /** A press of the pointer: keys no longer add blocks. */
  pressed(): void {
    this.forgetTab()
    this.#adding = 'no'
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
    if (command.kind !== 'move') this.#leaps.drop()
    const range = rangeOf(selected)
    switch (command.kind) {
      case 'move':
        surface.commit()
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
        this.#adding = 'no'
        if (editor.state === 'closed') return false
        editor.close()
        edits.editing?.(null)
        surface.schedule()
        return true
      case 'erase':
        this.clipping.erase()
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
      case 'addBlocks':
        this.#adding = this.#adding === 'no' ? 'begun' : 'no'
        if (this.#adding === 'begun' && surface.words.adding) surface.say(surface.words.adding)
        return true
      case 'showActive':
        reveal(surface, selected.active)
        return true
      case 'copyHeaders':
        this.clipping.copy(true)
        return true
      case 'today':
        this.#today(column)
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
    const { viewport, rowHeight, extent } = this.#surface
    const from = () => {
      const { end, active } = this.#surface.selected
      return extend ? end : active
    }
    this.#tabbedFrom = null
    if (step.by === 'filled') {
      if (this.#leaps.leap(from, step, (place) => this.#reach(from(), place, extend))) return
    } else this.#leaps.drop()
    const page = this.#page()
    const to = stepped(from(), step, extent, page)
    if (step.by === 'page') viewport.scrollTo(viewport.top + step.rows * page.rows * rowHeight)
    this.#reach(from(), to, extend)
  }

  /** Rows and columns of one screen, less the one that stays in sight. */
  #page(): { readonly rows: number; readonly columns: number } {
    const { viewport, rowHeight, layout, gutter } = this.#surface
    const { from, to } = columnsOnShow(layout, viewport.left, viewport.width - gutter)
    return {
      rows: Math.max(1, Math.floor(viewport.rowsHeight / rowHeight) - 1),
      columns: Math.max(1, to - from - 1),
    }
  }

  #reach(from: Place, to: Place, extend: boolean): void {
    const follow = {
      ...(to.row !== from.row || !extend ? { row: to.row } : {}),
      ...(to.column !== from.column || !extend ? { column: to.column } : {}),
    }
    this.#surface.select(extend ? this.#stretched(to) : this.#walked(to), follow)
  }

  #stretched(to: Place): Selected {
    if (this.#adding === 'fresh') this.#adding = 'begun'
    return extended(this.#surface.selected, to)
  }

  #walked(to: Place): Selected {
    const { selected } = this.#surface
    if (this.#adding === 'no') return single(to)
    const isFresh = this.#adding === 'fresh'
    this.#adding = 'fresh'
    return isFresh ? { ...single(to), others: selected.others } : withAlso(selected, single(to))
  }

  #today(column: number): void {
    const surface = this.#surface
    const text = surface.source.today?.()
    if (text === undefined) return
    surface.edit()
    if (surface.editor.state !== 'closed' && !this.#sealed(column))
      surface.editor.input.value = text
  }

  #advance(way: 'down' | 'up' | 'right' | 'left'): boolean {
    const surface = this.#surface
    const { selected, extent } = surface
    const across = way === 'left' || way === 'right'
    const one = isOneCell(selected)
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
    const { text } = surface.editor
    if (isOneCell(surface.selected)) {
      surface.commit()
      return
    }
    surface.editor.close()
    surface.edits.editing?.(null)
    this.clipping.spread(text)
    surface.schedule()
  }

  /** Ctrl+D and Ctrl+R: from the first row or column of the block, or from the cell before a single one. */
  #fill(down: boolean, range: GridRange): void {
    const { edits, source } = this.#surface
    const whole = down
      ? { ...range, top: rowsOf(range) === 1 ? range.top - 1 : range.top }
      : { ...range, left: columnsOf(range) === 1 ? range.left - 1 : range.left }
    if (whole.top < 0 || whole.left < 0 || !accepts(source, edits, range)) return
    const from = down ? { ...whole, bottom: whole.top } : { ...whole, right: whole.left }
    edits.fill(from, whole, 'copy')
  }

  #menu(): void {
    const { edits, selected } = this.#surface
    edits.menu({ ...selected.active, ...this.#surface.corner() })
  }
}
