import { expect, test } from 'vitest'
import { Burst } from '../../../src/state/burst.ts'

test('acts on the same within a second of each other have one name', () => {
  const burst = new Burst()
  const first = burst.name('a', 0)
  expect(burst.name('a', 900)).toBe(first)
  expect(burst.name('a', 1800)).toBe(first)
  const later = burst.name('a', 2900)
  const other = burst.name('b', 2950)
  const again = burst.name('a', 3000)
  expect(new Set([first, later, other, again]).size).toBe(4)
})
