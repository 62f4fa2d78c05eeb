import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { Book, column } from './book.ts'
import { copied } from './clipped.ts'
import { click, drag, hover, middle, mouse, press } from './hands.ts'
import { editor, frame, open } from './open.ts'

beforeEach(() => page.viewport(1000, 600))

/** name 0 (frozen) · m1 … m10 · score 11 · tier 12 (pinned) · note 13: 14 × 100 px, of which some 640 are on show. */
const wide = () => [
  column('name', { group: 'basic', frozen: true, width: 100 }),
  ...Array.from({ length: 10 }, (_, at) =>
    column(`m${String(at + 1)}`, { group: 'criteria', width: 100 }),
  ),
  ...['score', 'tier'].map((title) =>
    column(title, { group: 'result', width: 100, pinnedEnd: true }),
  ),
  column('note', { group: 'note', width: 100 }),
]
const scoreAt = 11
const tierAt = 12
const noteAt = 13

const start = (size?: { width: number; height: number }) => open(new Book(1000, wide()), size)
const box = (element: Element | null) => (element as Element).getBoundingClientRect()
const edgeOf = (sheet: HTMLElement) => box(sheet).left + sheet.clientWidth
const title = (sheet: HTMLElement, at: number) =>
  sheet.querySelector(`.grid-title[aria-colindex="${String(at + 1)}"]`)

test('pinned columns stand at the right edge, their headers over them, in every row', async () => {
  const { sheet, cell } = await start()
  for (const row of [0, 5]) expect(box(cell(row, tierAt)).right).toBeCloseTo(edgeOf(sheet), 0)
  expect(box(cell(0, scoreAt)).right).toBeCloseTo(box(cell(0, tierAt)).left, 0)
  expect(box(title(sheet, tierAt)).left).toBeCloseTo(box(cell(0, tierAt)).left, 0)
  expect(cell(0, noteAt)).toBeNull()
})

test('scrolled to the end they stand in their place in the order, the last column beside them', async () => {
  const { sheet, cell } = await start()
  sheet.scrollLeft = 300
  await frame()
  expect(box(cell(0, tierAt)).right).toBeCloseTo(edgeOf(sheet), 0)
  sheet.scrollLeft = 5000
  await vi.waitFor(() => expect(cell(0, noteAt)).not.toBeNull())
  expect(box(cell(0, noteAt)).right).toBeCloseTo(edgeOf(sheet), 0)
  expect(box(cell(0, tierAt)).right).toBeCloseTo(box(cell(0, noteAt)).left, 0)
  expect(box(title(sheet, tierAt)).left).toBeCloseTo(box(cell(0, tierAt)).left, 0)
})

