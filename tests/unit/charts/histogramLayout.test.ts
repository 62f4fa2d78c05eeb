import { describe, expect, test } from 'vitest'
import { barPaths, pairBins, spread } from '../../../src/charts/histogramLayout.ts'
import { niceTicks, pointed } from '../../../src/charts/ticks.ts'

describe('the bars of the score distribution', () => {
  test('two bins of a point make one bar, and no customer is lost', () => {
    const byTier = new Uint32Array(200)
    byTier.set([3, 4, 5], 98) // tier 0: bins 98, 99; tier 1: bin 0
    const bins = pairBins(byTier, 2)
    expect(bins.map((tier) => tier.length)).toEqual([50, 50])
    expect(bins[0]?.[49]).toBe(7)
    expect(bins[1]?.[0]).toBe(5)
    expect(bins.flat().reduce((sum, n) => sum + n, 0)).toBe(12)
  })

  test('a bar that holds anyone can be seen, an empty one is not drawn', () => {
    const bins = [[1, 0, 10_000]]
    const [path] = barPaths(bins, 300, 50)
    expect(path?.match(/M/g)).toHaveLength(2)
    expect(path).toContain('v-1.0')
  })

  test('the better tier stands on the worse one in a bar that a cut-off divides', () => {
    const [best, worst] = barPaths([[1], [1]], 10, 100)
    expect(worst).toMatch(/^M0\.5 100\.0/)
    expect(best).toMatch(/^M0\.5 52\.0/) // half of 96 px lies below it
  })

  test('pills that would cover each other stand apart, inside the box, in their order', () => {
    const placed = spread([300, 298, 295], 50, 20, 310)
    expect(placed).toEqual([310, 260, 210])
  })
})

describe('round numbers on an axis', () => {
  test.each([
    [
      [0, 96_300],
      [0, 20_000, 40_000, 60_000, 80_000],
    ],
    [
      [0, 1],
      [0, 0.2, 0.4, 0.6, 0.8, 1],
    ],
    [
      [2, 12],
      [2, 4, 6, 8, 10, 12],
    ],
    [[7, 7], [7]],
  ] as const)('%j has the ticks %j', (range, ticks) => {
    expect(niceTicks(range)).toEqual(ticks)
  })

  test('a value under the pointer is rounded to what one can point at', () => {
    expect(pointed(50_123.4, [0, 96_300])).toBe(50_100)
    expect(pointed(0.4567, [0, 1])).toBe(0.46)
  })
})
