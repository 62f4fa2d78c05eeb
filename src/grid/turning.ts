import type { Editor } from './editor.ts'
import { rangesOf } from './blocks.ts'
import { cellsOf, rangeOf } from './selection.ts'
import type { Surface } from './surface.ts'

/** Turns the box of the active cell, and with it those of the whole selection; false = it has none. */
export function turn(surface: Surface): boolean {
  const { selected, source, edits } = surface
  const { row, column } = selected.active
  if (surface.extent.rows === 0 || source.columns[column]?.editor.kind !== 'toggle') return false
  const cell = source.cell(row, column)
  if (!cell) return true // not here yet
  const text = cell.check?.turned ?? onOf(surface, column)
  const ranges = rangesOf(selected)
  const alike = ranges.every(({ left, right }) =>
    source.columns.slice(left, right + 1).every(({ editor }) => editor.kind === 'toggle'),
  )
  const single = ranges.length === 1 && cellsOf(rangeOf(selected)) === 1
  if (single || !alike) edits.edit(row, column, text)
  else edits.spread(ranges, text)
  return true
}

function onOf({ source }: Surface, column: number): string {
  const editor = source.columns[column]?.editor
  return editor?.kind === 'toggle' ? editor.on : ''
}

/** A press on a box turns it, where it began on the same one and no block was drawn. */
export function turnByPress(surface: Surface, grid: HTMLElement): void {
  let pressed: Element | null = null
  const boxAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest('.grid-check') : null
  grid.addEventListener('pointerdown', (event) => {
    const plain = event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey
    pressed = plain ? boxAt(event.target) : null
  })
  grid.addEventListener('click', (event) => {
    const box = pressed
    pressed = null
    // a captured pointer reports the grid as target
    if (!box || boxAt(document.elementFromPoint(event.clientX, event.clientY)) !== box) return
    if (cellsOf(rangeOf(surface.selected)) === 1) turn(surface)
  })
}

/** Space turns the box. An input method may give it as a text instead of a key. */
export function turnByKey(surface: Surface, editor: Editor): void {
  editor.input.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || event.isComposing || event.keyCode === 229 || editor.composing) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (editor.state !== 'closed' || !turn(surface)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  })
}
