import { expect, test, vi } from 'vitest'
import { found } from '../axe.ts'
import { Book, column, columns, plain } from './book.ts'
import { press } from './hands.ts'
import { frame, open } from './open.ts'

/** Elements of a role that a screen reader meets. */
const met = (sheet: HTMLElement, role: string) =>
  [...sheet.querySelectorAll<HTMLElement>(`[role=${role}]`)].filter((one) => one.checkVisibility())

test('axe finds nothing, with the sheet at rest and with an open list', async () => {
  const { grid } = await open(new Book(1000))
  expect(await found()).toEqual([])
  grid.select(1, 1)
  grid.focus()
  await press('{Alt>}{ArrowDown}{/Alt}{ArrowDown}')
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
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { grid } = await open(book)
  grid.select(0, 1)
  grid.focus()
  await press(keys)
  await frame()
  await vi.advanceTimersByTimeAsync(510) // the note is shown
  vi.useRealTimers()
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
