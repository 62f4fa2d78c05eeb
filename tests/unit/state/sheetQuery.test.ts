import { expect, test } from 'vitest'
import { sortsOf, withColumnFilter, withSort } from '../../../src/state/sheetQuery.ts'
import { wholeSheet } from '../../../src/state/selection.svelte.ts'

const places = (query: Parameters<typeof sortsOf>[0]) =>
  sortsOf(query).map(({ column, descending }) => `${column}${descending ? '-' : '+'}`)

test('a sort takes the place of the others, with Shift it joins them or changes its own direction', () => {
  const one = withSort(wholeSheet, 'a', 'ascending', false)
  const two = withSort(one, 'b', 'descending', true)
  expect(places(two)).toEqual(['a+', 'b-'])
  expect(places(withSort(two, 'a', 'descending', true))).toEqual(['a-', 'b-'])
  expect(places(withSort(two, 'a', null, true))).toEqual(['b-'])
  expect(places(withSort(two, 'c', 'ascending', false))).toEqual(['c+'])
  expect(places(withSort(two, 'a', null, false))).toEqual([])
})

test('a column has one filter, which keeps its place while it changes', () => {
  const missing = (column: string, is: boolean) =>
    ({ column, kind: 'missing', missing: is }) as const
  const both = withColumnFilter(
    withColumnFilter(wholeSheet, 'a', missing('a', true)),
    'b',
    missing('b', true),
  )
  const other = withColumnFilter(both, 'a', missing('a', false))
  expect(other.columns).toEqual([missing('a', false), missing('b', true)])
  expect(withColumnFilter(other, 'a', null).columns).toEqual([missing('b', true)])
})
