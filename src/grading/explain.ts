import { largestRemainder } from '../math/largestRemainder.ts'
import { startOf, type Term } from '../scheme/aggregation/aggregation.ts'
import { takenByCaps } from '../scheme/aggregation/capped.ts'
import { aggregations } from '../scheme/aggregation/index.ts'
import { groupsOf } from '../scheme/groups.ts'
import { effects, rulesOf } from '../scheme/rules/index.ts'
import type { Criterion, Scheme, TierId } from '../scheme/scheme.ts'
import { tierOf } from '../scheme/tiering/assign.ts'
import { originalAt, valueAt } from '../table/cell.ts'
import type { RowId } from '../table/column.ts'
import { customerKey } from '../table/key.ts'
import { type Table, columnById } from '../table/table.ts'
import { lowestAbove } from './cutoffAbove.ts'
import { cutoffsFor } from './cutoffsFor.ts'
import { termsOf } from './terms.ts'
import { placeOf } from './explainPlace.ts'
import { nearestStep } from './nearest.ts'
import { isValid } from './overrides.ts'
import { scoreBefore } from './points.ts'
import { rankOf } from './rank.ts'
import type {
  Explanation,
  ExplanationExtra,
  ExplanationLine,
  GradeResult,
  Overrides,
} from './result.ts'
import { isHit } from './rules.ts'
import { explainStability } from './stability.ts'

/** Why one customer has its grade (spec/grading.md §6). `result` must be of this table and scheme. */
export function explain(
  table: Table,
  scheme: Scheme,
  result: GradeResult,
  overrides: Overrides,
  row: RowId,
  reference: Table | null = null,
): Explanation {
  const score = result.score[row] ?? NaN
  const override = overrides.get(customerKey(table, row))
  const tierAt = (tiers: Uint8Array): TierId | null => scheme.tiers[tiers[row] ?? 255]?.id ?? null
  const cutoffs = cutoffsFor(result, row)
  const decimals = decimalsOf(score, cutoffs)
  const { lines, extras } = linesOf(table, scheme, result, row, decimals)
  const mask = result.ruleHits[row] ?? 0
  return {
    score,
    rank: rankOf(result.score, row),
    graded: result.totals.graded,
    computed: tierAt(result.computed),
    settled: tierAt(result.settled),
    final: tierAt(result.final),
    stability: explainStability(table, scheme, reference, result, row),
    override: override && isValid(override, scheme) ? override : null,
    expired: override && !isValid(override, scheme) ? override : null,
    completeness: result.completeness[row] ?? NaN,
    start: startOf(aggregations.get(scheme.aggregation.id)),
    lines,
    extras,
    hits: rulesOf(scheme).flatMap(({ id }, bit) => (isHit(mask, bit) ? [id] : [])),
    decimals,
    strongest: strongestOf(lines),
    weakest: weakestOf(lines),
    ...gaps(scheme, cutoffs, score),
    nearest: nearestStep(table, scheme, result, row),
    ...placeOf(table, scheme, result, row),
  }
}

/** 1, or as many as are needed (≤ 9) for the rounded score to stay below every cut-off that it misses. */
export function decimalsOf(score: number, cutoffs: Float64Array): number {
  if (Number.isNaN(score)) return 1
  const missed = cutoffs.filter((cutoff) => cutoff > score)
  let decimals = 1
  while (decimals < 9 && missed.some((cutoff) => Number(score.toFixed(decimals)) >= cutoff))
    decimals++
  return decimals
}

