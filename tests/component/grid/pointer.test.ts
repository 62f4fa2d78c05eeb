import { expect, test, vi } from 'vitest'
import { Book, columns, words } from './book.ts'
import { click, clickRight, clickTwice, drag, hover, middle, mouse, press } from './hands.ts'
import { editor, frame, open } from './open.ts'

test('a click selects, a click with Shift extends', async () => {
  const { cell, where, block } = await open(new Book(100))
  await click(cell(3, 1))
  expect(where()).toBe('3,1')
  expect(document.activeElement?.tagName).toBe('TEXTAREA')
  await click(cell(5, 2), 'Shift')
  expect(block()).toBe('3,1:5,2')
  expect(where()).toBe('3,1')
})

test('a drag selects a block', async () => {
  const { cell, block } = await open(new Book(100))
  await drag(middle(cell(2, 0)), middle(cell(4, 1)), middle(cell(6, 2)))
  expect(block()).toBe('2,0:6,2')
})

test('a drag past the lower edge scrolls on and keeps selecting', async () => {
  const { cell, sheet, grid } = await open(new Book(10_000))
  const from = middle(cell(2, 1))
  const { bottom } = sheet.getBoundingClientRect()
  await mouse.down(from)
  await mouse.move({ x: from.x, y: bottom + 120 })
  await vi.waitFor(() => expect(grid.selection()?.range.bottom).toBeGreaterThan(30))
  await mouse.up()
  expect(grid.selection()?.range.top).toBe(2)
  expect(sheet.scrollTop).toBeGreaterThan(300)
})

test('a click on a row number selects the row', async () => {
  const { cell, block } = await open(new Book(100))
  const row = cell(3, 0)?.closest('.grid-row')
  await click(row?.querySelector('.grid-number') ?? null)
  expect(block()).toBe('3,0:3,4')
})

test('the fill handle hands on the block and where it was dragged to', async () => {
  const { grid, cell, book, block } = await open(new Book(100))
  grid.select(2, 1)
  grid.focus()
  await press('{Shift>}{ArrowRight}{/Shift}')
  await frame()
  await drag(middle(document.querySelector('.grid-handle')), middle(cell(4, 2)), middle(cell(6, 2)))
  expect(book.asked('fill')).toEqual([
    [{ top: 2, left: 1, bottom: 2, right: 2 }, { top: 2, left: 1, bottom: 6, right: 2 }, 'auto'],
  ])
  expect(block()).toBe('2,1:6,2')
})

test('the sign in a header sorts up, down, and not at all', async () => {
  const book = new Book(100)
  const { grid, sheet } = await open(book)
  const title = () => sheet.querySelector('.grid-title[aria-colindex="3"]') as HTMLElement
  const sign = () => title().querySelector('.grid-sort') as HTMLElement
  const turn = async (sort: 'ascending' | 'descending' | null) => {
    await hover(title())
    await click(sign())
    expect(book.asked('sort').at(-1)).toEqual([2, sort])
    book.columns = columns.map((column, at) => (at === 2 ? { ...column, sort } : column))
    grid.refresh()
    await frame()
  }
  expect(title().getAttribute('aria-sort')).toBe('none')
  await turn('ascending')
  expect(title().getAttribute('aria-sort')).toBe('ascending')
  expect(title().querySelector('svg')).not.toBeNull()
  await turn('descending')
  expect(title().getAttribute('aria-sort')).toBe('descending')
  await turn(null)
  expect(title().getAttribute('aria-sort')).toBe('none')
  await vi.waitFor(() =>
    expect(document.querySelector('.grid-live')?.textContent).toBe('amount unsorted'),
  )
})

test('a press on the sign of a header that other columns replace meanwhile still sorts', async () => {
  const book = new Book(100)
  const { grid, sheet } = await open(book)
  await hover(sheet.querySelector('.grid-title[aria-colindex="3"]'))
  await mouse.down(middle(sheet.querySelector('.grid-title[aria-colindex="3"] .grid-sort')))
  book.columns = columns.map((column) => ({ ...column }))
  grid.refresh()
  await frame()
  await mouse.up()
  await frame()
  expect(book.asked('sort')).toEqual([[2, 'ascending']])
})

test('a press in the middle of a narrow header selects its column, sorted or not', async () => {
  for (const [sort, width] of [
    [null, 48],
    ['ascending', 48],
    [null, 72],
    ['ascending', 72],
  ] as const) {
    const book = new Book(
      100,
      columns.map((column) => ({ ...column, sort, filtered: true, width })),
    )
    const { sheet, block } = await open(book, undefined, { ...words, columnMenu: 'menu' })
    for (const at of [1, 2, 3, 4, 5]) {
      const title = sheet.querySelector(`.grid-title[aria-colindex="${String(at)}"]`)
      await hover(title)
      await click(title)
      expect(block()).toBe(`0,${String(at - 1)}:99,${String(at - 1)}`)
    }
    expect([...book.asked('sort'), ...book.asked('menu')]).toEqual([])
  }
})

test('the edge of a header drags its width, down to 48 px, and does not sort', async () => {
  const { sheet, book, cell } = await open(new Book(100))
  const grip = () => middle(sheet.querySelector('.grid-title[aria-colindex="3"] .grid-grip'))
  const from = grip()
  await drag(from, { x: from.x + 30, y: from.y }, { x: from.x + 50, y: from.y })
  expect(cell(0, 2)?.offsetWidth).toBe(130)
  const again = grip()
  await drag(again, { x: again.x - 300, y: again.y })
  expect(cell(0, 2)?.offsetWidth).toBe(48)
  expect(book.asked('resize')).toEqual([
    [2, 130],
    [2, 48],
  ])
  const beyond = { x: grip().x + 7, y: from.y } // Excel's edge lies on both sides of the line
  await drag(beyond, { x: beyond.x + 20, y: beyond.y })
  expect(cell(0, 2)?.offsetWidth).toBeGreaterThan(60)
  expect(book.asked('sort')).toEqual([])
})

test('a double click on the edge fits the column to its texts', async () => {
  const book = new Book(100)
  book.written.set('3,1', 'a text that is a good deal wider than its column')
  const { sheet, cell } = await open(book)
  await clickTwice(middle(sheet.querySelector('.grid-title[aria-colindex="2"] .grid-grip')))
  await frame()
  const wide = cell(3, 1) as HTMLElement
  expect(book.asked('resize').length).toBe(1)
  expect(wide.offsetWidth).toBeGreaterThan(200)
  expect(wide.scrollWidth).toBeLessThanOrEqual(wide.clientWidth)
})

test('the right button selects what lies under it and asks for the menu there', async () => {
  const { cell, book, where, sheet } = await open(new Book(100))
  await clickRight(cell(4, 2))
  expect(where()).toBe('4,2')
  expect(book.asked('menu')).toMatchObject([[{ row: 4, column: 2 }]])
  const title = sheet.querySelector('.grid-title[aria-colindex="2"]') as HTMLElement
  await clickRight(title)
  expect(book.asked('menu').at(-1)).toMatchObject([{ row: null, column: 1 }])
})

test('the wheel scrolls, over the open editor too', async () => {
  const { cell, sheet } = await open(new Book(1000))
  await clickTwice(cell(3, 4))
  await mouse.wheel(middle(editor()), 280)
  await vi.waitFor(() => expect(sheet.scrollTop).toBe(280))
})
