import { describe, expect, test } from 'vitest'
import { cellAt, cellCount, placeOf } from '../../../../src/models/rfm/cell.ts'
import { eightClasses } from '../../../../src/models/rfm/eightClasses.ts'
import { elevenSegments } from '../../../../src/models/rfm/elevenSegments.ts'
import { heatMapOf } from '../../../../src/models/rfm/heatMap.ts'
import { levelChoices } from '../../../../src/models/rfm/levels.ts'
import { lint } from '../../../../src/models/rfm/lint.ts'
import type { Measures } from '../../../../src/models/rfm/measures.ts'
import { firstRules, rescaled } from '../../../../src/models/rfm/rules.ts'
import { scoresOf } from '../../../../src/models/rfm/scores.ts'
import { eightWords, elevenWords, type SegmentRule } from '../../../../src/models/rfm/segment.ts'
import { segmentsOf } from '../../../../src/models/rfm/segments.ts'
import { segmentSummary } from '../../../../src/models/rfm/summary.ts'

type Span = readonly [low: number, high: number]
const rule = (text: string, r: Span, f: Span, m: Span): SegmentRule => ({
  name: { text },
  recency: { low: r[0], high: r[1] },
  frequency: { low: f[0], high: f[1] },
  monetary: { low: m[0], high: m[1] },
})
const all: Span = [1, 5]

const measures = (rows: readonly (readonly [number, number, number])[]): Measures => {
  const monetary = Float64Array.from(rows, ([, , m]) => m)
  return {
    recency: Float64Array.from(rows, ([r]) => r),
    frequency: Float64Array.from(rows, ([, f]) => f),
    monetary,
    totals: monetary,
  }
}

test.each(levelChoices)('combinations and their places, %i levels', (levels) => {
  const places = Array.from({ length: cellCount(levels) }, (_, place) => place)
  expect(
    places.map((place) => {
      const { recency, frequency, monetary } = cellAt(place, levels)
      return placeOf(recency, frequency, monetary, levels)
    }),
  ).toEqual(places)
  expect(cellAt(places.length - 1, levels)).toEqual({
    recency: levels,
    frequency: levels,
    monetary: levels,
  })
})

describe('the eleven segments', () => {
  test.each([
    [5, 11],
    [4, 11],
    [3, 9],
  ] as const)('with %i levels: each combination belongs to exactly one of %i', (levels, count) => {
    const rules = elevenSegments(levels)
    expect(rules.length).toBe(count)
    expect(lint(rules, levels)).toEqual({
      cells: levels ** 3,
      taken: levels ** 3,
      shared: 0,
      findings: [],
    })
    const first = firstRules(rules, levels)
    expect(new Set(first).size).toBe(count)
    expect(firstRules([...rules].reverse(), levels).map((at) => count - 1 - at)).toEqual(first)
  })

  test.each(levelChoices)('the best are champions, the worst lost, %i levels', (levels) => {
    const rules = elevenSegments(levels)
    const first = firstRules(rules, levels)
    const nameOf = (r: number, f: number, m: number) =>
      rules[first[placeOf(r, f, m, levels)] ?? -1]?.name
    expect(nameOf(levels, levels, levels)).toEqual({ word: 'segment.champions' })
    expect(nameOf(1, 1, 1)).toEqual({ word: 'segment.lost' })
    expect(nameOf(1, levels, levels)).toEqual({ word: 'segment.cannotLose' })
    expect(nameOf(levels, 1, 1)).toEqual({ word: 'segment.new' })
    expect(nameOf(1, levels, 1)).toEqual({ word: 'segment.atRisk' })
  })

  test('are all used by the words that there are', () => {
    const words = elevenSegments(5).map(({ name }) => ('word' in name ? name.word : ''))
    expect(words).toEqual(elevenWords)
  })
})

