import { expect, test, vi } from 'vitest'
import { Book, column, columns } from './book.ts'
import { press } from './hands.ts'
import { editor, frame, open } from './open.ts'

test.for([
  ['{ArrowDown}', '11,2'],
  ['{ArrowUp}', '9,2'],
  ['{ArrowLeft}', '10,1'],
  ['{ArrowRight}', '10,3'],
  ['{Home}', '10,0'],
  ['{End}', '10,4'],
  ['{Control>}{Home}{/Control}', '0,0'],
  ['{Control>}{End}{/Control}', '999999,4'],
  ['{Control>}{ArrowDown}{/Control}', '999999,2'],
  ['{Control>}{ArrowUp}{/Control}', '0,2'],
  ['{Control>}{ArrowRight}{/Control}', '10,4'],
  ['{Control>}{ArrowLeft}{/Control}', '10,0'],
  ['{Tab}', '10,3'],
  ['{Shift>}{Tab}{/Shift}', '10,1'],
] as const)('%s goes from 10,2 to %s', async ([keys, place]) => {
  const { grid, where } = await open(new Book(1_000_000))
  grid.select(10, 2)
  grid.focus()
  await press(keys)
  expect(where()).toBe(place)
})

test.for([
  ['{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}', '10,2:12,3'],
  ['{Shift>}{ArrowUp}{ArrowLeft}{/Shift}', '9,1:10,2'],
  ['{Control>}{Shift>}{ArrowDown}{/Shift}{/Control}', '10,2:999999,2'],
  ['{Shift>}{Home}{/Shift}', '10,0:10,2'],
  ['{Control>}a{/Control}', '0,0:999999,4'],
  ['{Shift>} {/Shift}', '10,0:10,4'],
  ['{Control>} {/Control}', '0,2:999999,2'],
] as const)('%s selects %s and the active cell stays', async ([keys, block]) => {
  const opened = await open(new Book(1_000_000))
  opened.grid.select(10, 2)
  opened.grid.focus()
  await press(keys)
  expect(opened.block()).toBe(block)
  expect(opened.where()).toBe('10,2')
})

test('a page down and a page up lead back to the same cell', async () => {
  const { grid, where, cell } = await open(new Book(1000))
  grid.select(100, 1)
  grid.focus()
  await press('{PageDown}')
  // 400 px less 52 of headers hold 12 rows of 28 px; a page leaves one row in common
  expect(where()).toBe('111,1')
  await frame()
  expect(cell(111, 1)).not.toBeNull()
  await press('{PageUp}')
  expect(where()).toBe('100,1')
})

test('the active cell is scrolled into view, beside frozen columns as well', async () => {
  const many = [
    column('still', { frozen: true, width: 120 }),
    ...Array.from({ length: 30 }, (_, at) => column(`c${String(at)}`)),
  ]
  const { grid, cell, sheet } = await open(new Book(100, many))
  grid.select(3, 30)
  grid.focus()
  await frame()
  for (let at = 0; at < 28; at++) await press('{ArrowLeft}')
  await frame()
  const left = cell(3, 2)?.getBoundingClientRect().left ?? 0
  const edge = cell(3, 0)?.getBoundingClientRect().right ?? Infinity
  expect(left).toBeGreaterThanOrEqual(edge - 1)
  expect(sheet.scrollLeft).toBeGreaterThan(0)
  await press('{Home}') // the frozen column is in sight anyway: the row is to be seen from its start
  expect(sheet.scrollLeft).toBe(0)
})

test('Tab goes round inside a selected block', async () => {
  const { grid, where, block } = await open(new Book(100))
  grid.select(2, 0)
  grid.focus()
  await press('{Shift>}{ArrowDown}{ArrowRight}{/Shift}{Tab}')
  expect(where()).toBe('2,1')
  await press('{Tab}')
  expect(where()).toBe('3,0')
  await press('{Tab}{Tab}')
  expect(where()).toBe('2,0')
  expect(block()).toBe('2,0:3,1')
})

