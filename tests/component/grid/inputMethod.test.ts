import { expect, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { Book } from './book.ts'
import { press } from './hands.ts'
import { editor, frame, open } from './open.ts'

interface Session {
  send(method: string, parameters: Record<string, unknown>): Promise<unknown>
}

/** What an input method does: a key it has taken (229), a text that grows, a text that is meant. */
async function compose(steps: readonly string[], meant: string): Promise<void> {
  const session = cdp() as unknown as Session
  const taken = { key: 'Process', code: 'KeyN', windowsVirtualKeyCode: 229 }
  for (const text of steps) {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...taken })
    const at = text.length
    await session.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at })
  }
  await session.send('Input.insertText', { text: meant })
}

test('an input method composes straight into a selected cell; nothing of it is lost', async () => {
  const { book, grid, text } = await open(new Book(20))
  grid.select(1, 0)
  grid.focus()
  await frame()
  await compose(['n', 'ni', 'nih', 'niha', 'nihao'], '你好')
  await vi.waitFor(() => expect(editor()?.value).toBe('你好'))
  await press('{Enter}')
  await frame()
  expect(book.asked('edit')).toEqual([[1, 0, '你好']])
  expect(text(1, 0)).toBe('你好')
  expect(grid.selection()?.active).toEqual({ row: 2, column: 0 })
})

test('while composing, the textarea is neither moved nor sized nor written', async () => {
  const { book, grid } = await open(new Book(20))
  grid.select(1, 0)
  grid.focus()
  await frame()
  const input = document.activeElement as HTMLTextAreaElement
  const session = cdp() as unknown as Session
  await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 })
  await vi.waitFor(() => expect(input.value).toBe('ni'))
  const style = input.style.cssText
  grid.reveal(15, 4)
  grid.refresh()
  await frame()
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }))
  await frame()
  expect(input.style.cssText).toBe(style)
  expect(input.value).toBe('ni')
  expect(book.asked('edit')).toEqual([])
  await session.send('Input.insertText', { text: '你' })
  await vi.waitFor(() => expect(editor()?.value).toBe('你'))
})

test('composing on a computed cell is refused, once, and leaves nothing behind', async () => {
  const { book, grid } = await open(new Book(20))
  grid.select(1, 3)
  grid.focus()
  await frame()
  await compose(['n', 'ni'], '你')
  await frame()
  expect(book.asked('refused')).toEqual([[3]])
  expect(editor()).toBeNull()
  grid.select(1, 4)
  await frame()
  await press('x')
  expect(editor()?.value).toBe('x')
})
