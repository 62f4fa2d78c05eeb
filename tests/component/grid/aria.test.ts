import type axe from 'axe-core'
import axeScript from 'axe-core/axe.min.js?raw'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { Book, column } from './book.ts'
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

test('axe finds nothing, with the sheet at rest and with an open list', async () => {
  const { grid } = await open(new Book(1000))
  const script = document.createElement('script')
  script.textContent = axeScript
  document.head.append(script)
  const checker = (window as unknown as { axe: typeof axe }).axe
  const found = async () => {
    const { violations } = await checker.run(document.body, {
      rules: { region: { enabled: false } },
    })
    return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)
  }
  expect(await found()).toEqual([])
  grid.select(1, 1)
  grid.focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}{ArrowDown}')
  await frame()
  expect(await found()).toEqual([])
})
