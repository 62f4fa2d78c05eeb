import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { comparedWeights, worstJudgement } from '../../src/math/ahp.ts'
import { correlation } from '../../src/math/correlation.ts'
import { criticWeights } from '../../src/math/critic.ts'
import { deviation } from '../../src/math/deviation.ts'
import { entropyOf, entropyWeights } from '../../src/math/entropyWeights.ts'
import { sharedData } from '../unit/sharedData.ts'
import reference from '../fixtures/weights/reference.json' with { type: 'json' }

const columnsOf = (matrix: readonly (readonly number[])[]) =>
  (matrix[0] ?? []).map((_, at) => Float64Array.from(matrix, (row) => row[at] ?? NaN))

/** (x − min) ÷ (max − min); turned where less is better. */
function scaled(column: Float64Array, benefit = true): Float64Array {
  const [min, max] = [Math.min(...column), Math.max(...column)]
  return column.map((x) => (benefit ? x - min : max - x) / (max - min))
}

const close = (got: ArrayLike<number> | null, expected: readonly number[], digits: number) => {
  expect(got).toHaveLength(expected.length)
  expected.forEach((value, at) => expect(got?.[at]).toBeCloseTo(value, digits))
}

describe('pairwise comparison (AHP; numpy eig, AHPy, published by Saaty)', () => {
  test.each(reference.ahp)('$name', ({ matrix, eigen_weights, lambda_max, CI, items }) => {
    const { weights, largest, index, ratio } = comparedWeights(matrix)
    close(weights, eigen_weights, 12)
    expect(largest).toBeCloseTo(lambda_max, 12)
    expect(index).toBeCloseTo(Math.max(0, CI), 12)
    const random = Object.entries(reference.randomIndex1980).find(
      ([n]) => Number(n) === items.length,
    )
    expect(ratio).toBeCloseTo(Math.max(0, CI) / (random?.[1] ?? NaN), 12)
  })

  test('Saaty’s drinks: weights and ratio as printed', () => {
    const { matrix } = reference.ahp[0] ?? { matrix: [] }
    const { weights, ratio } = comparedWeights(matrix)
    // coffee, wine, tea, beer, soda, milk, water (Saaty 2008, table 2)
    close(weights, [0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327], 3)
    expect(ratio.toFixed(3)).toBe('0.022')
  })

  test('consistent judgements leave nothing to reconsider; a slip is found and mended', () => {
    const ratios = [8, 4, 2, 1]
    const exact = ratios.map((a) => ratios.map((b) => a / b))
    const { weights, ratio } = comparedWeights(exact)
    close(weights, [8 / 15, 4 / 15, 2 / 15, 1 / 15], 12)
    expect(ratio).toBeLessThan(1e-12)
    expect(worstJudgement(exact, weights)).toBeNull()
    // the first is said to be a ninth of the last instead of 8 times as much
    const slip = exact.map((row, i) =>
      row.map((value, j) => (i === 0 && j === 3 ? 1 / 9 : i === 3 && j === 0 ? 9 : value)),
    )
    const slipped = comparedWeights(slip)
    expect(slipped.ratio).toBeGreaterThan(0.1)
    expect(worstJudgement(slip, slipped.weights)).toMatchObject({ first: 0, second: 3 })
  })

  test('one, two and no items', () => {
    expect([...comparedWeights([[1]]).weights]).toEqual([1])
    const two = comparedWeights([
      [1, 4],
      [0.25, 1],
    ])
    close(two.weights, [0.8, 0.2], 14)
    expect(two.ratio).toBe(0)
    expect(comparedWeights([]).weights).toHaveLength(0)
  })
})

describe('entropy weights (scikit-criteria)', () => {
  test.each(reference.entropy)('$name', ({ matrix, benefit, entropy, weights }) => {
    const columns = columnsOf(matrix).map((column, at) =>
      benefit ? scaled(column, benefit[at] === 1) : column,
    )
    const found = columns.map(entropyOf)
    close(found, entropy, 12)
    close(entropyWeights(found), weights, 12)
  })

  test('missing values are left out, constants weigh nothing, nothing at all gives no weights', () => {
    const spread = entropyOf(Float64Array.of(1, NaN, 4, NaN))
    expect(spread).toBe(entropyOf(Float64Array.of(1, 4)))
    expect(entropyOf(Float64Array.of(0, 0))).toBe(1)
    expect(entropyOf(new Float64Array(0))).toBeNaN()
    expect([...(entropyWeights([spread, 1, NaN]) ?? [])]).toEqual([1, 0, 0])
    expect(entropyWeights([1, NaN])).toBeNull()
  })

  const customers = resolve(sharedData ?? '', 'customers/wholesale_customers.csv')
  const published = resolve(sharedData ?? '', 'stats/weights_reference.json')
  test.skipIf(sharedData === null || ![customers, published].every((path) => existsSync(path)))(
    '440 wholesale customers (skipped where the reference data are absent)',
    () => {
      const [head = '', ...lines] = readFileSync(customers, 'utf8').trim().split(/\r?\n/)
      const names = head.split(',')
      const rows = lines.map((line) => line.split(',').map(Number))
      const { entropy } = JSON.parse(readFileSync(published, 'utf8')) as {
        entropy: readonly {
          name: string
          columns?: string[]
          entropy: number[]
          weights: number[]
        }[]
      }
      for (const kind of ['raw', 'min-max']) {
        const expected = entropy.find(({ name }) => name === `wholesale 440x6 ${kind}`)
        const columns = (expected?.columns ?? []).map((name) => {
          const column = Float64Array.from(rows, (row) => row[names.indexOf(name)] ?? NaN)
          return kind === 'raw' ? column : scaled(column)
        })
        const found = columns.map(entropyOf)
        close(found, expected?.entropy ?? [], 11)
        close(entropyWeights(found), expected?.weights ?? [], 11)
      }
    },
  )
})

describe('CRITIC', () => {
  test('Diakoulaki, Mavrotas & Papayannakis 1995 (scikit-criteria)', () => {
    const columns = columnsOf(reference.critic.matrix).map((column) => scaled(column))
    const matrix = columns.map((a) => columns.map((b) => correlation(a, b)))
    const { weights } = criticWeights(
      columns.map((column) => deviation(column).sd),
      matrix,
    )
    close(weights, reference.critic.weights, 8)
  })

  test('a constant weighs nothing and takes nothing from the others; one alone takes all', () => {
    const r = [
      [1, 0.5, NaN],
      [0.5, 1, NaN],
      [NaN, NaN, 1],
    ]
    const { weights, conflicts } = criticWeights([0.2, 0.3, 0], r)
    close(conflicts, [0.5, 0.5, 0], 15) // 1 − r, by hand
    close(weights, [0.4, 0.6, 0], 15)
    expect([...(criticWeights([0.2, 0, NaN], r).weights ?? [])]).toEqual([1, 0, 0])
    expect(criticWeights([0, 0, 0], r).weights).toBeNull()
  })
})
