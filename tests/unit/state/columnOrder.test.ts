import { expect, test } from 'vitest'
import { ordered } from '../../../src/core/ordered.ts'
import * as project from '../../../src/project/layout.ts'
import {
  asGiven,
  isHidden,
  movedBefore,
  withHidden,
  withPair,
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

test('a column without room is out of sight until it is asked for', () => {
  const hidden = (sight: Parameters<typeof isHidden>[0]) =>
    ['a', '$completeness'].filter((id) => isHidden(sight, id))
  const one = { hidden: ['a'], shown: [] }
  expect(hidden(asGiven)).toEqual(['$completeness'])
  expect(hidden(one)).toEqual(['a', '$completeness'])
  const shown = withShown(one, '$completeness')
  expect(hidden(shown)).toEqual(['a'])
  expect(withHidden(shown, ['$completeness', 'a'])).toEqual(one) // hidden already: not twice
  expect(hidden(withShown(one, null))).toEqual([])
  expect(hidden(withShown(withHidden(asGiven, ['a']), 'a'))).toEqual(['$completeness'])
})

test('before anybody changes anything, page and project mean the same', () => {
  expect(asGiven).toEqual(project.asGiven)
  expect(
    withPair(
      [
        ['a', 1],
        ['b', 2],
      ],
      'a',
      3,
    ),
  ).toEqual([
    ['b', 2],
    ['a', 3],
  ])
  expect(withPair([['a', 1]], 'a', null)).toEqual([])
})
