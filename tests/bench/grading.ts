import { seeded } from '../../src/core/random.ts'
import { grade } from '../../src/grading/grade.ts'
import type { GradeResult } from '../../src/grading/result.ts'
import { createScratch } from '../../src/grading/scratch.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import { createRoom } from '../../src/math/kernels/room.ts'
import type { Criterion, Scheme, Tiering } from '../../src/scheme/scheme.ts'
import { quota } from '../../src/scheme/tiering/quota.ts'
import type { NumberColumn } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import type { Case } from './measure.ts'

export const criteria = 10
const cutoffs = { id: 'cutoffs', cutoffs: [60, 50, 40] } as const
const shares = { id: 'quota', cumulative: [1000, 3000, 6000, 10_000] } as const

/** Ten columns of numbers; `gaps` of the values of each are missing. */
export function numbers(rows: number, gaps = 0): Table {
  const random = seeded(3)
  return {
    id: 'customers',
    rowCount: rows,
    order: Uint32Array.from({ length: rows }, (_, row) => row),
    key: null,
    columns: Array.from({ length: criteria }, (_, index): NumberColumn => ({
      id: `c${index}`,
      name: `c${index}`,
      group: null,
      role: 'measure',
      reading: 'number',
      unit: null,
      revision: 1,
      originals: null,
      marks: null,
      type: 'number',
      values: Float64Array.from({ length: rows }, () =>
        gaps > 0 && random() < gaps ? NaN : random() * 1000,
      ),
    })),
  }
}

export function schemeOver(table: Table, tiering: Tiering, first = 1): Scheme {
  return {
    format: 1,
    name: 'bench',
    template: null,
    asOf: '2026-11-21',
    criteria: table.columns.map((column, index): Criterion => ({
      id: `k${index}`,
      column: column.id,
      name: column.name,
      enabled: true,
      weight: index === 0 ? first : index + 1,
      direction: 'higher',
      scoring: { id: 'linear', worst: null, best: null },
      missing: { id: 'reweight' },
    })),
    aggregation: { id: 'weightedSum' },
    tiers: ['A', 'B', 'C', 'D'].map((name) => ({ id: name, name, label: name })),
    tiering,
    valueColumn: 'c0',
  }
}

/** A grade again and again with one weight moved each time; the yardstick is to read the ten columns of utilities once. */
const grading =
  (rows: number, what: 'regrade' | 'drag', gaps: number, tiering: Tiering, goal: number | null) =>
  (): Case => {
    const table = numbers(rows, gaps)
    const cache = new UtilityCache()
    const scratch = createScratch()
    let turn = 0
    const run = () => {
      const scheme = schemeOver(table, tiering, 1 + (turn++ % 50))
      const moving = what === 'drag' ? 'k0' : null
      return grade(table, scheme, { overrides: new Map(), moving }, cache, scratch)
    }
    const columns = run().utilities.map(({ values }) => values)
    const names = [gaps > 0 ? `${gaps * 100} % missing` : 'none missing', tiering.id]
    return {
      name: `grade: ${what}, ${names.join(', ')}`,
      rows,
      goal,
      rounds: what === 'drag' ? 101 : 25, // a drag is many frames, and the first ones are of code that is not compiled yet
      yardstick: 'SIMD read of the ten columns',
      run,
      against: () => columns.reduce((sum, column) => sum + scratch.room.kernels.sum(column), 0),
      check: (result) => faultOf(table, schemeOver(table, tiering, turn), result as GradeResult),
    }
  }

/** Beside the definition itself, customer by customer. */
function faultOf(
  table: Table,
  scheme: Scheme,
  { score, final, totals }: GradeResult,
): string | null {
  const ranges = table.columns.map((column) => {
    const { values } = column as NumberColumn
    const known = values.filter((x) => x === x)
    const worst = known.reduce((a, b) => Math.min(a, b))
    return { values, worst, span: known.reduce((a, b) => Math.max(a, b)) - worst }
  })
  const counts = scheme.tiers.map(() => 0)
  for (let row = 0; row < score.length; row++) {
    let [points, weights] = [0, 0]
    ranges.forEach(({ values, worst, span }, at) => {
      const x = values[row] as number
      const weight = scheme.criteria[at]?.weight ?? 0
      if (x === x) {
        points += (weight * (x - worst)) / span
        weights += weight
      }
    })
    const wanted = (100 * points) / weights
    const s = score[row] as number
    if (!(Math.abs(s - wanted) < 1e-8) && weights > 0) return `row ${row} has ${s}, not ${wanted}`
    const tier = final[row] as number
    if (tier < counts.length) counts[tier] = (counts[tier] ?? 0) + 1
    if (scheme.tiering.id !== 'cutoffs' || !(weights > 0)) continue
    const first = scheme.tiering.cutoffs.findIndex((cutoff) => cutoff <= wanted)
    const near = scheme.tiering.cutoffs.some((cutoff) => Math.abs(cutoff - wanted) < 1e-8)
    if (!near && tier !== (first < 0 ? 3 : first)) return `row ${row} is in tier ${tier}`
  }
  const same = totals.tiers.every(({ count }, at) => count === counts[at])
  const all = totals.histogram.reduce((sum, count) => sum + count, 0)
  if (!same || all !== totals.graded) return 'the totals are not those of the customers'
  const a = Math.ceil(totals.graded / 10)
  return scheme.tiering.id === 'quota' && counts[0] !== a ? `${counts[0]} are in A, not ${a}` : null
}

function scores(rows: number): Float64Array {
  const random = seeded(3)
  return Float64Array.from({ length: rows }, () => Math.floor(random() * 1e11) / 1e9)
}

const quotaLines = (rows: number, goal: number) => (): Case => {
  const given = scores(rows)
  const score = createRoom({ rows, columns: 0, floats: 1, bytes: 0 }).floats()
  score.set(given)
  const sorted = given.slice().sort()
  return {
    name: 'quota: cut-offs',
    rows,
    goal,
    rounds: 15,
    yardstick: 'Float64Array.sort',
    run: () =>
      quota.lines(shares, { score, tiers: 4, column: () => null, axis: () => null }).cutoffs,
    against: () => given.slice().sort(),
    check: (result) =>
      [0.1, 0.3, 0.6].every(
        (share, at) => (result as Float64Array)[at] === sorted[rows - Math.ceil(rows * share)],
      )
        ? null
        : 'not the exact cut-offs',
  }
}

/** Nothing here needs more than a browser has. `drag`: Chromium takes longer over the same loops. */
export const gradeCasesWith = (drag: number) =>
  [
    { of: 'grade', make: grading(100_000, 'regrade', 0, cutoffs, null) },
    { of: 'grade', make: grading(1_000_000, 'regrade', 0, cutoffs, 3) },
    { of: 'grade', make: grading(1_000_000, 'regrade', 0.1, cutoffs, 4) },
    { of: 'grade', make: grading(1_000_000, 'drag', 0, cutoffs, drag) },
    { of: 'grade', make: grading(1_000_000, 'drag', 0, shares, 1.8) },
    { of: 'quota', make: quotaLines(1_000_000, 1 / 40) },
  ] as const

export const gradeCases = gradeCasesWith(1.2)
