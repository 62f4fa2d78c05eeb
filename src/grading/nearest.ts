import { snap } from '../math/snap.ts'
import { aggregations } from '../scheme/aggregation/index.ts'
import type { Term } from '../scheme/aggregation/aggregation.ts'
import { dayOf } from '../scheme/day.ts'
import type { Criterion, Scheme } from '../scheme/scheme.ts'
import { scoringPart } from '../scheme/scoring/index.ts'
import { numbersOf } from '../scheme/scoring/input.ts'
import { reachOfRaw, utilityOfRaw } from '../scheme/scoring/prepared.ts'
import { valueAt } from '../table/cell.ts'
import type { RowId } from '../table/column.ts'
import { type Table, columnById } from '../table/table.ts'
import { lowestAbove } from './cutoffAbove.ts'
import { cutoffsFor } from './cutoffsFor.ts'
import { termsOf } from './terms.ts'
import { oneRow } from './points.ts'
import type { GradeResult, NearestStep, Utilities } from './result.ts'
import { bonusOf } from './rules.ts'

/**
 * The smallest change of one criterion that lifts a customer to the next tier, with all parameters and cut-offs held; null
 * where none does. Steps of different criteria are compared by utility gained; a value that is there comes before one that
 * would have to be filled in. Dates are given back as day numbers, booleans as `true` and `false`.
 */
export function nearestStep(
  table: Table,
  scheme: Scheme,
  result: GradeResult,
  row: RowId,
): NearestStep | null {
  const target = lowestAbove(result.score[row] ?? NaN, cutoffsFor(result, row))
  if (target === null) return null
  const terms = termsOf(scheme, result.utilities)
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const scoreWith = scorer(scheme, terms, row, bonusOf(scheme, result.ruleHits[row] ?? 0))
  const steps = enabled.flatMap((criterion, at) => {
    const utilities = result.utilities[at]
    if (!utilities || !((terms[at]?.weight ?? 0) > 0)) return []
    const needed = neededUtility((u) => scoreWith(at, u), target)
    const step = needed === null ? null : reach(table, scheme, criterion, utilities, row, needed)
    if (!step || !(scoreWith(at, step.utility) >= target)) return []
    const own = utilities.present[row] === 1 ? (utilities.values[row] as number) : -1
    return [{ ...step, gain: step.utility - own }]
  })
  const [first] = steps.sort((a, b) => a.gain - b.gain)
  return first ? { criterion: first.criterion, from: first.from, to: first.to } : null
}

/** The customer's score with another utility for one criterion, by the aggregation itself; rules hold as they do. */
function scorer(scheme: Scheme, terms: readonly Term[], row: RowId, bonus: number) {
  const one = oneRow(terms, row)
  const score = new Float64Array(1)
  const part = aggregations.get(scheme.aggregation.id)
  return (at: number, utility: number): number => {
    const changed = one.map((term, i) =>
      i === at ? { ...term, utilities: Float64Array.of(utility), present: Uint8Array.of(1) } : term,
    )
    part.score(changed, score)
    return snap(Math.min(100, Math.max(0, (score[0] as number) + bonus)))
  }
}

/** The least utility that gives the target; by halving, since scores rise with utilities whatever the aggregation. Null = not even 1 does. */
function neededUtility(score: (utility: number) => number, target: number): number | null {
  if (!(score(1) >= target)) return null
  if (score(0) >= target) return 0
  let low = 0
  let high = 1
  while (high - low > 1e-13) {
    const middle = (low + high) / 2
    if (score(middle) >= target) high = middle
    else low = middle
  }
  return high
}

interface Step {
  readonly criterion: string
  readonly from: NearestStep['from']
  readonly to: NearestStep['to']
  readonly utility: number
}

/** The nearest attainable value of this criterion's column with that utility. */
function reach(
  table: Table,
  scheme: Scheme,
  criterion: Criterion,
  scored: Utilities,
  row: RowId,
  needed: number,
): Step | null {
  const column = columnById(table, criterion.column)
  const part = scoringPart(criterion.scoring)
  if (!column || !part.types.includes(column.type)) return null
  const raw = valueAt(column, row)
  const from = typeof raw === 'boolean' ? String(raw) : raw
  if (part.reads === 'codes') {
    const to = part.reach(criterion.scoring, needed)
    if (to === null) return null
    return { criterion: criterion.id, from, to, utility: part.utilityOf(criterion.scoring, to) }
  }
  const values = numbersOf(column, table, scheme.asOf)
  if (!values) return null
  const { values: utilities } = scored
  const own = values[row] ?? NaN
  const x = reachOfRaw(part, criterion, scored, { values, utilities, from: own }, needed)
  if (Number.isNaN(x)) return null
  const to = column.type === 'date' ? dayOf(scheme.asOf) - x : x
  return { criterion: criterion.id, from, to, utility: utilityAt(x) }

  /** As graded where a customer has this value, else by the held parameters. */
  function utilityAt(value: number): number {
    const same = values?.indexOf(value) ?? -1
    if (same >= 0) return utilities[same] as number
    return part.reads === 'numbers' ? utilityOfRaw(part, criterion, scored, value) : NaN
  }
}
