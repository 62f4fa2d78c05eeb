import { expect, test, vi } from 'vitest'
import { Book, columns, words } from './book.ts'
import { copied } from './clipped.ts'
import { click, clickTwice, drag, middle, mouse, press } from './hands.ts'
import { frame, open } from './open.ts'

const outlines = () =>
  [...document.querySelectorAll<HTMLElement>('.grid-outline:not(.preview)')].filter(
    (one) => !one.hidden,
  ).length

test('Ctrl adds a block and takes a cell out again; each has its edge and its cells are selected', async () => {
  const { cell, grid, where } = await open(new Book(100))
  await click(cell(1, 1))
  await click(cell(3, 2), 'Control')
  await click(cell(5, 2), 'Shift')
  const ranges = () => grid.selection()?.ranges
  expect(ranges()).toEqual([
    { top: 1, left: 1, bottom: 1, right: 1 },
    { top: 3, left: 2, bottom: 5, right: 2 },
  ])
  await frame()
  expect(where()).toBe('3,2')
  expect(outlines()).toBe(2)
  expect(document.querySelector<HTMLElement>('.grid-handle')?.hidden).toBe(true)
  const selected = () => document.querySelectorAll('[aria-selected=true][role=gridcell]').length
  expect(selected()).toBe(4)
  await click(cell(4, 2), 'Control')
  await frame()
  expect(selected()).toBe(3)
  expect(grid.selection()?.cells).toBe(3)
  await click(cell(8, 0))
  await frame()
  expect([outlines(), grid.selection()?.ranges.length]).toEqual([0, 1])
})

test('Delete, a text with Ctrl+Enter, and a pasted text go into all blocks at once', async () => {
  const { cell, book } = await open(new Book(100))
  await click(cell(1, 1))
  await click(cell(3, 2), 'Control')
  const both = [
    { top: 1, left: 1, bottom: 1, right: 1 },
    { top: 3, left: 2, bottom: 3, right: 2 },
  ]
  await press('{Delete}')
  expect(book.asked('clear')).toEqual([[both, false]])
  await press('7{Control>}{Enter}{/Control}')
  expect(book.asked('spread')).toEqual([[both, '7']])
  expect([book.text(1, 1), book.text(3, 2), book.text(3, 1)]).toEqual(['7', '7', 'r3c1'])
})

test('blocks of the same rows are copied side by side; others are not, and it is said', async () => {
  const { cell } = await open(new Book(100), undefined, { ...words, apart: 'apart' })
  await click(cell(2, 2))
  await click(cell(3, 2), 'Shift')
  await click(cell(2, 0), 'Control')
  await click(cell(3, 0), 'Shift')
  expect(copied().getData('text/plain')).toBe('r2c0\tr2c2\r\nr3c0\tr3c2')
  await click(cell(9, 1), 'Control')
  expect(copied().getData('text/plain')).toBe('')
  expect(document.querySelector('.grid-live.seen')?.textContent).toBe('apart')
})

test('Ctrl+D and Ctrl+R fill one block; of several none is, and it is said', async () => {
  const book = new Book(100)
  const { cell } = await open(book, undefined, { ...words, oneBlock: 'one by one' })
  await click(cell(1, 2))
  await click(cell(3, 2), 'Shift')
  await click(cell(5, 2), 'Control')
  await press('{Control>}d{/Control}')
  expect(book.asked('fill')).toEqual([])
  expect(document.querySelector('.grid-live.seen')?.textContent).toBe('one by one')
})

test('Shift+F8 begins another block by keyboard, Esc ends it', async () => {
  const { grid } = await open(new Book(100))
  grid.select(1, 1)
  grid.focus()
  await press('{Shift>}{F8}{/Shift}{ArrowDown}{ArrowDown}{Shift>}{ArrowRight}{/Shift}')
  expect(grid.selection()?.ranges).toEqual([
    { top: 1, left: 1, bottom: 1, right: 1 },
    { top: 3, left: 1, bottom: 3, right: 2 },
  ])
  await press('{Escape}{ArrowDown}')
  expect(grid.selection()?.ranges.length).toBe(1)
})

