import { expect, test } from 'vitest'
import { asGiven, movedBefore, ordered, readLayout } from '../../../src/state/columnOrder.ts'

test('columns stand as they were left; new ones beside their neighbour, gone ones nowhere', () => {
  expect(ordered(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c'])
  expect(ordered(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'b'])
  expect(ordered(['a', 'new', 'b'], ['b', 'gone', 'a'])).toEqual(['b', 'a', 'new'])
  expect(ordered(['first', 'a', 'b'], ['b', 'a'])).toEqual(['first', 'b', 'a'])
})

test('a column moves before another or to the end', () => {
  expect(movedBefore(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
  expect(movedBefore(['a', 'b', 'c'], 'a', null)).toEqual(['b', 'c', 'a'])
  expect(movedBefore(['a', 'b', 'c'], 'b', 'b')).toEqual(['a', 'b', 'c'])
})

test('what is remembered comes back; anything else is nothing', () => {
  const layout = { hidden: ['a'], order: ['b', 'a'] }
  expect(readLayout(JSON.stringify(layout))).toEqual(layout)
  for (const text of [null, '', '{', '[]', '7', 'null', '{"hidden":7}'])
    expect(readLayout(text)).toEqual(asGiven)
})
