import { finish } from '../../../src/core/steps.ts'
import { compareTiers } from '../../../src/grading/compare.ts'
import { grade } from '../../../src/grading/grade.ts'
import { lint } from '../../../src/grading/lint/index.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import type { Criterion, Scheme } from '../../../src/scheme/scheme.ts'
import type { Column } from '../../../src/table/column.ts'
import { numbers, schemeWith, tableOf } from '../../fixtures/gradingTables.ts'

export const n = 100
export const series = (of: (i: number) => number) => Array.from({ length: n }, (_, i) => of(i))
export const rising = numbers(
  'x',
  series((i) => i),
)
export const scattered = numbers(
  'y',
  series((i) => (i * 37) % n),
) // a permutation, r with x near 0

export function linted(
  columns: readonly Column[],
  criteria: readonly Criterion[],
  more: Partial<Scheme> = {},
) {
  const table = tableOf(columns, n)
  const scheme: Scheme = { ...schemeWith(criteria), ...more }
  const cache = new UtilityCache()
  const graded = (of: Scheme) => grade(table, of, { overrides: new Map() }, cache)
  const result = graded(scheme)
  const tiersOf = (of: Scheme, { final }: ReturnType<typeof graded>) => ({
    tiers: of.tiers,
    tier: final,
  })
  const moved = (other: Scheme) => {
    const { up, down } = compareTiers(
      tiersOf(scheme, result),
      tiersOf(other, graded(other)),
      table.order,
    )
    return up + down
  }
  return finish(lint({ table, scheme, result, moved }))
}
export const codes = (...args: Parameters<typeof linted>) =>
  linted(...args).map(({ code, about }) => [code, about])
export const found = (code: string, ...args: Parameters<typeof linted>) =>
  linted(...args).find((issue) => issue.code === code)

export const bands = (below: number, ...list: readonly (readonly [number, number])[]) =>
  ({ id: 'bands', below, bands: list.map(([from, utility]) => ({ from, utility })) }) as const
