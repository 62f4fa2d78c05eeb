import { expect, test } from 'vitest'
import {
  barsPath,
  curvePath,
  nudged,
  valueAt,
  xIn,
  yIn,
  type Plot,
  type Range,
} from '../../../src/charts/criterionLayout.ts'

const plot: Plot = { left: 50, right: 250, top: 20, bottom: 120 } // 200 × 100 px
const range: Range = [0, 1000]

test('values and points are each other', () => {
  expect([xIn(plot, range, 0), xIn(plot, range, 250), xIn(plot, range, 1000)]).toEqual([
    50, 100, 250,
  ])
  expect([yIn(plot, 0), yIn(plot, 0.25), yIn(plot, 1)]).toEqual([120, 95, 20])
  expect(valueAt(plot, range, 100, 95)).toEqual([250, 0.25])
  expect(valueAt(plot, range, -80, 500)).toEqual([0, 0]) // beyond the plot: its corner
  expect(valueAt(plot, range, 900, -5)).toEqual([1000, 1])
  expect(xIn(plot, [7, 7], 7)).toBe(50) // all have one value
})

test('bars are even over the plot, none where there is nobody, one px for a single customer', () => {
  expect(barsPath(plot, [0, 100, 1, 50])).toBe(
    'M101.0 120v-86.0h48.0v86.0zM151.0 120v-1.0h48.0v1.0zM201.0 120v-43.0h48.0v43.0z',
  )
})

test('a curve is level beyond its ends and stays in the plot', () => {
  const curve = [
    [250, 0],
    [500, 1],
    [NaN, 0.5],
    [2000, 1],
  ] as const
  expect(curvePath(plot, range, curve)).toBe(
    'M50.0 120.0L100.0 120.0L150.0 20.0L250.0 20.0L250.0 20.0',
  )
  expect(curvePath(plot, range, [])).toBe('')
})

const key = (name: string, shiftKey = false) => ({ key: name, shiftKey })

test('keys move a point by what one sees: sideways, and up where it is free', () => {
  const point = { x: 500, utility: 0.5 }
  expect(nudged(point, key('ArrowRight'), range)).toEqual([510, 0.5])
  expect(nudged(point, key('ArrowDown'), range)).toEqual([490, 0.5])
  expect(nudged(point, key('PageUp', true), range)).toEqual([1000, 0.5]) // 500 further, at the end
  expect(nudged({ ...point, free: true }, key('ArrowUp'), range)).toEqual([500, 0.51])
  expect(nudged({ x: 500, utility: 0.95, free: true }, key('ArrowUp', true), range)).toEqual([
    500, 1,
  ])
  expect(nudged(point, key('Enter'), range)).toBeNull()
})
