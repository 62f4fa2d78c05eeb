import { expect, test } from 'vitest'
import type { Tier } from '../../../../src/scheme/scheme.ts'
import { tierNamed } from '../../../../src/ui/sheet/tierNamed.ts'

const tiers: Tier[] = [
  { id: 't1', name: 'A', label: '重点客户' },
  { id: 't2', name: 'B', label: '普通客户' },
  { id: 't3', name: 'C', label: 'Prospects' },
]

test.each([
  ['a', 't1'],
  ['Ｂ', 't2'], // full width, as an input method may write it
  ['重点', 't1'],
  ['ptk', 't2'], // by initials of pinyin
  [' pro ', 't3'],
  ['p', 't2'], // the first one
  ['', undefined],
  ['  ', undefined],
  ['点', undefined], // in the middle
  ['x', undefined],
])('letters %j mean tier %s', (typed, id) => {
  expect(tierNamed(tiers, typed)?.id).toBe(id)
})
