import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { found } from '../axe.ts'
import { Book, column, columns, plain } from './book.ts'
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
  await userEvent.keyboard('{ArrowDown}')
  await frame()
  expect(document.activeElement?.getAttribute('aria-activedescendant')).toBe(cell(6, 2)?.id)
})

test('selected cells say so, computed ones say that they are read-only', async () => {
  const { grid, cell } = await open(new Book(100))
  grid.select(1, 1)
  grid.focus()
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
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

/** Elements of a role that a screen reader meets. */
const met = (sheet: HTMLElement, role: string) =>
  [...sheet.querySelectorAll<HTMLElement>(`[role=${role}]`)].filter((one) => one.checkVisibility())

test('axe finds nothing, with the sheet at rest and with an open list', async () => {
  const { grid } = await open(new Book(1000))
  expect(await found()).toEqual([])
  grid.select(1, 1)
  grid.focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}{ArrowDown}')
  await frame()
  expect(await found()).toEqual([])
})

test.for([
  ['a text', 'text', '{F2}'],
  ['a date and its calendar button', 'date', '{F2}'],
  ['words with their crosses and the known ones', 'tags', '{F2}{ArrowDown}'],
  ['yes and no', 'toggle', '{Alt>}{ArrowDown}{/Alt}'],
  ['the header', 'text', '{ArrowUp}'],
] as const)('axe finds nothing while the keyboard is in %s', async ([, kind, keys]) => {
  const editors = {
    text: { kind: 'text' },
    date: { kind: 'date' },
    tags: { kind: 'tags', options: ['known'], separators: ';', joiner: ';' },
    toggle: { kind: 'toggle', on: 'yes', off: 'no' },
  } as const
  const book = new Book(20, [
    column('name', { group: 'who', frozen: true }),
    column('edited', { editor: editors[kind], hint: 'of the header' }),
  ])
  const check = kind === 'toggle' ? { check: { on: true, turned: 'no' } } : {}
  const cell = { ...plain, text: 'VIP;big', state: 'flagged', hint: 'about', ...check } as const
  book.special.set('0,1', cell)
  const { grid } = await open(book)
  grid.select(0, 1)
  grid.focus()
  await userEvent.keyboard(keys)
  await new Promise((done) => setTimeout(done, 600)) // the note is shown
  expect(await found()).toEqual([])
})

test.for([
  ['three rows', 3, columns],
  ['no rows', 0, columns],
  ['three rows without groups', 3, [column('a'), column('b')]],
  ['rows, but no columns yet', 3, []],
] as const)('axe finds nothing with %s: what is unused is nowhere', async ([, rows, own]) => {
  const { sheet } = await open(new Book(rows, own))
  const headers = own === columns ? 2 : 1
  expect(met(sheet, 'row').length).toBe(own.length > 0 ? rows + headers : 0)
  expect(met(sheet, 'gridcell').length).toBe(rows * own.length)
  expect(await found()).toEqual([])
})

test('rows that a filter leaves empty go, and come back', async () => {
  const book = new Book(100)
  const { grid, sheet } = await open(book)
  const before = met(sheet, 'row').length
  book.rowCount = 2
  grid.refresh()
  await frame()
  expect(met(sheet, 'row').length).toBe(2 + 2)
  expect(await found()).toEqual([])
  book.rowCount = 100
  grid.refresh()
  await frame()
  expect(met(sheet, 'row').length).toBe(before)
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
