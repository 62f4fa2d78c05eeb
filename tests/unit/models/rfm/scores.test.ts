import { describe, expect, test } from 'vitest'
import { seeded } from '../../../../src/core/random.ts'
import { cutPointFault, levelsOf } from '../../../../src/models/rfm/cutPoints.ts'
import { type Levels, levelChoices, levelsFor } from '../../../../src/models/rfm/levels.ts'
import { measure, type Measures, measureIds } from '../../../../src/models/rfm/measures.ts'
import { type ScoreMethod, scoresOf } from '../../../../src/models/rfm/scores.ts'

const byQuantiles: ScoreMethod = { id: 'quantile' }

const measures = (
  recency: ArrayLike<number>,
  frequency: ArrayLike<number>,
  monetary: ArrayLike<number>,
): Measures => {
  const money = Float64Array.from(monetary)
  return {
    recency: Float64Array.from(recency),
    frequency: Float64Array.from(frequency),
    monetary: money,
    totals: money,
  }
}
const alike = (values: ArrayLike<number>) => measures(values, values, values)

/** spec/grading.md §2 word by word: sorted x, h = i·(m − 1)/k, class = 1 + number of edges below x. */
function naiveClasses(values: readonly number[], k: number): number[] {
  const x = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const edges = Array.from({ length: k - 1 }, (_, at) => {
    const h = ((at + 1) * (x.length - 1)) / k
    const low = x[Math.floor(h)] ?? NaN
    return low + (h - Math.floor(h)) * ((x[Math.floor(h) + 1] ?? low) - low)
  })
  return values.map((value) =>
    Number.isNaN(value) ? 0 : 1 + edges.filter((edge) => edge < value).length,
  )
}

/** Orders of a list with many ties, in cents. */
function orders(seed: number, count: number, customers: number) {
  const random = seeded(seed)
  return {
    customers: Int32Array.from({ length: count }, () => Math.floor(random() ** 2 * customers)),
    days: Float64Array.from({ length: count }, () => Math.floor(random() * 400)),
    amounts: Float64Array.from({ length: count }, () => Math.floor(random() * 40) * 2.5 + 9.9),
    unit: null,
  }
}
const how = { asOf: 400, window: null, monetary: 'total' } as const
const scoresIn = (found: Measures, levels: Levels) => {
  const scores = scoresOf(found, byQuantiles, levels)
  return measureIds.map((id) => [...scores[id].scores])
}

describe('scores by quantiles', () => {
  test.each(levelChoices)('are those of the definition, %i levels', (levels) => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seeded(seed)
      const customers = 1 + Math.floor(random() * 60)
      const found = measure(orders(seed, customers * 2, customers), customers, how).measures
      const [recency, frequency, monetary] = scoresIn(found, levels)
      const reversed = naiveClasses([...found.recency], levels)
      expect(recency).toEqual(reversed.map((each) => (each === 0 ? 0 : levels + 1 - each)))
      expect(frequency).toEqual(naiveClasses([...found.frequency], levels))
      expect(monetary).toEqual(naiveClasses([...found.monetary], levels))
    }
  })

  test.each(levelChoices)(
    'equal values get equal scores, greater ones no lower score, %i levels',
    (levels) => {
      const found = measure(orders(7, 3000, 900), 900, how).measures
      const scores = scoresOf(found, byQuantiles, levels)
      for (const id of measureIds) {
        const byValue = new Map<number, Set<number>>()
        found[id].forEach((x, row) => {
          if (Number.isNaN(x)) return
          byValue.set(x, (byValue.get(x) ?? new Set()).add(scores[id].scores[row] ?? 0))
        })
        expect(byValue.size).toBeGreaterThan(5)
        const ordered = [...byValue].sort(([a], [b]) => a - b)
        expect(ordered.filter(([, each]) => each.size > 1)).toEqual([])
        const rising = ordered.map(([, each]) => [...each][0] ?? 0)
        const sign = id === 'recency' ? -1 : 1
        expect(rising.some((x, at) => at > 0 && sign * (x - (rising[at - 1] ?? 0)) < 0)).toBe(false)
      }
    },
  )

  test('no unit of the money changes a score', () => {
    const list = orders(11, 4000, 1000)
    const before = scoresIn(measure(list, 1000, how).measures, 5)
    for (const factor of [1e-4, 1e-8, 1e4, 0.01, 100, 7.03, 1 / 7.13, 1e9]) {
      const amounts = list.amounts.map((amount) => amount * factor)
      expect(scoresIn(measure({ ...list, amounts }, 1000, how).measures, 5)).toEqual(before)
    }
  })

  test('no order of the rows changes a score', () => {
    const list = orders(13, 4000, 1000)
    const before = scoresIn(measure(list, 1000, how).measures, 5)
    const random = seeded(5)
    const places = Array.from(list.days, (_, at) => [random(), at] as const)
      .sort(([a], [b]) => a - b)
      .map(([, at]) => at)
    const turned = {
      customers: list.customers.map((_, at) => list.customers[places[at] ?? 0] ?? 0),
      days: list.days.map((_, at) => list.days[places[at] ?? 0] ?? 0),
      amounts: list.amounts.map((_, at) => list.amounts[places[at] ?? 0] ?? 0),
      unit: null,
    }
    expect(turned.days).not.toEqual(list.days)
    expect(scoresIn(measure(turned, 1000, how).measures, 5)).toEqual(before)
  })

  test('the piled-up frequencies of features.md "Ties": nobody is split, the empty class is told', () => {
    const frequencies = [
      [1, 600],
      [2, 150],
      [3, 100],
      [5, 100],
      [9, 50],
    ] as const
    const values = frequencies.flatMap(([x, times]) => Array.from({ length: times }, () => x))
    const { classes, scale } = scoresOf(alike(values), byQuantiles, 5).frequency
    // edges by hand: the 199.8th, 399.6th, 599.4th and 799.2nd of the sorted values
    expect([...scale.edges]).toEqual([1, 1, 1.4, 3].map((x) => expect.closeTo(x, 9) as number))
    expect(classes).toEqual([
      { score: 1, customers: 600, least: 1, most: 1 },
      { score: 2, customers: 0, least: NaN, most: NaN },
      { score: 3, customers: 0, least: NaN, most: NaN },
      { score: 4, customers: 250, least: 2, most: 3 },
      { score: 5, customers: 150, least: 5, most: 9 },
    ])
  })

  test('what is missing has no score and moves no edge', () => {
    const with_ = scoresOf(alike([NaN, 1, 2, NaN, 3, 4, 5]), byQuantiles, 5).monetary
    const without = scoresOf(alike([1, 2, 3, 4, 5]), byQuantiles, 5).monetary
    expect([...with_.scores]).toEqual([0, 1, 2, 0, 3, 4, 5])
    expect(with_.scale).toEqual(without.scale)
  })

  test('one customer, equal customers and nobody', () => {
    expect(scoresIn(alike([7]), 5)).toEqual([[5], [1], [1]])
    expect(scoresIn(alike([7, 7, 7]), 3)).toEqual([
      [3, 3, 3],
      [1, 1, 1],
      [1, 1, 1],
    ])
    expect(scoresIn(alike([NaN]), 4)).toEqual([[0], [0], [0]])
    expect(scoresIn(alike([]), 4)).toEqual([[], [], []])
  })
})