test('from left to right the column numbers on show only grow, wherever the sheet is scrolled to', async () => {
  const { sheet } = await start()
  for (const left of [0, 130, 420, 5000]) {
    sheet.scrollLeft = left
    await frame()
    const { left: from } = box(sheet)
    const seen: number[] = []
    for (let x = from + 50; x < edgeOf(sheet); x += 10) {
      const under = document.elementFromPoint(x, box(sheet).top + 40)?.closest('.grid-title')
      if (under) seen.push(Number(under.getAttribute('aria-colindex')))
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(seen).toContain(tierAt + 1)
  }
})

test('a line parts them from what is scrolled under them, and only then', async () => {
  const { sheet, cell } = await start()
  const line = () =>
    getComputedStyle(cell(0, tierAt)?.closest('.grid-pinned') as HTMLElement).boxShadow
  expect(line()).toContain('-1px 0px 0px')
  sheet.scrollLeft = 5000
  await vi.waitFor(() => expect(line()).toBe('none'))
})

test('where all columns fit, or the others would get too little room, nothing is pinned', async () => {
  const { cell, sheet } = await start({ width: 1500, height: 400 })
  expect(sheet.querySelector('.grid-row .grid-pinned')).toBeNull()
  expect(box(cell(0, noteAt)).left).toBeCloseTo(box(cell(0, tierAt)).right, 0)
  const narrow = await start({ width: 430, height: 400 })
  expect(narrow.sheet.querySelector('.grid-row .grid-pinned')).toBeNull()
  expect(narrow.cell(0, tierAt)).toBeNull()
})

test('a sheet that becomes narrower and wider pins and lets go', async () => {
  const { cell, sheet } = await start()
  const target = sheet.closest<HTMLElement>('.grid-root')?.parentElement as HTMLElement
  const shown = () => sheet.querySelectorAll('.grid-row:not([hidden]) [aria-colindex="13"]').length
  await frame() // bars to scroll with have taken their room
  const rows = shown()
  target.style.width = '420px'
  await vi.waitFor(() => expect(cell(0, tierAt)).toBeNull())
  target.style.width = '700px'
  await vi.waitFor(() => expect(box(cell(0, tierAt)).right).toBeCloseTo(edgeOf(sheet), 0))
  expect(shown()).toBe(rows)
})

test('the arrow keys walk through all columns in their order, each in sight', async () => {
  const { grid, cell, where, sheet } = await start()
  grid.select(2, 0)
  grid.focus()
  for (let at = 1; at <= noteAt; at++) {
    await press('{ArrowRight}')
    await frame()
    expect(where()).toBe(`2,${String(at)}`)
    const { left, right } = box(cell(2, at))
    expect(document.elementFromPoint(left + 2, middle(cell(2, at)).y)).toBe(cell(2, at))
    expect(document.elementFromPoint(right - 3, middle(cell(2, at)).y)).toBe(cell(2, at))
    expect(document.activeElement?.getAttribute('aria-activedescendant')).toBe(cell(2, at)?.id)
  }
  for (let at = noteAt - 1; at >= 1; at--) {
    await press('{ArrowLeft}')
    await frame()
    const { left } = box(cell(2, at))
    expect(document.elementFromPoint(left + 2, middle(cell(2, at)).y)).toBe(cell(2, at))
  }
  expect(sheet.scrollLeft).toBe(0)
})

test('revealing a pinned column does not scroll; one beside it is not left under it', async () => {
  const { grid, sheet, cell } = await start()
  grid.reveal(0, tierAt)
  await frame()
  expect(sheet.scrollLeft).toBe(0)
  grid.reveal(0, 8)
  await frame()
  expect(box(cell(0, 8)).right).toBeLessThanOrEqual(box(cell(0, scoreAt)).left + 0.5)
})

test('a click on a pinned cell selects it, and typing edits it', async () => {
  const { cell, where, book } = await start()
  await click(cell(3, tierAt))
  expect(where()).toBe(`3,${String(tierAt)}`)
  await press('B')
  const open = editor() as HTMLElement
  expect(box(open).left).toBeCloseTo(box(cell(3, tierAt)).left, 0)
  await press('{Enter}')
  expect(book.asked('edit')).toEqual([[3, tierAt, 'B']])
})

test('a block across scrolled and pinned columns is copied in the order of the columns', async () => {
  const { grid, block } = await start()
  grid.select(1, 9)
  grid.focus()
  await press('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}')
  expect(block()).toBe('1,9:1,12')
  expect(copied().getData('text/plain')).toBe('r1c9\tr1c10\tr1c11\tr1c12')
})

test('the edge of a block ends where the pinned columns begin; its handle hides there', async () => {
  const { grid, sheet, cell } = await start()
  grid.select(1, 4)
  grid.focus()
  await press('{Shift>}{ArrowDown}{/Shift}')
  await frame()
  const handle = sheet.querySelector('.grid-handle') as HTMLElement
  expect(handle.hidden).toBe(false)
  grid.reveal(0, 1)
  sheet.scrollLeft = 20
  sheet.scrollLeft = 0
  await frame()
  // m4 stands at 400..500 and the pinned ones begin near 440
  const outline = box(sheet.querySelector('.grid-outline:not(.preview)'))
  expect(outline.right).toBeCloseTo(box(cell(0, scoreAt)).left, 0)
  expect(handle.hidden).toBe(true)
})

test('a drag over the pinned columns goes on scrolling to where they stand', async () => {
  const { cell, sheet, grid } = await start()
  const from = middle(cell(2, 2))
  const to = middle(cell(4, tierAt))
  await mouse.down(from)
  await mouse.move(to)
  // 1300 px end with tier, of which 664 are on show beside the row numbers
  await vi.waitFor(() => expect(sheet.scrollLeft).toBeGreaterThan(600))
  await mouse.up()
  expect(grid.selection()?.range).toMatchObject({ top: 2, left: 2, bottom: 4 })
  expect(grid.selection()?.range.right).toBeGreaterThanOrEqual(scoreAt)
})

test('filling down works in a pinned column', async () => {
  const { grid, cell, book, sheet } = await start()
  grid.select(2, scoreAt)
  grid.focus()
  await frame()
  await drag(middle(sheet.querySelector('.grid-handle')), middle(cell(5, scoreAt)))
  expect(book.asked('fill')).toEqual([
    [
      { top: 2, left: scoreAt, bottom: 2, right: scoreAt },
      { top: 2, left: scoreAt, bottom: 5, right: scoreAt },
      'auto',
    ],
  ])
})

test('held at the edge, a column is dragged by its left side; headers sort as ever', async () => {
  const { sheet, book, cell } = await start()
  const grip = middle(title(sheet, scoreAt)?.querySelector('.grid-grip') ?? null)
  expect(grip.x).toBeLessThan(middle(title(sheet, scoreAt)).x)
  await drag(grip, { x: grip.x - 40, y: grip.y })
  expect(cell(0, scoreAt)?.offsetWidth).toBe(140)
  expect(box(cell(0, tierAt)).right).toBeCloseTo(edgeOf(sheet), 0)
  expect(book.asked('resize')).toEqual([[scoreAt, 140]])
  await hover(title(sheet, tierAt))
  await click(title(sheet, tierAt)?.querySelector('.grid-sort') ?? null)
  expect(book.asked('sort')).toEqual([[tierAt, 'ascending']])
})

test('a group header covers what is on show of its columns, pinned ones included', async () => {
  const { sheet, cell } = await start()
  const group = (name: string) =>
    box([...sheet.querySelectorAll('.grid-group')].find((one) => one.textContent === name) ?? null)
  expect(group('result').left).toBeCloseTo(box(cell(0, scoreAt)).left, 0)
  expect(group('criteria').right).toBeCloseTo(box(cell(0, scoreAt)).left, 0)
  sheet.scrollLeft = 5000
  await vi.waitFor(() => expect(group('note').width).toBeCloseTo(100, 0))
  expect(group('result').left).toBeCloseTo(box(cell(0, scoreAt)).left, 0)
  expect(group('result').right).toBeCloseTo(box(cell(0, tierAt)).right, 0)
})