describe('the eight classes', () => {
  test('each combination of high and low has the name of the specification', () => {
    // spec/grading.md §7; recency 0 or 10 days, mean 5: high is fewer
    const bits = ['111', '101', '011', '001', '110', '100', '010', '000']
    const rows = bits.map((b) => [b[0] === '1' ? 0 : 10, Number(b[1]), Number(b[2])] as const)
    const { codes, means } = eightClasses(measures(rows))
    expect([...codes]).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(means).toEqual({ recency: 5, frequency: 0.5, monetary: 0.5 })
    expect(eightWords.map((word) => word.slice(8))).toEqual([
      'keyValue',
      'keyDevelop',
      'keyKeep',
      'keyWinBack',
      'plainValue',
      'plainDevelop',
      'plainKeep',
      'plainWinBack',
    ])
  })

  test('who is at the mean is not above it, though the sum of ten 0.1 is not 1', () => {
    const rows = Array.from({ length: 10 }, () => [0.1, 0.1, 0.1] as const)
    expect(new Set(eightClasses(measures(rows)).codes)).toEqual(new Set([8]))
  })

  test('who lacks a measure has no class and moves no mean', () => {
    const { codes, means } = eightClasses(
      measures([
        [1, 9, 9],
        [3, 1, 1],
        [999, 999, NaN],
      ]),
    )
    expect([...codes]).toEqual([1, 8, 0])
    expect(means).toEqual({ recency: 2, frequency: 5, monetary: 5 })
  })
})

describe('own rules', () => {
  test('the first that takes a customer wins, the rest are others, without a score there is none', () => {
    const found = measures([
      [1, 5, 5],
      [2, 4, 4],
      [3, 3, 3],
      [4, 2, 2],
      [5, 1, 1],
      [NaN, NaN, NaN],
    ])
    const scores = scoresOf(found, { id: 'quantile' }, 5)
    const rules = [
      rule('a', [5, 5], all, all),
      rule('b', [4, 5], all, all),
      rule('a ', all, [1, 1], all),
    ]
    const { names, codes } = segmentsOf(found, scores, { id: 'own', levels: 5, rules })
    expect(names).toEqual([{ text: 'a' }, { text: 'b' }, { word: 'segment.others' }])
    expect([...codes]).toEqual([1, 2, 3, 3, 1, 0])
  })

  test('a name of hostile text is only a name', () => {
    const found = measures([[1, 1, 1]])
    const scores = scoresOf(found, { id: 'quantile' }, 3)
    const rules = [
      rule('__proto__', [1, 3], [1, 3], [1, 3]),
      rule('constructor', [1, 3], [1, 3], [1, 3]),
    ]
    const { names, codes } = segmentsOf(found, scores, { id: 'own', levels: 3, rules })
    expect(names.map((name) => ('text' in name ? name.text : ''))).toEqual([
      '__proto__',
      'constructor',
      '',
    ])
    expect([...codes]).toEqual([1])
  })

  test('a summary has every segment, one without customers too', () => {
    const found = measures([
      [1, 5, 500],
      [2, 4, 300],
      [4, 2, 100],
      [NaN, NaN, NaN],
    ])
    const scores = scoresOf(found, { id: 'quantile' }, 3)
    const rules = [rule('top', [3, 3], [3, 3], [3, 3]), rule('never', [1, 1], [3, 3], [3, 3])]
    const summary = segmentSummary(
      found,
      segmentsOf(found, scores, { id: 'own', levels: 3, rules }),
    )
    expect(summary).toEqual([
      {
        name: { text: 'top' },
        customers: 1,
        share: 1 / 3,
        orders: 5,
        revenue: 500,
        averageOrder: 100,
        recency: 1,
      },
      {
        name: { text: 'never' },
        customers: 0,
        share: 0,
        orders: 0,
        revenue: 0,
        averageOrder: NaN,
        recency: NaN,
      },
      {
        name: { word: 'segment.others' },
        customers: 2,
        share: 2 / 3,
        orders: 6,
        revenue: 400,
        averageOrder: 400 / 6,
        recency: 3,
      },
    ])
  })
})