describe('given cut points and the rule of R', () => {
  const points = { recency: [30, 90], frequency: [2, 5], monetary: [100, 1000] }

  test('a customer at a cut point is of the class above: in recency that is the worse score', () => {
    const found = measures([0, 29, 30, 89, 90], [1, 2, 4, 5, 6], [99.99, 100, 999, 1000, 0])
    const scores = scoresOf(found, { id: 'cutPoints', points }, 3)
    expect([...scores.recency.scores]).toEqual([3, 3, 2, 2, 1])
    expect([...scores.frequency.scores]).toEqual([1, 2, 2, 3, 3])
    expect([...scores.monetary.scores]).toEqual([1, 2, 2, 3, 1])
  })

  test('what is wrong with cut points', () => {
    expect(cutPointFault([1, 2, 3], 4)).toBeNull()
    expect(cutPointFault([1, 2], 4)).toEqual({ code: 'count', levels: 4 })
    expect(cutPointFault([1, NaN, 3], 4)).toEqual({ code: 'notNumber', at: 1 })
    expect(cutPointFault([1, Infinity, 3], 4)).toEqual({ code: 'notNumber', at: 1 })
    expect(cutPointFault([1, 3, 3], 4)).toEqual({ code: 'notAscending', at: 2 })
    expect(levelsOf(points)).toBe(3)
    expect(levelsOf({ ...points, monetary: [1, 2, 3] })).toBeNull()
    expect(levelsOf({ ...points, recency: [90, 30] })).toBeNull()
    expect(levelsOf({ recency: [1], frequency: [1], monetary: [1] })).toBeNull()
  })

  test('the 1 of R makes scores depend on the unit, which is why it is not the default', () => {
    const random = seeded(3)
    const yuan = Array.from({ length: 1000 }, () => Math.exp(3 + 3 * random()))
    const scores = (factor: number, method: ScoreMethod) => [
      ...scoresOf(alike(yuan.map((x) => x * factor)), method, 5).monetary.scores,
    ]
    expect(scores(1e-4, { id: 'rPackage' })).not.toEqual(scores(1, { id: 'rPackage' }))
    expect(scores(1e-4, byQuantiles)).toEqual(scores(1, byQuantiles))
  })
})

test('levels by the size of the list: four customers a combination', () => {
  expect([0, 255, 256, 499, 500, 1e6].map(levelsFor)).toEqual([3, 3, 4, 4, 5, 5])
})
