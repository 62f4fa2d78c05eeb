import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { Book, column, columns, plain } from './book.ts'
import { press } from './hands.ts'
import { frame, open } from './open.ts'

test('the grid says how large it is, header rows included', async () => {
  const { sheet } = await open(new Book(1_000_000))
  expect(sheet.getAttribute('role')).toBe('grid')
  expect(sheet.getAttribute('aria-label')).toBe('customers')
  expect(sheet.getAttribute('aria-rowcount')).toBe('1000002')
  expect(sheet.getAttribute('aria-colcount')).toBe('5')
  expect(sheet.getAttribute('aria-multiselectable')).toBe('true')
})

test('without groups there is one header row', async () => {
  const { sheet } = await open(new Book(10, [column('a'), column('b')]))
  expect(sheet.getAttribute('aria-rowcount')).toBe('11')
  const first = sheet.querySelector('[role=gridcell]')
  expect(first?.getAttribute('aria-rowindex')).toBe('2')
})

test('group headers span their neighbours', async () => {
  const { sheet } = await open(new Book(10))
  const groups = [...sheet.querySelectorAll('.grid-group')].map((group) => [
    group.textContent,
    group.getAttribute('aria-colindex'),
    group.getAttribute('aria-colspan'),
  ])
  expect(groups).toEqual([
    ['basic', '1', '2'],
    ['criteria', '3', '1'],
    ['result', '4', '1'],
    ['note', '5', '1'],
  ])
})

test('the label of a group stays in the middle of what is on show of it', async () => {
  const wide = Array.from({ length: 40 }, (_, at) => column(`c${String(at)}`, { group: 'all' }))
  const { sheet } = await open(new Book(10, wide))
  const group = sheet.querySelector('.grid-group')?.getBoundingClientRect()
  expect(group?.right).toBeCloseTo(sheet.getBoundingClientRect().left + sheet.clientWidth, -1)
})

test('the textarea names the active cell, which has that id alone', async () => {
  const { grid, cell } = await open(new Book(100))
  grid.select(5, 2)
  grid.focus()
  await frame()
  const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
  expect(document.querySelectorAll(`[id="${id}"]`).length).toBe(1)
  expect(document.getElementById(id)).toBe(cell(5, 2))
  await press('{ArrowDown}')
  await frame()
  expect(document.activeElement?.getAttribute('aria-activedescendant')).toBe(cell(6, 2)?.id)
})

test('selected cells say so, computed ones say that they are read-only', async () => {
  const { grid, cell } = await open(new Book(100))
  grid.select(1, 1)
  grid.focus()
  await press('{Shift>}{ArrowDown}{/Shift}')
  await frame()
  expect(cell(2, 1)?.getAttribute('aria-selected')).toBe('true')
  expect(cell(3, 1)?.getAttribute('aria-selected')).toBeNull()
  expect(cell(1, 3)?.getAttribute('aria-readonly')).toBe('true')
  await vi.waitFor(() => expect(document.querySelector('.grid-live')?.textContent).toBe('2 x 1'))
})

test('cells and headers bear the names that people would call them by', async () => {
  const book = new Book(20)
  const badge = { text: 'C', step: 3, was: 'D', name: 'C by hand, computed D' }
  book.special.set('1,3', { ...plain, text: 'C', badge, data: { tier: 'C' } })
  book.special.set('2,2', { ...plain, text: '77.6', bar: { share: 0.776, step: 2 } })
  book.special.set('3,2', { ...plain, text: '3万左右', state: 'bad', hint: 'not a number' })
  book.columns = columns.map((one, at) =>
    at === 2 ? { ...one, sort: 'descending', hint: 'in yuan' } : one,
  )
  await open(book)
  const cell = (name: string) => page.getByRole('gridcell', { name, exact: true })
  await expect.element(cell('C by hand, computed D')).toHaveAttribute('data-tier', 'C')
  await expect.element(cell('77.6')).toHaveAttribute('aria-rowindex', '5')
  await expect.element(cell('3万左右')).toHaveAccessibleDescription('not a number')
  const header = (name: string) => page.getByRole('columnheader', { name, exact: true })
  await expect.element(header('amount')).toHaveAttribute('aria-sort', 'descending')
  await expect.element(header('criteria')).toHaveAttribute('aria-colspan', '1')
})

test('a cell that shows another row sheds the name of its badge', async () => {
  const book = new Book(20)
  book.special.set('1,3', { ...plain, badge: { text: 'C', step: 3, was: null, name: 'tier C' } })
  const { grid, cell } = await open(book)
  expect(cell(1, 3)?.getAttribute('aria-label')).toBe('tier C')
  book.special.clear()
  grid.refresh()
  await frame()
  expect(cell(1, 3)?.getAttribute('aria-label')).toBeNull()
})

test('no id is given twice, wherever the active cell went', async () => {
  const many = Array.from({ length: 40 }, (_, at) => column(`c${String(at)}`, { frozen: at === 0 }))
  const book = new Book(1000, many)
  const { grid, sheet } = await open(book)
  for (const [row, at] of [
    [0, 0],
    [500, 20],
    [999, 39],
    [2, 3],
  ] as const) {
    grid.select(row, at)
    await frame()
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
  }
  grid.reveal(900, 0)
  await frame()
  expect(sheet.querySelectorAll('[role=gridcell][id]').length).toBe(0)
})
