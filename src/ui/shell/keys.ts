export type PageKey =
  'commands' | 'undo' | 'redo' | 'save' | 'help' | 'nextRegion' | 'previousRegion'

/** What a key means on every screen; null = nothing, or it belongs to the field one types in. */
export function pageKey(event: KeyboardEvent): PageKey | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null
  if (event.key === 'F6') return event.shiftKey ? 'previousRegion' : 'nextRegion'
  const command = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (command && key === 's' && !event.shiftKey) return 'save'
  if (command && key === 'k' && !event.shiftKey) return 'commands'
  if (isTyping(event.target) && !(command && isFinished(event.target))) return null
  if (command && key === 'z') return event.shiftKey ? 'redo' : 'undo'
  if (command && key === 'y') return 'redo'
  if (!command && (event.key === '?' || event.key === '？')) return 'help'
  return null
}

/** A field of the page whose entry has been taken marks itself: what it would undo is the project's last step. */
const isFinished = (target: EventTarget | null) =>
  target instanceof HTMLElement && 'finished' in target.dataset && !target.closest('dialog')

const notText = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'file', 'color'])

/** In a text field Ctrl Z, ? and pasted text belong to the field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !notText.has(target.type)
}
