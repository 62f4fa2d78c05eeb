import { inputText } from './cell.ts'
import type { EditorHost } from './editorHost.ts'
import { reveal } from './reveal.ts'
import type { Place } from './selection.ts'
import type { GridCell, GridEditor } from './source.ts'
import type { Surface } from './surface.ts'
import { turn } from './turning.ts'

const patience = 5000 // ms for the owner to take an edit

interface Written extends Place {
  readonly before: GridCell | undefined
  readonly until: number
}

/** From the active cell into the editor and back to the owner. */
export class Editing implements EditorHost {
  readonly #surface: Surface
  #written: Written | null = null

  constructor(surface: Surface) {
    this.#surface = surface
  }

  edit(): void {
    const { active } = this.#surface.selected
    const editor = this.editorNow()
    const cell = editor && this.#surface.source.cell(active.row, active.column)
    if (editor?.kind === 'none') this.refused()
    else if (editor?.kind === 'own') this.own('')
    else if (cell) {
      reveal(this.#surface, active)
      this.#surface.draw()
      this.#surface.editor.open(inputText(cell))
    }
  }

  /** Hands on what was typed; false = nothing was open. */
  commit(): boolean {
    const { editor, edits, selected } = this.#surface
    if (editor.state === 'closed') return false
    const { row, column } = selected.active
    const { text, altered } = editor
    editor.close()
    if (altered) {
      const before = this.#surface.source.cell(row, column)
      this.#written = { row, column, before, until: performance.now() + patience }
      edits.edit(row, column, text)
    }
    edits.editing?.(null)
    this.#surface.schedule()
    return true
  }

  cancel(): void {
    const { editor, edits } = this.#surface
    editor.close()
    edits.editing?.(null)
    this.#surface.schedule()
  }

  /** Says what became of the last edit where it was kept as typed but could not be read, or not exactly. */
  look(): void {
    const written = this.#written
    if (!written) return
    const cell = this.#surface.source.cell(written.row, written.column)
    const { before } = written
    if (performance.now() > written.until) this.#written = null
    if (!cell || (cell.text === before?.text && cell.state === before.state)) return
    this.#written = null
    if (cell.hint === null) return
    if (cell.state === 'bad') this.#surface.note(cell.hint)
    else if (cell.state === 'flagged') this.#surface.say(cell.hint)
  }

  editorNow(): GridEditor | null {
    const { extent, source, selected } = this.#surface
    return extent.rows > 0 ? (source.columns[selected.active.column]?.editor ?? null) : null
  }

  opened(): void {
    const { active } = this.#surface.selected
    reveal(this.#surface, active)
    this.#surface.edits.editing?.(active)
    this.#surface.schedule()
  }

  refused(): void {
    this.#surface.edits.refused(this.#surface.selected.active.column)
  }

  own(typed: string): void {
    const { active } = this.#surface.selected
    reveal(this.#surface, active)
    this.#surface.edits.openOwn?.(active, this.#surface.boxNow(), typed)
  }

  turn(): void {
    turn(this.#surface)
  }

  label(): string {
    const { source, selected, words } = this.#surface
    return source.columns[selected.active.column]?.title ?? words.label
  }
}
