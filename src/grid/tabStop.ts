import type { Editor } from './editor.ts'

/** The grid is the tab stop and hands the focus on to the textarea; Shift+Tab out of that must not come back to it. */
export function keepTabStop(grid: HTMLElement, editor: Editor): void {
  grid.addEventListener('focus', () => editor.focus())
  const { input } = editor
  // Chromium gives the focus back without its caret as a dialog closes: what is typed then would go nowhere
  input.addEventListener('focus', () =>
    input.setSelectionRange(input.selectionStart, input.selectionEnd, input.selectionDirection),
  )
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.defaultPrevented) return
    grid.tabIndex = -1
    setTimeout(() => (grid.tabIndex = 0))
  })
}
