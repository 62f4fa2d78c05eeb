import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Book, column, columns, plain } from './book.ts'
import { frame, open } from './open.ts'
import { press } from './presses.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Somebody stays where they are for half a second and a little. */
async function stay() {
  await frame()
  await vi.advanceTimersByTimeAsync(510)
}

const note = () => document.querySelector<HTMLElement>('.grid-note')
const isSeen = () => note()?.checkVisibility({ visibilityProperty: true }) ?? false
const active = () =>
  document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')
const described = () =>
  (active()?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)

function hinted(): Book {
  const book = new Book(50)
  book.special.set('1,2', { ...plain, text: '3万左右', state: 'bad', hint: 'cannot be read' })
  book.special.set('2,2', { ...plain, text: '约500', state: 'flagged', hint: 'about 500' })
  book.special.set('3,2', { ...plain, state: 'missing', hint: 'missing' })
  book.columns = columns.map((one) => (one.id === 'amount' ? { ...one, hint: 'in yuan' } : one))
  return book
}

test('the active cell is described by its column and its remark, in the sheet and to a screen reader', async () => {
  const { grid, cell } = await open(hinted())
  grid.select(1, 2)
  grid.focus()
  await frame()
  expect(active()).toBe(cell(1, 2))
  expect(described()).toEqual(['amount', 'cannot be read'])
  expect(isSeen()).toBe(false) // only who stays there wants it
  await stay()
  expect(isSeen()).toBe(true)
  expect(note()?.textContent).toBe('cannot be read')
  const box = cell(1, 2)?.getBoundingClientRect()
  expect(note()?.getBoundingClientRect().top).toBeGreaterThanOrEqual(box?.bottom ?? Infinity)
  await press('{ArrowDown}')
  await frame()
  expect(isSeen()).toBe(false)
  expect(described()).toEqual(['amount', 'about 500'])
  expect(cell(1, 2)?.getAttribute('aria-describedby')).toBeNull()
})

test('the note is gone while one types, and an empty cell has it for the ear alone', async () => {
  const { grid } = await open(hinted())
  grid.select(1, 2)
  grid.focus()
  await stay()
  expect(isSeen()).toBe(true)
  await press('7')
  await frame()
  expect(isSeen()).toBe(false)
  await press('{Escape}')
  grid.select(3, 2)
  await stay()
  expect(isSeen()).toBe(false)
  expect(described()).toEqual(['amount', 'missing'])
})

test('at the lower edge the note stands above its cell', async () => {
  const book = hinted()
  book.special.set('49,2', { ...plain, text: 'x', state: 'bad', hint: 'cannot be read' })
  const { grid, cell, sheet } = await open(book)
  grid.select(49, 2)
  grid.focus()
  await stay()
  expect(isSeen()).toBe(true)
  const edge = sheet.getBoundingClientRect().bottom
  expect(note()?.getBoundingClientRect().bottom).toBeLessThanOrEqual(edge)
  const box = cell(49, 2)?.getBoundingClientRect()
  expect(note()?.getBoundingClientRect().bottom).toBeLessThanOrEqual(box?.top ?? 0)
})

test('what was kept as typed but cannot be read is said after the edit, not before', async () => {
  const { book, grid } = await open(hinted())
  const live = () => document.querySelector('.grid-live')?.textContent
  grid.select(4, 2)
  grid.focus()
  await press('8{Enter}')
  await frame()
  expect(live()).toBe('')
  await press('soon{Enter}')
  book.special.set('5,2', { ...plain, text: 'soon', state: 'bad', hint: 'soon: cannot be read' })
  grid.refresh()
  await frame()
  expect(live()).toBe('soon: cannot be read')
})

test('Up from the first row goes into the header, which says its remark; Down comes back', async () => {
  const { book, grid, sheet, where } = await open(hinted())
  const header = (at: number) =>
    sheet.querySelector(`.grid-title[aria-colindex="${String(at + 1)}"]`)
  grid.select(1, 2)
  grid.focus()
  await press('{ArrowUp}')
  await frame()
  expect(active()?.getAttribute('role')).toBe('gridcell')
  await press('{ArrowUp}')
  await frame()
  expect(active()).toBe(header(2))
  expect(described()).toEqual(['', 'in yuan'])
  await stay()
  expect(isSeen()).toBe(true)
  await press('{Enter}')
  await press('{Shift>}{Enter}{/Shift}')
  await press('{Alt>}{ArrowDown}{/Alt}')
  expect(book.asked('sort')).toEqual([
    [2, 'ascending'],
    [2, 'ascending', true],
  ])
  expect(book.asked('menu')).toMatchObject([[{ row: null, column: 2 }]])
  await press('{ArrowRight}{ArrowLeft}{ArrowLeft}')
  await frame()
  expect(active()).toBe(header(1))
  await press('{ArrowDown}')
  await frame()
  expect(where()).toBe('0,1')
  expect(active()?.getAttribute('role')).toBe('gridcell')
})

test('Space in a header selects its column, and typing goes to the cell again', async () => {
  const { book, grid, block } = await open(hinted())
  grid.select(0, 1)
  grid.focus()
  await press('{ArrowUp} ')
  await frame()
  expect(block()).toBe('0,1:49,1')
  grid.select(0, 1)
  await press('{ArrowUp}{F2}')
  expect(book.asked('rename')).toEqual([[1]])
  await press('x{Enter}')
  expect(book.asked('edit')).toEqual([[0, 1, 'x']])
})

test('a key held down stops at the first row', async () => {
  const { grid } = await open(new Book(5, [column('a')]))
  grid.select(0, 0)
  grid.focus()
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'ArrowUp', repeat: true, bubbles: true }),
  )
  await frame()
  expect(active()?.getAttribute('role')).toBe('gridcell')
})