describe('rules for another number of levels', () => {
  test('borders move to the nearest; 5 → 3 by hand: 1|2 → 1, 2|3 → 1, 3|4 → 2, 4|5 → 2', () => {
    const rules = [
      rule('low', [1, 2], all, all),
      rule('middle', [3, 3], all, all),
      rule('high', [4, 5], all, all),
    ]
    expect(rescaled(rules, 5, 3).map(({ name, recency }) => [name, recency])).toEqual([
      [{ text: 'low' }, { low: 1, high: 1 }],
      [{ text: 'middle' }, { low: 2, high: 2 }],
      [{ text: 'high' }, { low: 3, high: 3 }],
    ])
    const thin = rescaled([rule('two', [2, 2], all, all)], 5, 3)
    expect(thin).toEqual([])
  })

  test.each(levelChoices)('a list without gap and overlap stays one, from %i', (from) => {
    for (const to of levelChoices) {
      const found = lint(rescaled(elevenSegments(from), from, to), to)
      expect([found.taken, found.shared]).toEqual([to ** 3, 0])
    }
  })
})

describe('the linter', () => {
  const codes = (rules: readonly SegmentRule[]) => lint(rules, 5).findings.map(({ code }) => code)

  test('an empty list leaves everything to the others', () => {
    expect(lint([], 5)).toEqual({
      cells: 125,
      taken: 0,
      shared: 0,
      findings: [
        { code: 'none' },
        { code: 'gaps', cells: 125, example: { recency: 1, frequency: 1, monetary: 1 } },
      ],
    })
  })

  test('gaps with an example, overlaps with who wins', () => {
    const found = lint([rule('a', [3, 5], all, all), rule('b', [2, 3], all, [4, 5])], 5)
    // by hand: a takes 75, b takes 2·5·2 = 20, of which R = 3 (10) are shared
    expect(found).toEqual({
      cells: 125,
      taken: 85,
      shared: 10,
      findings: [
        { code: 'gaps', cells: 40, example: { recency: 1, frequency: 1, monetary: 1 } },
        {
          code: 'overlap',
          rules: [0, 1],
          cells: 10,
          example: { recency: 3, frequency: 1, monetary: 4 },
        },
      ],
    })
  })

  test('a rule that never comes first, and which ones stand before it', () => {
    const rules = [
      rule('a', [1, 2], all, all),
      rule('b', [3, 5], all, all),
      rule('c', [2, 3], [5, 5], all),
    ]
    expect(lint(rules, 5).findings).toContainEqual({ code: 'unreachable', rule: 2, behind: [0, 1] })
    const turned = [rules[2], rules[0], rules[1]] as SegmentRule[]
    expect(codes(turned)).toEqual(['overlap', 'overlap'])
  })

  test('intervals outside the scores or the wrong way round; such a rule is not also called unreachable', () => {
    const whole = rule('all', all, all, all)
    expect(lint([rule('x', [0, 5], all, all)], 5).findings).toContainEqual({
      code: 'outside',
      rule: 0,
      measure: 'recency',
    })
    expect(lint([whole, rule('x', all, [6, 7], all)], 5).findings).toEqual([
      { code: 'outside', rule: 1, measure: 'frequency' },
    ])
    expect(lint([whole, rule('x', all, all, [4, 2])], 5).findings).toEqual([
      { code: 'reversed', rule: 1, measure: 'monetary' },
    ])
  })

  test('names that are blank or stand twice', () => {
    const rules = [
      rule('a', [1, 2], all, all),
      rule(' ', [3, 4], all, all),
      rule(' a', [5, 5], all, all),
    ]
    expect(lint(rules, 5).findings).toEqual([
      { code: 'noName', rule: 1 },
      { code: 'sameName', rules: [0, 2] },
    ])
  })
})

test('the heat map counts customers and money by recency and frequency', () => {
  const found = measures([
    [1, 9, 10],
    [1, 9, 30],
    [9, 1, 5],
    [5, 5, NaN],
  ])
  const points = { recency: [4, 8], frequency: [4, 8], monetary: [10, 20] }
  const scores = scoresOf(found, { id: 'cutPoints', points }, 3)
  const { levels, customers, totals, averages } = heatMapOf(found, scores)
  expect(levels).toBe(3)
  // places: (r − 1)·3 + f − 1; 11 → 0, 22 → 4, 33 → 8
  expect([...customers]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 2])
  expect([...totals]).toEqual([5, 0, 0, 0, 0, 0, 0, 0, 40])
  expect([averages[0], averages[4], averages[8]]).toEqual([5, NaN, 20])
})
