import type { Editor } from './editor.ts'
import type { EditorHost } from './editorHost.ts'

/** Keys that an editor of one kind has for itself, before those that all have. */
export function keysOfKinds(editor: Editor, host: EditorHost): void {
  editor.input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229 || editor.composing) return
    if (!takes(editor, host, event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  })
}

function takes(editor: Editor, host: EditorHost, event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event
  const { chips, choices, input } = editor
  if (key === 'ArrowDown' && altKey) return unfold(editor, host)
  if (key === 'Enter' && altKey) return breakLine(editor, host)
  if (altKey || ctrlKey || metaKey || editor.state === 'closed' || !chips.open) return false
  if (key === 'Enter' && !shiftKey && choices.current !== null) {
    editor.add(choices.current)
    return true
  }
  return key === 'Backspace' && input.selectionEnd === 0 && chips.remove(chips.words.length - 1)
}

/** Alt+Enter, as in Excel; browsers do nothing there. */
function breakLine({ state, input }: Editor, host: EditorHost): boolean {
  const kind = host.editorNow()?.kind
  if (state === 'closed' || (kind !== 'text' && kind !== 'list')) return false
  input.setRangeText('\n', input.selectionStart, input.selectionEnd, 'end')
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertLineBreak' }))
  return true
}

/** Alt+Down where a calendar, words or a yes and no are to be chosen. */
function unfold(editor: Editor, host: EditorHost): boolean {
  const kind = host.editorNow()?.kind
  if (kind !== 'date' && kind !== 'tags' && kind !== 'toggle') return false
  if (editor.state === 'closed') host.edit()
  editor.offer(true)
  return true
}
