import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Prepare, Scoring } from '../../src/scheme/scheme.ts'
import { utilitiesOf } from '../../src/grading/utilities.ts'
import { criterion, numbers, tableOf } from '../fixtures/gradingTables.ts'

/** Quantile types of R 4.2.2 and of simple-statistics; lists as their manifest names them. */
const data = resolve(import.meta.dirname, '../../../shared/data')
const breaks = resolve(data, 'stats/breaks_reference.json')
const cases = resolve(data, 'stats/ckmeans_cases.json')
const customers = resolve(data, 'customers/wholesale_customers.csv')
const isThere = [breaks, cases, customers].every(existsSync)

interface Breaks {
  readonly breaks: readonly { name: string; k: number; quantile: readonly number[] }[]
  readonly quantiles: readonly {
    name: string
    quantile_types: { type7: readonly number[] }
    probs: readonly number[]
  }[]
}
interface Cases {
  readonly quantile_type7: readonly {
    x: readonly number[]
    p: readonly number[]
    q: readonly number[]
  }[]
}
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

function wholesale(column: string): readonly number[] {
  const [header = '', ...lines] = readFileSync(customers, 'utf8').trim().split(/\r?\n/)
  const at = header.split(',').indexOf(column)
  return lines.map((line) => Number(line.split(',')[at]))
}

function scored(values: readonly number[], scoring: Scoring, prepare: Prepare | null = null) {
  const table = tableOf([numbers('x', values)], values.length)
  return utilitiesOf(criterion('x', { scoring, prepare }), table, '2026-11-21')
}

describe.skipIf(!isThere)('against published statistics (skipped where they are absent)', () => {
  test('edges of classes are the quantile breaks of R classInt', () => {
    const { breaks: all } = read(breaks) as Breaks
    const mine = all.filter(({ name }) => name.startsWith('wholesale '))
    expect(mine.length).toBeGreaterThan(3)
    for (const { name, k, quantile } of mine) {
      const values = wholesale(name.slice('wholesale '.length))
      const { parameters: edges } = scored(values, { id: 'quantileBins', classes: k })
      quantile.slice(1, -1).forEach((edge, i) => {
        expect(edges[i]).toBeCloseTo(edge, 8)
      })
      expect(edges).toHaveLength(k - 1)
    }
  })

  test('edges are type 7 of R, none of its eight other types', () => {
    const { quantiles } = read(breaks) as Breaks
    const fresh = quantiles.find(({ name }) => name === 'wholesale Fresh')
    const edges = scored(wholesale('Fresh'), { id: 'quantileBins', classes: 20 }).parameters
    expect(fresh?.probs).toHaveLength(10)
    fresh?.probs.forEach((p, i) => {
      expect(edges[Math.round(p * 20) - 1]).toBeCloseTo(fresh.quantile_types.type7[i] ?? NaN, 8)
    })
  })

  test('bounds of extremes are the same quantiles', () => {
    const { quantile_type7: all } = read(cases) as Cases
    let compared = 0
    for (const { x, p, q } of all) {
      if (p.length < 2) continue
      const winsorise = [p[0] ?? 0, p.at(-1) ?? 1] as const
      const { bounds } = scored(x, { id: 'zscore' }, { winsorise, log: false })
      expect(bounds?.[0]).toBeCloseTo(q[0] ?? NaN, 8)
      expect(bounds?.[1]).toBeCloseTo(q.at(-1) ?? NaN, 8)
      compared++
    }
    expect(compared).toBeGreaterThan(2)
  })
})