const title = (at: number) =>
  document.querySelector<HTMLElement>(`.grid-title[aria-colindex="${String(at + 1)}"]`)
const textOf = (at: number) => title(at)?.querySelector<HTMLElement>('.cut') ?? null

test('a header selects its column, with Ctrl one more, with Shift up to it, dragged over several', async () => {
  const { block, grid, book, cell } = await open(new Book(100))
  await click(textOf(2))
  expect(block()).toBe('0,2:99,2')
  await frame()
  expect(title(2)?.getAttribute('aria-selected')).toBe('true')
  await click(textOf(0), 'Control')
  expect(grid.selection()?.ranges.map(({ left }) => left)).toEqual([2, 0])
  await click(textOf(1), 'Shift')
  expect(grid.selection()?.cells).toBe(300)
  await click(cell(5, 3))
  await drag(middle(textOf(1)), middle(textOf(2)), middle(textOf(4)))
  expect(block()).toBe('0,1:99,4')
  expect([...book.asked('sort'), ...book.asked('move')]).toEqual([])
  await click(document.querySelector('.grid-corner'))
  expect(block()).toBe('0,0:99,4')
})

test('selected columns are dragged to another place together; without a drag one is selected', async () => {
  const book = new Book(
    100,
    columns.map((one, at) => ({ ...one, movable: at > 0 })),
  )
  const { block } = await open(book)
  await drag(middle(textOf(1)), middle(textOf(2)))
  const before = middle(textOf(1))
  await drag(before, { x: before.x + 60, y: before.y }, { x: middle(title(4)).x + 30, y: before.y })
  expect(book.asked('move')).toEqual([[1, 5, 2]])
  expect(block()).toBe('0,3:99,4')
  await click(textOf(3))
  expect(block()).toBe('0,3:99,3')
})

test('row numbers take Ctrl and Shift', async () => {
  const { cell, grid } = await open(new Book(100))
  const number = (row: number) =>
    cell(row, 0)?.closest('.grid-row')?.querySelector<HTMLElement>('.grid-number') ?? null
  await click(number(2))
  await click(number(5), 'Control')
  await click(number(6), 'Shift')
  expect(grid.selection()?.ranges).toEqual([
    { top: 2, left: 0, bottom: 2, right: 4 },
    { top: 5, left: 0, bottom: 6, right: 4 },
  ])
})

/** A book whose filled cells end in row 20. */
class Edged extends Book {
  readonly questions: unknown[] = []
  answers: Promise<void> = Promise.resolve()
  edge = async (from: { row: number; column: number }, step: unknown, run?: boolean) => {
    this.questions.push([from, step, run])
    await this.answers
    return { row: from.row < 20 ? 20 : 90, column: from.column }
  }
}

test('Ctrl and arrows go where the owner says, one after the other, and other keys win', async () => {
  const book = new Edged(100)
  const { grid, where, block } = await open(book)
  grid.select(3, 1)
  grid.focus()
  await press('{Control>}{ArrowDown}{ArrowDown}{/Control}')
  await vi.waitFor(() => expect(where()).toBe('90,1'))
  grid.select(3, 1)
  await press('{Control>}{Shift>}{ArrowDown}{/Shift}{/Control}')
  await vi.waitFor(() => expect(block()).toBe('3,1:20,1'))
  grid.select(3, 1)
  let answer = () => {}
  book.answers = new Promise((done) => (answer = done))
  await press('{Control>}{ArrowDown}{/Control}{ArrowRight}')
  answer()
  await frame()
  expect(where()).toBe('3,2')
})

test('a double press on the fill handle goes down as far as the column beside is filled', async () => {
  const book = new Edged(100)
  const { grid, block } = await open(book)
  grid.select(3, 1)
  grid.focus()
  await frame()
  await clickTwice(middle(document.querySelector('.grid-handle')))
  await vi.waitFor(() => expect(block()).toBe('3,1:20,1'))
  expect(book.questions).toEqual([[{ row: 3, column: 0 }, { rows: 1, columns: 0 }, true]])
  expect(book.asked('fill')).toMatchObject([[{ top: 3 }, { top: 3, bottom: 20 }, 'auto']])
})

