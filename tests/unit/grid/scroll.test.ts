import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cap,
  follow,
  lastScroll,
  lastTop,
  ranAhead,
  scrollAt,
  scrollMap,
  topAt,
} from '../../../src/grid/scroll.ts'

const maps = fc
  .record({
    rows: fc.integer({ min: 0, max: 5_000_000 }),
    row: fc.constantFrom(28, 36, 40),
    view: fc.integer({ min: 100, max: 3000 }),
  })
  .map(({ rows, row, view }) => scrollMap(rows * row, view))

test('the ends of the scroll bar are the ends of the sheet, whatever its length', () => {
  fc.assert(
    fc.property(maps, (map) => {
      expect(topAt(map, 0)).toBe(0)
      expect(topAt(map, lastScroll(map))).toBeCloseTo(lastTop(map), 6)
    }),
  )
})

test('place and scroll bar undo each other', () => {
  fc.assert(
    fc.property(maps, fc.double({ min: 0, max: 1, noNaN: true }), (map, share) => {
      const top = share * lastTop(map)
      expect(topAt(map, scrollAt(map, top))).toBeCloseTo(top, 3)
    }),
  )
})

test('further down the bar is further down the sheet', () => {
  fc.assert(
    fc.property(
      maps,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (map, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        expect(topAt(map, low * lastScroll(map))).toBeLessThanOrEqual(
          topAt(map, high * lastScroll(map)) + 1e-6,
        )
      },
    ),
  )
})

test('a sheet below the cap is not stretched', () => {
  const map = scrollMap(280_000, 800)
  expect(topAt(map, 1234.5)).toBe(1234.5)
  expect(follow(map, 100, 100, 500)).toBe(500)
})

test('the area stops at 4,000,000 px', () => {
  expect(scrollMap(28_000_000, 800).area).toBe(cap)
  expect(cap).toBe(4_000_000)
})

test('in a stretched sheet a step counts in px and a jump in proportion', () => {
  const map = scrollMap(28_000_000, 800)
  expect(follow(map, 14_000_000, 3_000_000, 3_000_100)).toBe(14_000_100)
  expect(follow(map, 14_000_000, 3_000_000, 1_500_000)).toBe(topAt(map, 1_500_000))
})

test('a thumb that reached an end before the sheet did is noticed', () => {
  const map = scrollMap(28_000_000, 800)
  expect(ranAhead(map, 27_000_000, lastScroll(map))).toBe(true)
  expect(ranAhead(map, lastTop(map), lastScroll(map))).toBe(false)
  expect(ranAhead(map, 500, 0)).toBe(true)
  expect(ranAhead(map, 0, 0)).toBe(false)
})
