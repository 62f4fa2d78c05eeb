import { isOneCell } from './blocks.ts'
import { accepts } from './clipboard.ts'
import type { Clipping } from './clipping.ts'
import { columnsOf, rangeOf, rowsOf } from './selection.ts'
import type { Surface } from './surface.ts'

/** Ctrl+Enter: what was typed goes into every selected cell. */
export function fillTyped(surface: Surface, clipping: Clipping): void {
  const { text } = surface.editor
  if (isOneCell(surface.selected)) {
    surface.commit()
    return
  }
  surface.editor.close()
  surface.edits.editing?.(null)
  clipping.spread(text)
  surface.schedule()
}

/** Ctrl+D and Ctrl+R: from the first row or column of the one block, or from the cell before a single one. */
export function fillFromFirst(surface: Surface, down: boolean): void {
  const { edits, source, selected, words } = surface
  if (selected.others.length > 0) return surface.note(words.oneBlock ?? words.tooLarge)
  const range = rangeOf(selected)
  const whole = down
    ? { ...range, top: rowsOf(range) === 1 ? range.top - 1 : range.top }
    : { ...range, left: columnsOf(range) === 1 ? range.left - 1 : range.left }
  if (whole.top < 0 || whole.left < 0 || !accepts(source, edits, range)) return
  const from = down ? { ...whole, bottom: whole.top } : { ...whole, right: whole.left }
  edits.fill(from, whole, 'copy')
}
