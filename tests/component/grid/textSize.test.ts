import { afterEach, expect, test, vi } from 'vitest'
import { Book } from './book.ts'
import { frame, open } from './open.ts'

const root = document.documentElement

afterEach(() => {
  root.style.fontSize = ''
})

test("text, rows and columns follow the browser's text size; rows stay whole px", async () => {
  const { cell } = await open(new Book(50))
  const size = () => {
    const one = cell(1, 0)
    const font = one ? parseFloat(getComputedStyle(one).fontSize) : 0 // Firefox rounds to 1/60 px
    return [Math.round(font * 10) / 10, one?.offsetHeight, one?.offsetWidth]
  }
  expect(size()).toEqual([13, 28, 80])
  root.style.fontSize = '20px'
  await vi.waitFor(() => expect(size()).toEqual([16.3, 35, 100]))
  root.style.fontSize = '18px'
  await vi.waitFor(() => expect(size()).toEqual([14.6, 32, 90])) // 31.5 px of row
})

test('a width that was dragged is told as it would be at the usual text size', async () => {
  root.style.fontSize = '20px'
  const { book, grid } = await open(new Book(50))
  grid.select(1, 1)
  grid.focus()
  await frame()
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: 'ArrowRight',
      altKey: true,
      shiftKey: true,
      bubbles: true,
    }),
  )
  expect(book.asked('resize')).toEqual([[1, 93]]) // 80 × 1.25 + 16 = 116 px on show
})