test('undo, redo, and filling down and right are handed on', async () => {
  const { grid, book } = await open(new Book(100))
  grid.select(2, 1)
  grid.focus()
  await press('{Control>}z{/Control}{Control>}y{/Control}{Control>}{Shift>}z{/Shift}{/Control}')
  expect([book.asked('undo').length, book.asked('redo').length]).toEqual([1, 2])
  await press('{Control>}d{/Control}')
  await press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}')
  await press('{ArrowLeft}{Shift>}{ArrowRight}{/Shift}{Control>}r{/Control}')
  expect(book.asked('fill')).toEqual([
    [{ top: 1, left: 1, bottom: 1, right: 1 }, { top: 1, left: 1, bottom: 2, right: 1 }, 'copy'],
    [{ top: 2, left: 1, bottom: 2, right: 1 }, { top: 2, left: 1, bottom: 4, right: 1 }, 'copy'],
    [{ top: 2, left: 0, bottom: 2, right: 0 }, { top: 2, left: 0, bottom: 2, right: 1 }, 'copy'],
  ])
})

test('Ctrl+F and F6 are left to the page', async () => {
  const { grid } = await open(new Book(100))
  grid.select(2, 1)
  grid.focus()
  const seen: string[] = []
  const listen = (event: KeyboardEvent) => {
    if (!event.defaultPrevented) seen.push(event.key)
    event.preventDefault()
  }
  window.addEventListener('keydown', listen)
  await press('{Control>}f{/Control}{F6}')
  window.removeEventListener('keydown', listen)
  expect(seen).toEqual(['Control', 'f', 'F6'])
})

test('Shift+F10 opens the menu of the active cell, once', async () => {
  const { grid, book } = await open(new Book(100))
  grid.select(2, 1)
  grid.focus()
  await frame()
  await press('{Shift>}{F10}{/Shift}')
  await frame()
  expect(book.asked('menu')).toMatchObject([[{ row: 2, column: 1 }]])
})

test('Alt+Down opens the menu of a cell that offers no texts, computed ones too', async () => {
  const { grid, book } = await open(new Book(100))
  grid.focus()
  for (const at of [2, 3, 4]) {
    grid.select(2, at)
    await press('{Alt>}{ArrowDown}{/Alt}')
  }
  expect(book.asked('menu')).toMatchObject([
    [{ row: 2, column: 2 }],
    [{ row: 2, column: 3 }],
    [{ row: 2, column: 4 }],
  ])
  expect(editor()).toBeNull()
})

test('Alt+Shift with the arrows to the side makes a column wider and narrower', async () => {
  const { grid, book, cell } = await open(new Book(100))
  grid.select(2, 2)
  grid.focus()
  await press('{Alt>}{Shift>}{ArrowRight}{ArrowRight}{ArrowLeft}{/Shift}{/Alt}')
  await frame()
  expect(cell(2, 2)?.offsetWidth).toBe(96)
  expect(book.asked('resize')).toEqual([
    [2, 96],
    [2, 112],
    [2, 96],
  ])
  await press(`{Alt>}{Shift>}${'{ArrowLeft}'.repeat(9)}{/Shift}{/Alt}`)
  await frame()
  expect(cell(2, 2)?.offsetWidth).toBe(48)
})

test('another order is said, however it was asked for', async () => {
  const book = new Book(100)
  const { grid } = await open(book)
  const sorted = (sort: 'ascending' | 'descending', title: string) =>
    columns.map((one) => (one.title === title ? { ...one, sort } : one))
  const said = () => document.querySelector('.grid-live')?.textContent
  book.columns = sorted('ascending', 'amount')
  grid.refreshColumns()
  await vi.waitFor(() => expect(said()).toBe('amount ascending'))
  book.columns = sorted('descending', 'name')
  grid.refreshColumns()
  await vi.waitFor(() => expect(said()).toBe('name descending'))
  book.columns = columns
  grid.refreshColumns()
  await vi.waitFor(() => expect(said()).toBe('name unsorted'))
})

test('Tab past the last cell and Shift+Tab before the first leave the sheet', async () => {
  const { grid } = await open(new Book(3))
  const before = document.createElement('button')
  const after = document.createElement('button')
  document.body.prepend(before)
  document.body.append(after)
  grid.select(2, 4)
  grid.focus()
  await press('{Tab}')
  expect(document.activeElement).toBe(after)
  grid.select(0, 0)
  grid.focus()
  await press('{Shift>}{Tab}{/Shift}')
  expect(document.activeElement).toBe(before)
  await press('{Tab}')
  expect(document.activeElement?.tagName).toBe('TEXTAREA')
})
