import { createSubscriber } from 'svelte/reactivity'
import { afterEach, expect, test, vi } from 'vitest'
import { Book, column, columns, plain, words } from './book.ts'
import { frame, open } from './open.ts'

afterEach(() => {
  delete document.documentElement.dataset['density']
})

test('a million rows are drawn as one screenful of elements', async () => {
  const { sheet, text } = await open(new Book(1_000_000))
  expect(text(0, 0)).toBe('r0c0')
  expect(sheet.querySelectorAll('[role=row]').length).toBeLessThan(20)
  expect(sheet.querySelectorAll('*').length).toBeLessThan(250)
})

test('the scroll area stays below the height at which browsers cut it off, at 830 % scaling too', async () => {
  const { sheet } = await open(new Book(1_000_000))
  expect(sheet.scrollHeight).toBeGreaterThan(3_900_000)
  // Chromium clamps at 33,554,428 device px
  expect(sheet.scrollHeight * 8.3).toBeLessThan(33_554_428)
})

test('the end of the scroll bar is the last row, in full', async () => {
  const { sheet, text, cell } = await open(new Book(1_000_000))
  sheet.scrollTop = sheet.scrollHeight
  await vi.waitFor(() => expect(text(999_999, 0)).toBe('r999999c0'))
  const bottom = cell(999_999, 0)?.getBoundingClientRect().bottom ?? Infinity
  expect(bottom).toBeLessThanOrEqual(sheet.getBoundingClientRect().bottom)
  sheet.scrollTop = 0
  await vi.waitFor(() => expect(text(0, 0)).toBe('r0c0'))
})

test('dragging the thumb to the middle shows the middle of the rows', async () => {
  const { sheet, cell } = await open(new Book(1_000_000))
  sheet.scrollTop = sheet.scrollHeight / 2
  await vi.waitFor(() => {
    const row = Number(
      sheet.querySelector('.grid-row:not([hidden])')?.getAttribute('aria-rowindex'),
    )
    expect(row).toBeGreaterThan(495_000)
    expect(row).toBeLessThan(505_000)
  })
  expect(cell(0, 0)).toBeNull()
})

test('a small scroll moves by just as many px, deep inside as well', async () => {
  const { sheet, grid, cell } = await open(new Book(1_000_000))
  grid.reveal(500_000, 0)
  await frame()
  await frame()
  const before = cell(500_000, 0)?.getBoundingClientRect().top ?? NaN
  sheet.scrollTop += 56
  await vi.waitFor(() => {
    const after = cell(500_000, 0)?.getBoundingClientRect().top ?? NaN
    expect(Math.abs(before - after - 56)).toBeLessThanOrEqual(1)
  })
})

test('after scrolling by steps the thumb returns to its true place', async () => {
  const { sheet, grid } = await open(new Book(1_000_000))
  grid.reveal(500_000, 0)
  await frame()
  await frame()
  const before = sheet.scrollTop
  sheet.scrollTop += 1000
  // 1000 px of 28 M px of rows are about 142 px of the 4 M px area
  await vi.waitFor(() => expect(Math.abs(sheet.scrollTop - before - 142)).toBeLessThan(3))
})

test('reveal shows a cell far away, in both directions', async () => {
  const many = Array.from({ length: 200 }, (_, at) => column(`c${String(at)}`))
  const { grid, text, sheet } = await open(new Book(1_000_000, many))
  grid.reveal(999_999, 199)
  await frame()
  const last = sheet.querySelector('[aria-rowindex="1000001"][aria-colindex="200"]')
  expect(last?.textContent).toBe('r999999c199')
  expect(text(0, 0)).toBeUndefined()
})

test('of two hundred columns only those on show have elements', async () => {
  const many = Array.from({ length: 200 }, (_, at) => column(`c${String(at)}`))
  const { sheet } = await open(new Book(1000, many))
  const shown = new Set(
    [...sheet.querySelectorAll('[role=gridcell]')].map((cell) =>
      cell.getAttribute('aria-colindex'),
    ),
  )
  expect(shown.size).toBeLessThan(12)
  expect(sheet.querySelectorAll('[role=columnheader]').length).toBeLessThan(12)
  expect(sheet.getAttribute('aria-colcount')).toBe('200')
})

test('frozen columns stay while the others scroll under them', async () => {
  const wide = [column('still', { frozen: true }), ...columns.slice(1), ...columns.slice(1)].map(
    (one) => ({ ...one, width: 160 }),
  )
  const { sheet, cell } = await open(new Book(50, wide))
  const still = () => cell(0, 0)?.getBoundingClientRect().left
  const before = still()
  sheet.scrollLeft = 400
  await frame()
  await vi.waitFor(() => expect(cell(0, 1)).toBeNull())
  expect(still()).toBe(before)
  const headers = [...sheet.querySelectorAll('.grid-title')].map((title) => title.textContent)
  expect(headers).toContain('still')
})

