/** What goes over the clipboard, as events. Firefox takes no clipboard into the event that a page makes: it is put there. */
function dispatch(type: 'copy' | 'cut' | 'paste', data: DataTransfer): void {
  const event = new ClipboardEvent(type, { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'clipboardData', { value: data })
  document.activeElement?.dispatchEvent(event)
}

/** What Ctrl+C or Ctrl+X would put on the clipboard. */
export function copied(type: 'copy' | 'cut' = 'copy'): DataTransfer {
  const data = new DataTransfer()
  dispatch(type, data)
  return data
}

export function paste(text: string, html?: string): void {
  const data = new DataTransfer()
  if (text !== '') data.setData('text/plain', text)
  if (html !== undefined) data.setData('text/html', html)
  dispatch('paste', data)
}
