import { expect, test, vi } from 'vitest'
import type { GridCell, GridColumn } from '../../../src/grid/source.ts'
import { Book, column, plain } from './book.ts'
import { click, clickAt, clickTwice } from './hands.ts'
import { press } from './presses.ts'
import { editor, frame, open, type Opened } from './open.ts'

const columns: readonly GridColumn[] = [
  column('name', { group: 'who' }),
  column('city', {
    editor: {
      kind: 'list',
      options: ['上海', '杭州'],
      matches: (option, typed) => option === '上海' && 'sh'.startsWith(typed),
    },
  }),
  column('member', {
    editor: {
      kind: 'toggle',
      on: 'yes',
      off: 'no',
      read: (typed) => (typed === 'y' ? 'yes' : typed === 'n' ? 'no' : typed),
    },
  }),
  column('tags', {
    width: 120,
    editor: { kind: 'tags', options: ['VIP', '大单', '老客户'], separators: ';、，', joiner: '、' },
  }),
  column('tier', { editor: { kind: 'own' } }),
  column('day', { editor: { kind: 'date' } }),
]
const checks: readonly (boolean | null)[] = [true, false, null]
const texts = ['VIP;老客户', '大单', '']

/** Rows of the three states, and three texts of tags. */
class Typed extends Book {
  constructor() {
    super(3, columns)
  }

  override cell(row: number, at: number): GridCell | undefined {
    const written = this.written.get(`${String(row)},${String(at)}`)
    if (at === 2) {
      const on = written === undefined ? (checks[row] ?? null) : written === 'yes'
      const text = on === null ? '' : on ? 'yes' : 'no'
      return { ...plain, text, check: { on, turned: on === true ? 'no' : 'yes' } }
    }
    if (at === 3) return { ...plain, text: written ?? texts[row] ?? '' }
    return super.cell(row, at)
  }
}

async function at(row: number, place: number): Promise<Opened> {
  const opened = await open(new Typed())
  opened.grid.select(row, place)
  opened.grid.focus()
  await frame()
  return opened
}
const boxOf = (cell: HTMLElement | null) => cell?.querySelector('.grid-check')?.className
const chips = () =>
  [...document.querySelectorAll('.grid-chips:not([hidden]) .grid-tag-text')].map(
    (chip) => chip.textContent,
  )
const options = () =>
  [...document.querySelectorAll('.grid-choices:not([hidden]) [role=option]')].map(
    (option) => option.textContent,
  )

test('a list is searched by the matcher of its owner too, as by initials', async () => {
  const { book } = await at(0, 1)
  await press('s')
  expect(options()).toEqual(['上海'])
  await press('{ArrowDown}{Enter}')
  expect(book.asked('edit')).toEqual([[0, 1, '上海']])
})

test('a yes/no cell draws its box in three states, and Space turns it without opening', async () => {
  const { book, cell, where } = await at(0, 2)
  expect([0, 1, 2].map((row) => boxOf(cell(row, 2)))).toEqual([
    'grid-check on',
    'grid-check off',
    'grid-check none',
  ])
  await press(' ')
  await press('{ArrowDown} {ArrowDown} ')
  expect(book.asked('edit')).toEqual([
    [0, 2, 'no'],
    [1, 2, 'yes'],
    [2, 2, 'yes'],
  ])
  expect(editor()).toBeNull()
  expect(where()).toBe('2,2')
  await frame()
  expect(boxOf(cell(0, 2))).toBe('grid-check off')
})

test('Space over several yes/no cells gives all of them what the active one becomes', async () => {
  const { book } = await at(0, 2)
  await press('{Shift>}{ArrowDown}{ArrowDown}{/Shift} ')
  expect(book.asked('spread')).toEqual([[[{ top: 0, left: 2, bottom: 2, right: 2 }], 'no']])
})

test('a press on the box turns it; beside it, it only selects', async () => {
  const { book, cell, where } = await at(0, 0)
  const box = cell(1, 2)?.getBoundingClientRect()
  await clickAt({ x: (box?.left ?? 0) + 70, y: (box?.top ?? 0) + 14 })
  expect(where()).toBe('1,2')
  expect(book.asked('edit')).toEqual([])
  await click(cell(1, 2)?.querySelector('.grid-check') ?? null)
  expect(book.asked('edit')).toEqual([[1, 2, 'yes']])
})

test('letters typed into a yes/no cell are read: y is yes; others stay as typed', async () => {
  const { book } = await at(1, 2)
  await press('y{Enter}')
  await press('maybe{Enter}')
  expect(book.asked('edit')).toEqual([
    [1, 2, 'yes'],
    [2, 2, 'maybe'],
  ])
})

