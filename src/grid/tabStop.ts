import type { Editor } from './editor.ts'

/** The grid is the tab stop and hands the focus on to the textarea; Shift+Tab out of that must not come back to it. */
export function keepTabStop(grid: HTMLElement, editor: Editor): void {
  grid.addEventListener('focus', () => editor.focus())
  editor.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.defaultPrevented) return
    grid.tabIndex = -1
    setTimeout(() => (grid.tabIndex = 0))
  })
}
