const codes = new Map([
  ['Enter', 13],
  ['Escape', 27],
  ['Tab', 9],
  ['Backspace', 8],
  ['Delete', 46],
  [' ', 32],
])

interface Key {
  readonly is: 'hold' | 'leave' | 'strike'
  readonly key: string
}

/** Keys as `userEvent.keyboard` writes them: {Enter}, {Shift>}…{/Shift}. */
export function* keysOf(keys: string): Generator<Key> {
  for (const [, sign, name, letter] of keys.matchAll(/\{(\/?)([A-Za-z0-9]+>?)\}|([^{])/gu))
    if (name?.endsWith('>')) yield { is: 'hold', key: name.slice(0, -1) }
    else yield { is: sign === '/' ? 'leave' : 'strike', key: name ?? letter ?? '' }
}

/** Presses keys by events: no driver is asked, so that letters of any writing can be typed. What no key takes is typed. */
export function press(keys: string): Promise<void> {
  const held = new Set<string>()
  for (const { is, key } of keysOf(keys))
    if (is === 'hold') held.add(key)
    else if (is === 'leave') held.delete(key)
    else strike(key, held)
  return Promise.resolve()
}

function strike(key: string, held: ReadonlySet<string>): void {
  const input = document.activeElement
  const event = new KeyboardEvent('keydown', {
    key,
    keyCode: codes.get(key) ?? 0,
    shiftKey: held.has('Shift'),
    ctrlKey: held.has('Control'),
    altKey: held.has('Alt'),
    bubbles: true,
    cancelable: true,
  })
  if (!input?.dispatchEvent(event)) return
  if (held.has('Control') || held.has('Alt')) return
  if (key === 'Backspace') document.execCommand('delete')
  else if ([...key].length === 1) document.execCommand('insertText', false, key)
}