function linesOf(
  table: Table,
  scheme: Scheme,
  result: GradeResult,
  row: RowId,
  decimals: number,
): Pick<Explanation, 'lines' | 'extras'> {
  const terms = termsOf(scheme, result.utilities)
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const score = result.score[row] ?? NaN
  const isGraded = !Number.isNaN(score)
  const part = aggregations.get(scheme.aggregation.id)
  const none = new Float64Array(terms.length)
  const shares = isGraded ? part.shares(terms, row) : none
  const possible = part.possible(shares)
  const before = isGraded ? scoreBefore(part, terms, row) : NaN
  const points = [...(isGraded ? part.points(terms, row, before) : none)]
  const more = isGraded
    ? [
        ...(part.caps ? capLines(scheme, terms, row) : []),
        ...extrasOf(scheme, result, row, before, score),
      ]
    : []
  const all = [...points, ...more.map((extra) => extra.points)]
  const shown = isGraded ? largestRemainder(all, score - startOf(part), decimals) : all
  const extras = more.map((extra, at) => ({
    ...extra,
    shownPoints: shown[points.length + at] as number,
  }))
  const lines = enabled.map((criterion, at): ExplanationLine => {
    const share = shares[at] as number
    return {
      criterion: criterion.id,
      ...cellOf(table, criterion, row),
      utility: terms[at]?.utilities[row] ?? NaN,
      share,
      points: points[at] as number,
      shownPoints: shown[at] as number,
      possible: possible[at] as number,
      filled: filledBy(criterion, terms[at]?.present[row] === 1, terms[at]?.utilities[row] ?? NaN),
    }
  })
  return { lines, extras }
}

/** What the caps of groups took, in the order of the groups. */
function capLines(scheme: Scheme, terms: readonly Term[], row: RowId): ExplanationExtra[] {
  const taken = takenByCaps(terms, row)
  return groupsOf(scheme).flatMap(({ id }, at): ExplanationExtra[] => {
    const points = -(taken.get(at) ?? 0)
    return points === 0 ? [] : [{ kind: 'groupCap', group: id, points, shownPoints: points }]
  })
}

/** Points of the rules, then the difference that clamping made. */
function extrasOf(
  scheme: Scheme,
  result: GradeResult,
  row: RowId,
  before: number,
  score: number,
): ExplanationExtra[] {
  const mask = result.ruleHits[row] ?? 0
  const extras = rulesOf(scheme).flatMap(({ id, effect }, bit): ExplanationExtra[] => {
    const points = isHit(mask, bit) ? effects.get(effect.id).points(effect) : 0
    return points === 0 ? [] : [{ kind: 'bonus', rule: id, points, shownPoints: points }]
  })
  const sum = extras.reduce((total, { points }) => total + points, before)
  if (sum >= 0 && sum <= 100) return extras
  return [...extras, { kind: 'clamp', points: score - sum, shownPoints: score - sum }]
}

function cellOf(table: Table, criterion: Criterion, row: RowId) {
  const column = columnById(table, criterion.column)
  return column
    ? { raw: valueAt(column, row), original: originalAt(column, row) }
    : { raw: null, original: null }
}

function filledBy(criterion: Criterion, present: boolean, utility: number) {
  if (present || Number.isNaN(utility)) return null
  const { id } = criterion.missing
  return id === 'fixed' || id === 'median' ? id : null
}

/** Largest share of its possible points; of equal ones the one with more points. */
function strongestOf(lines: readonly ExplanationLine[]) {
  const [best] = lines
    .filter(({ share, utility }) => share > 0 && utility > 0)
    .sort((a, b) => b.utility - a.utility || b.points - a.points)
  return best?.criterion ?? null
}

function weakestOf(lines: readonly ExplanationLine[]) {
  const lost = (line: ExplanationLine) => line.possible - line.points
  const [worst] = lines.filter((line) => lost(line) > 0).sort((a, b) => lost(b) - lost(a))
  return worst?.criterion ?? null
}

/** By the computed tier: points up to the next cut-off, and points above its own. */
function gaps(
  scheme: Scheme,
  cutoffs: Float64Array,
  score: number,
): Pick<Explanation, 'toNext' | 'aboveNext'> {
  if (Number.isNaN(score)) return { toNext: null, aboveNext: null }
  const at = tierOf(score, cutoffs)
  const above = lowestAbove(score, cutoffs)
  const next = above === null ? undefined : scheme.tiers[tierOf(above, cutoffs)]
  const own = cutoffs[at]
  const below = scheme.tiers[at + 1]
  return {
    toNext: next && above !== null ? { tier: next.id, points: above - score } : null,
    aboveNext: own !== undefined && below ? { tier: below.id, points: score - own } : null,
  }
}