test('a cell that is not here yet is a placeholder, unlike a missing value, and refresh fills it', async () => {
  const book = new Book(100)
  book.special.set('1,2', { ...plain, state: 'missing' })
  book.here = false
  const { grid, cell, text } = await open(book)
  expect(cell(1, 2)?.getAttribute('aria-busy')).toBe('true')
  expect(text(1, 2)).toBe('')
  expect(book.asked('want').at(-1)?.[0]).toBe(0)
  book.here = true
  grid.refresh()
  await frame()
  expect(cell(1, 2)?.getAttribute('aria-busy')).toBeNull()
  expect(text(1, 2)).toBe('—')
  expect(cell(1, 2)?.classList.contains('missing')).toBe(true)
  expect(text(1, 0)).toBe('r1c0')
})

test('however often refresh is called, the cells are read once a frame', async () => {
  const book = new Book(100)
  const { grid } = await open(book)
  const read = vi.spyOn(book, 'rowLabel')
  for (let at = 0; at < 50; at++) grid.refresh()
  await frame()
  expect(read.mock.calls.length).toBeGreaterThan(0)
  expect(read.mock.calls.length).toBeLessThan(20)
})

test('what the source reads is not followed: its owner calls refresh', async () => {
  const followed = vi.fn()
  const read = createSubscriber(followed)
  const book = new Book(100)
  Object.defineProperty(book, 'columns', {
    get: () => {
      read()
      return columns
    },
  })
  const { text } = await open(book)
  expect(text(0, 0)).toBe('r0c0')
  expect(followed).not.toHaveBeenCalled()
})

test('fewer rows after a filter: the place and the count follow', async () => {
  const book = new Book(1_000_000)
  const { grid, sheet, text } = await open(book)
  grid.select(900_000, 0)
  await frame()
  book.rowCount = 5
  grid.refresh()
  await frame()
  expect(sheet.getAttribute('aria-rowcount')).toBe('7')
  expect(text(4, 0)).toBe('r4c0')
  expect(grid.selection()?.active).toEqual({ row: 4, column: 0 })
})

test('an empty sheet says so', async () => {
  await open(new Book(0))
  expect(document.querySelector('.grid-empty')?.textContent).toBe('no customers')
  expect(document.querySelector<HTMLElement>('.grid-empty')?.hidden).toBe(false)
})

test('an empty sheet says nothing where its owner does', async () => {
  await open(new Book(0), undefined, { ...words, empty: '' })
  expect(document.querySelector<HTMLElement>('.grid-empty')?.hidden).toBe(true)
})

test('rows grow with the density', async () => {
  const { cell } = await open(new Book(100))
  expect(cell(1, 0)?.getBoundingClientRect().height).toBe(28)
  document.documentElement.dataset['density'] = 'comfortable'
  await vi.waitFor(() => expect(cell(1, 0)?.getBoundingClientRect().height).toBe(36))
})

test('cells look as their state says, and carry their data', async () => {
  const book = new Book(20)
  book.special.set('0,2', { ...plain, text: '3万左右', state: 'bad', hint: 'not a number' })
  book.special.set('1,3', {
    ...plain,
    text: 'C',
    badge: { text: 'C', step: 3, was: 'D', name: 'C general' },
    changed: true,
    data: { tier: 'C' },
  })
  book.special.set('2,2', { ...plain, text: '77.6', bar: { share: 0.776, step: 2 } })
  const { cell } = await open(book)
  expect(getComputedStyle(cell(0, 2) as HTMLElement).textDecorationLine).toBe('underline')
  expect(cell(0, 2)?.title).toBe('not a number')
  const tier = cell(1, 3)
  expect(tier?.dataset['tier']).toBe('C')
  expect(tier?.textContent).toBe('C')
  expect(tier?.querySelector('.badge')?.className).toBe('badge tier-3')
  expect(getComputedStyle(tier as HTMLElement, '::before').content).toBe('"D"')
  expect(tier?.classList.contains('changed')).toBe(true)
  expect(cell(2, 2)?.querySelector<HTMLElement>('.tier-2 i')?.style.width).toBe('77.6%')
})

test('customer text is text, never markup', async () => {
  const book = new Book(5)
  book.written.set('0,0', '<img src=x onerror=alert(1)>')
  const { cell } = await open(book)
  expect(cell(0, 0)?.children.length).toBe(0)
  expect(cell(0, 0)?.textContent).toBe('<img src=x onerror=alert(1)>')
})