test('Alt+Down offers yes and no', async () => {
  const { book } = await at(1, 2)
  await press('{Alt>}{ArrowDown}{/Alt}')
  expect(options()).toEqual(['yes', 'no'])
  await press('{ArrowDown}{Enter}')
  expect(book.asked('edit')).toEqual([[1, 2, 'yes']])
})

test('words of a cell are drawn one by one, and it is called by its text', async () => {
  const { cell } = await at(0, 0)
  const drawn = [...(cell(0, 3)?.querySelectorAll('.grid-tag') ?? [])].map((tag) => tag.textContent)
  expect(drawn).toEqual(['VIP', '老客户'])
  expect(cell(0, 3)?.getAttribute('aria-label')).toBe('VIP;老客户')
})

test('F2 edits words: a cross takes one, Backspace the last, one is typed, Enter keeps', async () => {
  const { book, where } = await at(0, 3)
  await press('{F2}')
  expect(chips()).toEqual(['VIP', '老客户'])
  expect(options()).toEqual(['大单']) // what it has is not offered
  await click(document.querySelector('.grid-tag-cross'))
  expect(chips()).toEqual(['老客户'])
  await press('新客，')
  expect(chips()).toEqual(['老客户', '新客'])
  await press('{Backspace}{Backspace}大')
  expect(chips()).toEqual([])
  expect(options()).toEqual(['大单'])
  await press('{ArrowDown}{Enter}')
  expect(chips()).toEqual(['大单'])
  await press('A{Enter}')
  expect(book.asked('edit')).toEqual([[0, 3, '大单;A']]) // parted as the cell was
  expect(where()).toBe('1,3')
})

test('typing replaces the words; a press on a known one adds it; Escape leaves all as it was', async () => {
  const { book } = await at(1, 3)
  await press('x、')
  expect(chips()).toEqual(['x'])
  await click(document.querySelector('[role=option]'))
  expect(chips()).toEqual(['x', 'VIP'])
  await press('{Enter}')
  await press('y{Escape}{F2}{Enter}')
  expect(book.asked('edit')).toEqual([[1, 3, 'x、VIP']])
})

test('the place of the next word stands behind the last one and inside the strip', async () => {
  await at(0, 3)
  await press('{F2}')
  await frame()
  const strip = document.querySelector('.grid-chips')?.getBoundingClientRect()
  const last = [...document.querySelectorAll('.grid-chips .grid-tag')].at(-1)
  const input = editor()?.getBoundingClientRect()
  expect(input?.left).toBeGreaterThanOrEqual(last?.getBoundingClientRect().right ?? Infinity)
  expect(input?.right).toBeLessThanOrEqual((strip?.right ?? 0) + 0.5)
  expect(input?.bottom).toBeLessThanOrEqual((strip?.bottom ?? 0) + 0.5)
})

test('a double click opens the form of the owner', async () => {
  const { book, cell } = await at(1, 4)
  await clickTwice(cell(1, 4))
  expect(book.asked('openOwn').length).toBe(1)
})

test('a cell of the owner opens his form with what was typed, by letter, Enter and F2', async () => {
  const { book, cell } = await at(1, 4)
  const asked = () => book.asked('openOwn').map(([place, , typed]) => [place, typed])
  await press('A')
  await press('{Enter}{F2}')
  const place = { row: 1, column: 4 }
  expect(asked()).toEqual([
    [place, 'A'],
    [place, ''],
    [place, ''],
  ])
  expect(editor()).toBeNull()
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('')
  const [, box] = book.asked('openOwn')[0] ?? []
  const drawn = cell(1, 4)?.getBoundingClientRect()
  expect(box).toEqual({ left: drawn?.left, top: drawn?.top, width: 80, height: drawn?.height })
})

test('Alt+Down on a date opens the calendar, and what is typed wins', async () => {
  const { book } = await at(0, 5)
  const shown = vi.spyOn(HTMLInputElement.prototype, 'showPicker').mockImplementation(() => {})
  await press('{Alt>}{ArrowDown}{/Alt}')
  expect(shown).toHaveBeenCalledOnce()
  shown.mockRestore()
  await press('{Escape}2024年3月5日{Enter}')
  expect(book.asked('edit')).toEqual([[0, 5, '2024年3月5日']])
})

test('Alt+Enter breaks the line where the caret stands, as in Excel', async () => {
  const { book } = await at(1, 0)
  await press('cd')
  editor()?.setSelectionRange(1, 1)
  await press('{Alt>}{Enter}{/Alt}')
  expect(editor()?.value).toBe('c\nd')
  await press('e{Enter}')
  expect(book.asked('edit')).toEqual([[1, 0, 'c\ned']])
})
