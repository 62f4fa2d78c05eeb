import { expect, test } from 'vitest'
import type { GridColumn } from '../../../src/grid/source.ts'
import { Book, column } from './book.ts'
import { compose, Composition, engines, watched } from './composition.ts'
import { press } from './presses.ts'
import { editor, frame, open } from './open.ts'

const columns: readonly GridColumn[] = [
  column('name', { group: 'who' }),
  column('sealed', { computed: true, editor: { kind: 'none', why: 'computed' } }),
  column('member', { editor: { kind: 'toggle', on: '是', off: '否' } }),
  column('tags', { editor: { kind: 'tags', options: ['老客户'], separators: '，;', joiner: ';' } }),
  column('tier', { editor: { kind: 'own' } }),
  column('city', { editor: { kind: 'list', options: ['上海', '杭州'] } }),
]

async function at(row: number, place: number) {
  const opened = await open(new Book(200, columns))
  opened.grid.select(row, place)
  opened.grid.focus()
  await frame()
  return opened
}
const input = () => document.activeElement as HTMLTextAreaElement

test.for(engines)('%s: the first letter starts on the selected cell', async (engine) => {
  const { book } = await at(1, 0)
  const composing = new Composition(engine).grow('n')
  expect(editor()?.value).toBe('n')
  composing.grow('ni')
  composing.end('你')
  expect(editor()?.value).toBe('你')
  compose(engine, 'hao', '好')
  expect(editor()?.value).toBe('你好')
  await press('{Enter}')
  expect(book.asked('edit')).toEqual([[1, 0, '你好']])
})

test.for(engines)('%s: the Enter that ends a composition does not move', async (engine) => {
  const { book, where } = await at(1, 0)
  compose(engine, 'nihao', 'nihao', 'Enter')
  await frame()
  expect(where()).toBe('1,0')
  expect(editor()?.value).toBe('nihao')
  expect(book.asked('edit')).toEqual([])
  await press('{Enter}')
  expect(where()).toBe('2,0')
  expect(book.asked('edit')).toEqual([[1, 0, 'nihao']])
})

test.for(engines)(
  '%s: keys that walk and choose belong to the input method while it composes',
  async (engine) => {
    const { where } = await at(3, 5)
    const composing = new Composition(engine).grow('s').grow('sh')
    for (const name of ['ArrowDown', 'ArrowRight', 'Tab', 'PageDown', 'Delete', ' '])
      input().dispatchEvent(
        new KeyboardEvent('keydown', { key: name, keyCode: 229, isComposing: true, bubbles: true }),
      )
    await frame()
    expect(where()).toBe('3,5')
    expect(editor()?.value).toBe('sh')
    composing.end('上')
    const shown = document.querySelectorAll('.grid-choices:not([hidden]) [role=option]')
    expect([...shown].map((option) => option.textContent)).toEqual(['上海'])
  },
)

test.for(engines)(
  '%s: while it composes, nothing moves, sizes, focuses or writes the textarea',
  async (engine) => {
    const { grid, sheet, book } = await at(1, 0)
    const composing = new Composition(engine).grow('n')
    await frame()
    const { done } = watched(input())
    composing.grow('ni')
    grid.refresh()
    grid.reveal(150, 5)
    await frame()
    book.written.set('1,0', 'changed below')
    book.rowCount = 120
    grid.refresh()
    sheet.scrollTop = 900
    await frame()
    grid.focus()
    sheet.parentElement?.style.setProperty('width', '500px')
    await frame()
    expect(done).toEqual([])
    composing.grow('nihao')
    expect(input().value).toBe('nihao')
    composing.end('你好')
    await press('{Enter}')
    expect(book.asked('edit')).toEqual([[1, 0, '你好']])
  },
)

test.for(engines)(
  '%s: Escape gives a composition up and the cell keeps its text',
  async (engine) => {
    const { book, where, text } = await at(2, 0)
    new Composition(engine).grow('n').grow('ni').end('', 'Escape')
    await frame()
    expect(editor()).toBeNull()
    expect(where()).toBe('2,0')
    await press('{ArrowDown}')
    expect(book.asked('edit')).toEqual([])
    expect(text(2, 0)).toBe('r2c0')
  },
)

test.for(engines)('%s: Escape in a text begun before leaves that text', async (engine) => {
  const { book } = await at(2, 0)
  await press('ab')
  new Composition(engine).grow('n').end('', 'Escape')
  expect(editor()?.value).toBe('ab')
  await press('{Enter}')
  expect(book.asked('edit')).toEqual([[2, 0, 'ab']])
})

test.for(engines)(
  '%s: a cell that takes no typing refuses once and keeps nothing',
  async (engine) => {
    const { book, grid } = await at(1, 1)
    compose(engine, 'ni', '你')
    await frame()
    expect(book.asked('refused')).toEqual([[1]])
    expect(editor()).toBeNull()
    expect(input().value).toBe('')
    grid.select(1, 0)
    await frame()
    compose(engine, 'hao', '好')
    expect(editor()?.value).toBe('好')
  },
)

test.for(engines)(
  '%s: a form of the owner opens once, with the text that is meant',
  async (engine) => {
    const { book } = await at(1, 4)
    const composing = new Composition(engine).grow('z').grow('zh')
    expect(book.asked('openOwn')).toEqual([])
    composing.end('重')
    await frame()
    expect(book.asked('openOwn').map(([, , typed]) => typed)).toEqual(['重'])
    expect(input().value).toBe('')
    new Composition(engine).grow('z').end('', 'Escape')
    expect(book.asked('openOwn').length).toBe(1)
  },
)

test.for(engines)('%s: a yes/no cell and a cell of words take composed texts', async (engine) => {
  const { book, grid } = await at(1, 2)
  compose(engine, 'shi', '是')
  await press('{Enter}')
  grid.select(1, 3)
  await frame()
  compose(engine, 'xin', '新客')
  compose(engine, ',', '，')
  compose(engine, 'lao', '老')
  const words = document.querySelectorAll('.grid-chips:not([hidden]) .grid-tag-text')
  expect([...words].map((word) => word.textContent)).toEqual(['新客'])
  expect(input().value).toBe('老')
  await press('{Enter}')
  expect(book.asked('edit')).toEqual([
    [1, 2, '是'],
    [1, 3, '新客;老'],
  ])
})

test.for(engines)('%s: a blank from an input method turns a yes/no cell', async (engine) => {
  const { book } = await at(1, 2)
  compose(engine, ' ', '　')
  await frame()
  expect(book.asked('edit')).toEqual([[1, 2, '是']])
  expect(editor()).toBeNull()
  expect(input().value).toBe('')
})

test.for(engines)(
  '%s: the textarea is where the cell is again once it has ended',
  async (engine) => {
    const { grid, cell } = await at(1, 0)
    const composing = new Composition(engine).grow('n')
    grid.reveal(100, 0)
    await frame()
    composing.end('你')
    await frame()
    await press('{Enter}')
    await frame()
    const box = cell(2, 0)?.getBoundingClientRect()
    expect(input().getBoundingClientRect().top).toBeCloseTo(box?.top ?? 0, 0)
  },
)
