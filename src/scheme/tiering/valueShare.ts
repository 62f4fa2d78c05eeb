import type { Issue } from '../../core/issue.ts'
import {
  add,
  choose,
  compare,
  divide,
  type Expression,
  isMissing,
  multiply,
  number,
  reference,
} from '../../expression/expression.ts'
import { sortWithOrder } from '../../math/sortOrder.ts'
import type { Column } from '../../table/column.ts'
import type { Tiering } from '../scheme.ts'
import { doubtsOfRising, sharesWith, sharesWithout, tidiedShares, whole } from './cumulative.ts'
import type { Lines, TieringPart } from './tiering.ts'

type ValueShare = Extract<Tiering, { id: 'valueShare' }>

/** A formula that looks through all rows for each row: live only up to so many (spec §8). */
export const mostLiveRows = 2000
const billion = 1e9

/**
 * ABC: by a column of values, the first tier whose cumulative share exceeds the share held by customers with strictly
 * higher values. That share is snapped to a billionth like every score, so that the order of summing never decides.
 * Values ≤ 0 or missing count as 0 and are in the last tier; so is everybody where the total is 0.
 */
export const valueShare: TieringPart<ValueShare> = {
  id: 'valueShare',
  field: { name: 'cumulative', of: 'share', column: true },
  measure: 'value',
  within: {
    above: 'value',
    reached: compare(
      '>',
      multiply(reference('given'), number(billion / whole)),
      reference('above'),
    ),
  },
  live: true,

  /** 80 95 100 % for three tiers, the custom of ABC analysis. */
  defaults: (tiers) => ({
    id: 'valueShare',
    column: null,
    cumulative: tiers === 3 ? [8000, 9500, whole] : sharesFromTop(tiers),
  }),

  tidied({ column, cumulative: list }, tiers) {
    const cumulative = tidiedShares(list, tiers)
    return cumulative && { id: 'valueShare', column, cumulative }
  },

  lines({ column: id, cumulative }, { score, tiers, column: find }): Lines {
    const column = find(id)
    const measure = score.map((s) => (s === s ? 0 : NaN))
    const cutoffs = new Float64Array(tiers - 1).fill(Infinity)
    if (column?.type !== 'number') {
      const missing = { code: 'tiering.valueColumnMissing', level: 'error', detail: {} } as const
      return { measure, cutoffs, issues: [missing] }
    }
    const { order, values } = sorted(column)
    let total = 0
    let counted = 0
    for (let at = order.length - 1; at >= 0; at--) {
      const row = order[at] as number
      const value = values[at] as number
      if (!(value > 0)) break
      if (Number.isNaN(score[row])) continue
      measure[row] = value
      total += value
      counted++
    }
    if (total > 0) fillCutoffs(measure, sorted(column), total, cumulative, cutoffs)
    return { measure, cutoffs, issues: issuesOf(column, measure, counted) }
  },

  withoutTier: (tiering, at) => ({ ...tiering, cumulative: sharesWithout(tiering.cumulative, at) }),
  withTier: (tiering) => ({ ...tiering, cumulative: sharesWith(tiering.cumulative) }),
  given: (tiering) => tiering.cumulative.slice(0, -1),
  doubts: (tiering) => doubtsOfRising(tiering.cumulative),

  workbook({ column }, rows) {
    if (rows > mostLiveRows) return { kind: 'fixed' }
    const above = (x: Expression): Expression => ({
      kind: 'sumAbove',
      values: 'values',
      among: 'scores',
      x,
    })
    const x = choose(isMissing(reference('x'), 'number'), number(0), {
      kind: 'max',
      of: [reference('x'), number(0)],
    })
    const total = above(number(0))
    const share = billionths(divide(above(x), total))
    const held = choose(compare('=', total, number(0)), number(billion), share)
    const reached = compare('>', multiply(reference('given'), number(billion / whole)), held)
    return { kind: 'rows', column, reached }
  },

  sql({ cumulative }, at) {
    const total = reference('valueTotal')
    const reached = compare(
      '>',
      number((cumulative[at] ?? whole) * (billion / whole)),
      billionths(divide(reference('valueAbove'), total)),
    )
    return { kind: 'and', of: [compare('>', total, number(0)), reached] }
  },
}

/** A share snapped to a billionth, in billionths. */
const billionths = (share: Expression): Expression => ({
  kind: 'floor',
  of: add(multiply(share, number(billion)), number(0.5)),
})

/** The best tier holds most of the value, each further one half of what is left: 80 90 95 100 %. */
function sharesFromTop(tiers: number): number[] {
  return Array.from({ length: tiers }, (_, at) =>
    at === tiers - 1 ? whole : whole - Math.round(2000 / 2 ** at),
  )
}

const known = new WeakMap<Float64Array, ReturnType<typeof sortWithOrder>>()

/** Kept per column of values: a dragged weight asks again and again. */
function sorted(column: Extract<Column, { type: 'number' }>) {
  const found = known.get(column.values) ?? sortWithOrder(column.values)
  known.set(column.values, found)
  return found
}

/** The smallest value that still reaches each tier; from the largest down, equal values together. */
function fillCutoffs(
  measure: Float64Array,
  { order, values }: ReturnType<typeof sortWithOrder>,
  total: number,
  cumulative: readonly number[],
  cutoffs: Float64Array,
): void {
  const limits = Array.from(cutoffs, (_, at) => (cumulative[at] ?? whole) * (billion / whole))
  let above = 0
  let at = order.length - 1
  while (at >= 0) {
    const value = values[at] as number
    if (!(value > 0)) return
    let here = 0
    let counted = 0
    for (; at >= 0 && values[at] === value; at--) {
      if (!((measure[order[at] as number] as number) > 0)) continue
      here += value
      counted++
    }
    if (counted === 0) continue
    const share = Math.floor((above / total) * billion + 0.5)
    for (let tier = 0; tier < limits.length; tier++)
      if ((limits[tier] as number) > share) cutoffs[tier] = value
    above += here
  }
}

function issuesOf(column: Column, measure: Float64Array, counted: number): readonly Issue[] {
  let graded = 0
  for (let row = 0; row < measure.length; row++) graded += +!Number.isNaN(measure[row])
  if (graded === 0 || counted === graded) return []
  const about = { about: column.id }
  if (counted === 0)
    return [
      { code: 'tiering.noValue', level: 'warning', detail: { column: column.name }, ...about },
    ]
  const detail = { column: column.name, count: graded - counted }
  return [{ code: 'tiering.valuesAsZero', level: 'info', detail, ...about }]
}
