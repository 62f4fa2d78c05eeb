import { describe, expect, test } from 'vitest'
import { number, text } from '../../../src/expression/expression.ts'
import type { AggregationPart, Term } from '../../../src/scheme/aggregation/aggregation.ts'
import { gradedScore } from '../../../src/scheme/aggregation/graded.ts'
import { aggregations } from '../../../src/scheme/aggregation/index.ts'
import type { AggregationId } from '../../../src/scheme/scheme.ts'
import { evaluate } from '../../contracts/evaluate.ts'
import { only } from '../../contracts/only.ts'

/** One customer by hand (spec/grading.md §3 and §6): utilities 1, 0.5, 0 and shares 0.5, 0.3, 0.2. */
const terms = (...utilities: number[]): readonly Term[] =>
  utilities.map((u, at) => ({
    utilities: Float64Array.of(u),
    present: Uint8Array.of(1),
    weight: [5, 3, 2][at] ?? 0,
    group: 0,
    groupWeight: 1,
    required: false,
  }))
const part = (id: AggregationId) => aggregations.get(id)
const scoreOf = (one: AggregationPart, list: readonly Term[]) => {
  const score = new Float64Array(1)
  one.score(list, score)
  return score[0] as number
}
const close = (list: ArrayLike<number>, expected: readonly number[]) => {
  expect(list).toHaveLength(expected.length)
  expected.forEach((each, at) => expect(list[at]).toBeCloseTo(each, 9))
}

describe('the weighted sum', () => {
  test('100·(0.5·1 + 0.3·0.5) = 65: 50 and 15 of 50, 30 and 20 points', () => {
    const one = part('weightedSum')
    const list = terms(1, 0.5, 0)
    expect(scoreOf(one, list)).toBeCloseTo(65, 12)
    close(one.points(list, 0, 65), [50, 15, 0])
    close(one.possible(one.shares(list, 0)), [50, 30, 20])
  })
})

describe('the weighted product', () => {
  const one = part('weightedProduct')

  test('100·0.5^0.3·0.01^0.2: a utility of 0 counts as 0.01, what is missing from 100 goes by logarithms', () => {
    const list = terms(1, 0.5, 0)
    const score = 100 * 0.5 ** 0.3 * 0.01 ** 0.2
    expect(scoreOf(one, list)).toBeCloseTo(score, 9)
    const [half, none] = [0.3 * Math.log(2), 0.2 * Math.log(100)]
    const lost = (each: number) => (-(100 - score) * each) / (half + none)
    close(one.points(list, 0, score), [0, lost(half), lost(none)])
    close(one.possible(one.shares(list, 0)), [0, 0, 0])
  })

  test('nothing is lost where all is best', () => {
    const list = terms(1, 1, 1)
    expect(scoreOf(one, list)).toBe(100)
    expect([...one.points(list, 0, 100)]).toEqual([0, 0, 0])
  })
})

describe('TOPSIS', () => {
  const one = part('topsis')

  test('d⁺ = √(0.15² + 0.2²) = 0.25, d⁻ = √(0.5² + 0.15²): points by squares', () => {
    const list = terms(1, 0.5, 0)
    const down = Math.sqrt(0.2725)
    const score = (100 * down) / (0.25 + down)
    expect(scoreOf(one, list)).toBeCloseTo(score, 9)
    close(one.points(list, 0, score), [(score * 0.25) / 0.2725, (score * 0.0225) / 0.2725, 0])
    close(one.possible(one.shares(list, 0)), [2500 / 38, 900 / 38, 400 / 38])
  })

  test('nobody gives points where all is worst, nor where nothing counts', () => {
    const list = terms(0, 0, 0)
    expect(scoreOf(one, list)).toBe(0)
    expect([...one.points(list, 0, 0)]).toEqual([0, 0, 0])
    expect([...one.possible(Float64Array.of(0, 0))]).toEqual([0, 0])
  })

  test('gives no score to whoever lacks what is required', () => {
    const [first, ...others] = terms(NaN, 0.5, 0)
    expect(scoreOf(one, [{ ...(first as Term), required: true }, ...others])).toBeNaN()
    expect(scoreOf(one, [first as Term, ...others])).toBeGreaterThan(0)
  })
})

describe.each(aggregations.all)('$id', (one) => {
  test('what is left out has no share and gives nothing; the others share its weight', () => {
    const list = terms(NaN, 0.5, 0)
    close(one.shares(list, 0), [0, 0.6, 0.4])
    expect(one.points(list, 0, scoreOf(one, list))[0]).toBe(0)
  })

  test('a criterion that is not there has no points in the workbook either', () => {
    expect(evaluate(one.workbookPoints([], 0, number(50)), only({}))).toBe(0)
  })
})

test('without any criterion the cell of the score is an empty text', () => {
  expect(gradedScore([], number(0), null)).toEqual(text(''))
})
