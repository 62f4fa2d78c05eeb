import { seeded } from '../../src/core/random.ts'
import { grade } from '../../src/grading/grade.ts'
import { UtilityCache } from '../../src/grading/utilityCache.ts'
import type {
  CriteriaGroup,
  Criterion,
  MissingPolicy,
  Scheme,
  Tiering,
} from '../../src/scheme/scheme.ts'
import type { Table } from '../../src/table/table.ts'
import { categories, criterion, numbers, tableOf } from '../fixtures/gradingTables.ts'

const noOverrides = { overrides: new Map() }
export const run = (table: Table, scheme: Scheme) =>
  grade(table, scheme, noOverrides, new UtilityCache())

const policies: readonly MissingPolicy[] = [
  { id: 'reweight' },
  { id: 'fixed', utility: 0.3 },
  { id: 'median' },
  { id: 'ungraded' },
]

/** Lists with ties, gaps and a long tail; a tenth of the cells missing. */
function sample(seed: number, rows: number): { table: Table; criteria: Criterion[] } {
  const random = seeded(seed)
  const fill = (make: () => number) =>
    Array.from({ length: rows }, () => (random() < 0.1 ? NaN : make()))
  const words = Array.from(
    { length: rows },
    () => ['', 'A', 'B', 'C'][Math.floor(random() * 4)] ?? '',
  )
  const columns = [
    numbers(
      'money',
      fill(() => Math.round(Math.exp(random() * 12) * 100) / 100),
    ),
    numbers(
      'count',
      fill(() => Math.floor(random() * 6)),
    ),
    numbers(
      'days',
      fill(() => Math.floor(random() * 400)),
    ),
    categories('kind', words),
  ]
  const policy = (at: number) => policies[(seed + at) % policies.length] as MissingPolicy
  return {
    table: tableOf(columns, rows),
    criteria: [
      criterion('money', { weight: 40, scoring: { id: 'percentile' }, missing: policy(0) }),
      criterion('count', { weight: 30, missing: policy(1) }),
      criterion('days', { weight: 20, direction: 'lower', missing: policy(2) }),
      criterion('kind', {
        weight: 10,
        scoring: {
          id: 'lookup',
          points: [
            { category: 'A', utility: 1 },
            { category: 'B', utility: 0.5 },
          ],
          other: 0,
        },
        missing: policy(3),
      }),
    ],
  }
}
export const samples = [1, 2, 3, 4].flatMap((seed) => [1, 2, 57].map((rows) => sample(seed, rows)))
export const kinds: readonly Tiering[] = [
  { id: 'cutoffs', cutoffs: [60, 40] },
  { id: 'quota', cumulative: [2000, 5000, 10_000] },
  { id: 'topN', cumulative: [3, 20] },
  { id: 'valueShare', column: 'money', cumulative: [8000, 9500, 10_000] },
  { id: 'naturalBreaks' },
  {
    id: 'matrix',
    axes: [
      { of: 'group', group: 'g1', cutoffs: [60, 30] },
      { of: 'column', column: 'days', better: 'lower', cutoffs: [100, 250] },
    ],
    cells: [
      [0, 0, 1],
      [0, 1, 1],
      [1, 2, 2],
    ],
  },
]
export const twoGroups: readonly CriteriaGroup[] = [
  { id: 'g1', name: '贡献', weight: 60, cap: null },
  { id: 'g2', name: '行为', weight: 40, cap: null },
]
