import { expect, test } from 'vitest'
import {
  columnAt,
  columnsOnShow,
  groupSpans,
  layOut,
  leftOf,
  spanOnShow,
} from '../../../src/grid/columns.ts'
import type { GridColumn } from '../../../src/grid/source.ts'

const column = (group: string | null, frozen = false, width = 100): GridColumn => ({
  id: '',
  title: '',
  group,
  width,
  align: 'start',
  frozen,
  computed: false,
  sort: null,
  hint: null,
  editor: { kind: 'text' },
})

const columns = [column('a', true), column('a'), column('b'), column('b'), column(null)]
const layout = layOut(columns, [], 400)

test('columns stand side by side and none is narrower than 48 px', () => {
  expect(layOut([column(null, false, 10), column(null)], [], 400).lefts).toEqual([0, 48])
})

test('a frozen column stays, the others move under it', () => {
  expect(leftOf(layout, 0, 150)).toBe(0)
  expect(leftOf(layout, 2, 150)).toBe(50)
  expect(columnAt(layout, 20, 150)).toBe(0)
  expect(columnAt(layout, 120, 150)).toBe(2)
})

test('of the scrolling columns only those on show are drawn', () => {
  expect(columnsOnShow(layout, 0, 400)).toEqual({ from: 1, to: 4 })
  expect(columnsOnShow(layout, 100, 400)).toEqual({ from: 2, to: 5 })
  expect(columnsOnShow(layOut([], [], 400), 0, 400)).toEqual({ from: 0, to: 0 })
})

test('frozen columns never take more than three fifths of the room', () => {
  const many = [column(null, true), column(null, true), column(null, true), column(null)]
  expect(layOut(many, [], 400).frozen).toBe(2)
  expect(layOut(many, [], 100).frozen).toBe(0)
})

test('neighbours of one group share a header; the same name further on is another', () => {
  const spans = groupSpans([column('a'), column('a'), column('b'), column('a')])
  expect(spans).toEqual([
    { title: 'a', from: 0, to: 2 },
    { title: 'b', from: 2, to: 3 },
    { title: 'a', from: 3, to: 4 },
  ])
})

test('a group that begins in a frozen column ends where its last column ends on show', () => {
  expect(spanOnShow(layout, 0, 2, 0)).toEqual({ left: 0, right: 200 })
  expect(spanOnShow(layout, 0, 2, 60)).toEqual({ left: 0, right: 140 })
  expect(spanOnShow(layout, 0, 2, 150)).toEqual({ left: 0, right: 100 })
  expect(spanOnShow(layout, 2, 4, 150)).toEqual({ left: 100, right: 250 })
})

test('a stronger line stands after each group and after the frozen columns', () => {
  expect(layout.ends).toEqual([true, true, false, true, false])
})
