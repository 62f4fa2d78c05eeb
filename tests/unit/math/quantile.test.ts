import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { median } from '../../../src/math/median.ts'
import { quantile, quantileSorted } from '../../../src/math/quantile.ts'
import { selectMany } from '../../../src/math/select.ts'
import { seeded } from '../../../src/core/random.ts'

const stats = resolve(import.meta.dirname, '../../../../shared/data/stats/breaks_reference.json')
const customers = resolve(
  import.meta.dirname,
  '../../../../shared/data/customers/wholesale_customers.csv',
)

interface Breaks {
  readonly breaks: readonly { name: string; k: number; quantile: readonly number[] }[]
}

function wholesale(column: string): Float64Array {
  const [header = '', ...lines] = readFileSync(customers, 'utf8').trim().split(/\r?\n/)
  const at = header.split(',').indexOf(column)
  return Float64Array.from(lines, (line) => Number(line.split(',')[at]))
}

describe('quantile', () => {
  test('uses the R-7 method (hand calculation: 1, 2, 4, 8 at 0.4 is 2 + 0.2·2)', () => {
    expect(quantile(Float64Array.of(8, 1, NaN, 4, 2), 0.4)).toBeCloseTo(2.4, 12)
  })

  test('of nothing is missing, of one value is that value', () => {
    expect(quantile(Float64Array.of(NaN), 0.5)).toBeNaN()
    expect(quantile(Float64Array.of(7), 0.9)).toBe(7)
  })

  test('at 0 and 1 is the least and the greatest', () => {
    const values = Float64Array.of(3, -1e15, 1e15)
    expect([quantile(values, 0), quantile(values, 1)]).toEqual([-1e15, 1e15])
  })

  test.skipIf(!existsSync(stats) || !existsSync(customers))(
    'equals the quantile breaks of R classInt on the wholesale list',
    () => {
      const { breaks } = JSON.parse(readFileSync(stats, 'utf8')) as Breaks
      const cases = breaks.filter(({ name }) => name.startsWith('wholesale '))
      expect(cases.length).toBeGreaterThan(3)
      for (const { name, k, quantile: edges } of cases) {
        const values = wholesale(name.slice('wholesale '.length))
        const sorted = values.slice().sort()
        edges.forEach((edge, i) => {
          expect(quantile(values, i / k)).toBeCloseTo(edge, 8)
          expect(quantileSorted(sorted, i / k)).toBeCloseTo(edge, 8)
        })
      }
    },
  )
})

describe('select', () => {
  test('equals a full sort on even, tied and heavy-tailed values', () => {
    const random = seeded(7)
    const shapes: (() => number)[] = [
      () => random(),
      () => Math.floor(random() * 5),
      () => Math.exp(random() * 60) * (random() < 0.5 ? -1 : 1),
      () => 42,
    ]
    for (const shape of shapes) {
      const values = Float64Array.from({ length: 20_000 }, shape)
      const sorted = values.slice().sort()
      const ks = [0, 1, 5000, 5000, 10_000, 19_999]
      expect(selectMany(values, ks)).toEqual(ks.map((k) => sorted[k]))
    }
  })

  test('has nothing beyond the ends', () => {
    expect(selectMany(Float64Array.of(1, 2), [-1, 2])).toEqual([NaN, NaN])
  })
})

test('the median of an even number of values is the mean of the two middle ones', () => {
  expect(median(Float64Array.of(9, 1, 3, NaN, 4))).toBe(3.5)
  expect(median(new Float64Array(0))).toBeNaN()
})
