import { expect, test } from 'vitest'
import {
  asGiven,
  isHidden,
  movedBefore,
  ordered,
  readLayout,
  withHidden,
  withShown,
} from '../../../src/state/columnOrder.ts'

test('columns stand as they were left; new ones beside their neighbour, gone ones nowhere', () => {
  expect(ordered(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c'])
  expect(ordered(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'b'])
  expect(ordered(['a', 'new', 'b'], ['b', 'gone', 'a'])).toEqual(['b', 'a', 'new'])
  expect(ordered(['first', 'a', 'b'], ['b', 'a'])).toEqual(['first', 'b', 'a'])
})

test('a column moves before another or to the end', () => {
  expect(movedBefore(['a', 'b', 'c'], ['c'], 'a')).toEqual(['c', 'a', 'b'])
  expect(movedBefore(['a', 'b', 'c'], ['a'], null)).toEqual(['b', 'c', 'a'])
  expect(movedBefore(['a', 'b', 'c'], ['b'], 'b')).toEqual(['a', 'b', 'c'])
  // several keep their order
  expect(movedBefore(['a', 'b', 'c', 'd'], ['d', 'b'], 'a')).toEqual(['b', 'd', 'a', 'c'])
})

test('what is remembered comes back; anything else is nothing', () => {
  const layout = {
    hidden: ['a'],
    order: ['b', 'a'],
    shown: ['$completeness'],
    frozen: null,
    groups: [['a', '联系']],
    totals: [['b', 'max']],
    isTotalled: true,
  }
  expect(readLayout(JSON.stringify(layout))).toEqual(layout)
  for (const text of [null, '', '{', '[]', '7', 'null', '{"hidden":7,"totals":[["a","all"]]}'])
    expect(readLayout(text)).toEqual(asGiven)
})

test('a column without room is out of sight until it is asked for, in layouts of old too', () => {
  const hidden = (layout: Parameters<typeof isHidden>[0]) =>
    ['a', '$completeness'].filter((id) => isHidden(layout, id))
  const old = readLayout('{"hidden":["a"],"order":[]}')
  expect(hidden(asGiven)).toEqual(['$completeness'])
  expect(hidden(old)).toEqual(['a', '$completeness'])
  const shown = withShown(old, '$completeness')
  expect(hidden(shown)).toEqual(['a'])
  expect(hidden(withHidden(shown, '$completeness'))).toEqual(['a', '$completeness'])
  expect(hidden(withShown(old, null))).toEqual([])
  expect(hidden(withShown(withHidden(asGiven, 'a'), 'a'))).toEqual(['$completeness'])
})
