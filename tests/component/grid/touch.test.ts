import { expect, test, vi } from 'vitest'
import { Book } from './book.ts'
import { finger, isReal, tap } from './finger.ts'
import { middle } from './hands.ts'
import { editor, frame, open } from './open.ts'

const grips = () =>
  ['start', 'end'].map((corner) => document.querySelector<HTMLElement>(`.grid-grip-${corner}`))
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

test('a tap selects without calling the keyboard, a double tap edits and calls it', async () => {
  const { cell, where } = await open(new Book(50))
  const at = middle(cell(3, 4))
  await tap(at)
  expect(where()).toBe('3,4')
  expect((document.activeElement as HTMLElement).inputMode).toBe('none')
  await tap(at)
  await vi.waitFor(() => expect(editor()?.value).toBe('r3c4'))
  expect((document.activeElement as HTMLElement).inputMode).toBe('')
})

test('the grips at both corners draw the selection larger', async () => {
  const { cell, block } = await open(new Book(50))
  expect(grips().map((grip) => grip?.hidden)).toEqual([true, true]) // only for fingers
  await tap(middle(cell(4, 1)))
  expect(grips().map((grip) => grip?.hidden)).toEqual([false, false])
  const [start, end] = grips()
  await finger('touchStart', middle(end ?? null))
  await finger('touchMove', middle(cell(6, 2)))
  await finger('touchEnd')
  await frame()
  expect(block()).toBe('4,1:6,2')
  await finger('touchStart', middle(start ?? null))
  await finger('touchMove', middle(cell(2, 0)))
  await finger('touchEnd')
  await frame()
  expect(block()).toBe('2,0:6,2')
})

test('a long press opens the menu once, and lifting the finger is no tap', async () => {
  const { book, cell, where } = await open(new Book(50))
  await tap(middle(cell(1, 1)))
  const at = middle(cell(5, 4))
  await finger('touchStart', at)
  await vi.waitFor(() => expect(where()).toBe('5,4'))
  await wait(300)
  expect(book.asked('menu')).toEqual([]) // it would close as the finger is lifted
  await finger('touchEnd')
  await vi.waitFor(() => expect(book.asked('menu').length).toBe(1))
  await frame()
  expect(book.asked('menu').map(([place]) => place)).toMatchObject([{ row: 5, column: 4 }])
  expect(where()).toBe('5,4')
})

test.runIf(isReal)('a finger that moves scrolls, and opens no menu', async () => {
  const { book, cell, sheet, where } = await open(new Book(500))
  const before = where()
  const at = middle(cell(8, 1))
  await finger('touchStart', at)
  for (let step = 1; step <= 5; step++) await finger('touchMove', { x: at.x, y: at.y - 30 * step })
  await wait(600)
  await finger('touchEnd')
  await vi.waitFor(() => expect(sheet.scrollTop).toBeGreaterThan(60))
  expect(book.asked('menu')).toEqual([])
  expect(where()).toBe(before)
})
