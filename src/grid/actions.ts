import { Clipping } from './clipping.ts'
import { shift, widen } from './columnKeys.ts'
import { fillFromFirst, fillTyped } from './fillKeys.ts'
import { commandOf, type KeyCommand } from './keys.ts'
import { reveal } from './reveal.ts'
import { block, rangeOf } from './selection.ts'
import type { GridRange } from './source.ts'
import type { Surface } from './surface.ts'
import { Walking } from './walking.ts'

/** What keys do. */
export class Actions {
  readonly #surface: Surface
  readonly clipping: Clipping
  readonly #walking: Walking
  #menuByKey = -Infinity

  constructor(surface: Surface) {
    this.#surface = surface
    this.clipping = new Clipping(surface)
    this.#walking = new Walking(surface)
    const { input } = surface.editor
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('contextmenu', (event) => {
      if (surface.editor.state !== 'closed') return
      event.preventDefault()
      if (event.timeStamp - this.#menuByKey > 300) this.#menu()
    })
  }

  /** A press of the pointer: keys no longer add blocks. */
  pressed(): void {
    this.#walking.forgetTab()
    this.#walking.endAdding()
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
    if (command.kind !== 'move') this.#walking.stand()
    const range = rangeOf(selected)
    switch (command.kind) {
      case 'move':
        surface.commit()
        this.#walking.move(command.step, command.extend)
        return true
      case 'advance':
        return this.#walking.advance(command.way)
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
        widen(surface, column, command.way)
        return true
      case 'shift':
        shift(surface, column, command.way)
        return true
      case 'cancel':
        this.#walking.endAdding()
        if (editor.state === 'closed') return this.clipping.stop()
        editor.close()
        edits.editing?.(null)
        surface.schedule()
        return true
      case 'erase':
        this.clipping.erase()
        return true
      case 'fillTyped':
        fillTyped(surface, this.clipping)
        return true
      case 'fillDown':
      case 'fillRight':
        fillFromFirst(surface, command.kind === 'fillDown')
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
        this.#walking.turnAdding()
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

  #sealed(column: number): boolean {
    return this.#surface.source.columns[column]?.editor.kind === 'none'
  }

  #today(column: number): void {
    const surface = this.#surface
    const text = surface.source.today?.()
    if (text === undefined) return
    surface.edit()
    if (surface.editor.state !== 'closed' && !this.#sealed(column))
      surface.editor.input.value = text
  }

  #menu(): void {
    const { edits, selected } = this.#surface
    edits.menu({ ...selected.active, ...this.#surface.corner() })
  }
}