test('a fill says what its end will hold, Ctrl turns it round, and afterwards it can be chosen anew', async () => {
  const said = { ...words, fillOptions: 'options', fillCopy: 'copy', fillSeries: 'series' }
  const { grid, cell, book } = await open(new Book(100), undefined, said)
  grid.select(2, 1)
  grid.focus()
  await frame()
  const from = middle(document.querySelector('.grid-handle'))
  const to = middle(cell(6, 1))
  await mouse.down(from)
  await mouse.move(to)
  await frame()
  expect(document.querySelector('.grid-tip')?.textContent).toBe('auto to 6')
  await mouse.move({ x: to.x, y: to.y + 1 }, 'Control')
  await frame()
  expect(document.querySelector('.grid-tip')?.textContent).toBe('other to 6')
  await mouse.up()
  await frame()
  expect(document.querySelector<HTMLElement>('.grid-tip')?.hidden).toBe(true)
  await click(document.querySelector('.grid-fill-open'))
  const list = () => document.querySelector<HTMLElement>('.grid-fill-list')
  await press('{Escape}')
  expect(list()?.hidden).toBe(true)
  await click(document.querySelector('.grid-fill-open'))
  expect(list()?.hidden).toBe(false)
  const copy = [...document.querySelectorAll<HTMLElement>('.grid-fill-choice')]
  expect(copy.map((one) => one.getAttribute('aria-checked'))).toEqual(['false', 'true'])
  await click(copy[0] ?? null)
  expect(book.asked('fill').map((one) => one.slice(2))).toEqual([['auto'], ['copy', true]])
  grid.select(0, 0)
  await frame()
  expect(document.querySelector<HTMLElement>('.grid-fill-options')?.hidden).toBe(true)
})

test('Alt and the page keys go a screen to the side; F4 repeats what was undone', async () => {
  const many = Array.from({ length: 40 }, (_, at) => ({
    ...columns[4],
    id: `c${at}`,
    title: `c${at}`,
  }))
  const { grid, where, book } = await open(new Book(50, many as typeof columns))
  grid.select(3, 0)
  grid.focus()
  // 700 px less 36 of row numbers hold 9 columns of 80 px, the last one in part; one stays in sight
  await press('{Alt>}{PageDown}{/Alt}')
  expect(where()).toBe('3,8')
  await press('{Alt>}{PageUp}{/Alt}{F4}')
  expect(where()).toBe('3,0')
  expect(book.asked('redo').length).toBe(1)
})

test('a drag over the headers goes on to the side past the edge', async () => {
  const many = Array.from({ length: 30 }, (_, at) => ({
    ...columns[4],
    id: `c${at}`,
    title: `c${at}`,
    frozen: at === 0,
  }))
  const { grid, sheet } = await open(new Book(50, many as typeof columns))
  const from = middle(textOf(2))
  const { right } = sheet.getBoundingClientRect()
  await mouse.down(from)
  await mouse.move({ x: right + 60, y: from.y })
  await vi.waitFor(() => expect(grid.selection()?.range.right).toBeGreaterThan(14))
  await mouse.up()
  expect(grid.selection()?.range).toMatchObject({ top: 0, bottom: 49, left: 2 })
  expect([sheet.scrollLeft > 300, sheet.scrollTop]).toEqual([true, 0])
})

test('from the frozen column to the side it scrolls back only once the hand has left it', async () => {
  const many = Array.from({ length: 30 }, (_, at) => ({
    ...columns[4],
    id: `c${at}`,
    title: `c${at}`,
    frozen: at === 0,
  }))
  const { grid, sheet, cell } = await open(new Book(50, many as typeof columns))
  grid.reveal(0, 20)
  await frame()
  const before = sheet.scrollLeft
  expect(before).toBeGreaterThan(300)
  const from = middle(cell(2, 0))
  await mouse.down(from)
  await mouse.move({ x: from.x + 3, y: from.y + 60 })
  for (let at = 0; at < 5; at++) await frame()
  expect(sheet.scrollLeft).toBe(before)
  await mouse.up()
  expect(grid.selection()?.range).toMatchObject({ left: 0, right: 0, top: 2 })
})
