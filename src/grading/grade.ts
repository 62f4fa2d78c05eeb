import type { Issue } from '../core/issue.ts'
import { aggregations } from '../scheme/aggregation/index.ts'
import { check } from '../scheme/check.ts'
import { livingRows } from '../scheme/living.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Table } from '../table/table.ts'
import { completenessOf } from './completeness.ts'
import { applyOverrides } from './overrides.ts'
import { placeInTiers } from './placing.ts'
import type { GradeResult, Overrides, Within } from './result.ts'
import { addBonus, applyRules, hitsOf } from './rules.ts'
import { settle } from './stability.ts'
import { termsOf } from './terms.ts'
import { totalsOf } from './totals.ts'
import type { UtilityCache } from './utilityCache.ts'

export interface GradeOptions {
  readonly overrides: Overrides
  /** The tiers of the last review (`grading/reference.ts`); null = there is nothing to compare with. */
  readonly reference?: Table | null | undefined
  /**
   * Cut-offs to keep while something is dragged, for a tiering method that is too dear to run at each step; used only
   * where they are of this method and as many.
   */
  readonly heldCutoffs?: Float64Array | null
  readonly heldWithin?: Within | null // the same where tiers are drawn within a column
}

/** Arrays that a grade may write into instead of making new ones: a result made with them is overwritten by the next. */
export interface Scratch {
  score: Float64Array
  completeness: Float64Array
  computed: Uint8Array
  settled: Uint8Array
  final: Uint8Array
}

export function createScratch(rowCount = 0): Scratch {
  return {
    score: new Float64Array(rowCount),
    completeness: new Float64Array(rowCount),
    computed: new Uint8Array(rowCount),
    settled: new Uint8Array(rowCount),
    final: new Uint8Array(rowCount),
  }
}

/**
 * Grade every customer (spec/grading.md): utilities, score, bonus, tier, stability, rules, override, totals. Depends on nothing but its arguments.
 * With utilities cached only the sums are made anew: 100,000 rows × 10 criteria in 2.5 ms, a million in 25; where a fifth of
 * the rows have gaps in 4 and 40.
 */
export function grade(
  table: Table,
  scheme: Scheme,
  { overrides, reference = null, heldCutoffs = null, heldWithin = null }: GradeOptions,
  cache: UtilityCache,
  scratch?: Scratch,
): GradeResult {
  const { score, completeness, computed, settled, final } = room(table.rowCount, scratch)
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const utilities = enabled.map((criterion) => cache.get(criterion, table, scheme.asOf))
  const terms = termsOf(scheme, utilities)

  aggregations.get(scheme.aggregation.id).score(terms, score)
  completenessOf(terms, livingRows(table), completeness)
  const hits = hitsOf(table, scheme)
  addBonus(scheme, hits, score)
  finish(score, completeness)
  const held = { cutoffs: heldCutoffs, within: heldWithin }
  const placed = placeInTiers(table, scheme, terms, score, held, computed)
  const { cutoffs, within } = placed

  const graded = { score, computed, cutoffs, within }
  const settling = settle(table, scheme, reference, graded, settled)
  applyRules(scheme, hits, settling.tiers, final)
  const applied = applyOverrides(table, scheme, overrides, hits.mask)
  for (const [row, tier] of applied.rows) final[row] = tier
  const totals = totalsOf(table, scheme.tiers, scheme.valueColumn, {
    score,
    final,
    cutoffs,
    within,
    overridden: applied.rows.size,
    ruleHits: hits.counts,
  })
  const issues: Issue[] = [
    ...check(scheme, table, utilities),
    ...placed.issues,
    ...settling.issues,
    ...hits.issues,
    ...applied.issues,
  ]
  return {
    score,
    computed,
    settled: settling.tiers,
    held: settling.held,
    final,
    overridden: applied.rows,
    ruleHits: hits.mask,
    completeness,
    utilities,
    cutoffs,
    within,
    totals,
    issues,
  }
}

/** Nobody is graded by filled-in values alone; the rest is clamped and snapped. */
function finish(score: Float64Array, completeness: Float64Array): void {
  for (let row = 0; row < score.length; row++) {
    const s = score[row] as number
    const within = s < 0 ? 0 : s > 100 ? 100 : s
    const snapped = Math.floor(within * 1e9 + 0.5) / 1e9
    score[row] = (completeness[row] as number) > 0 ? snapped : NaN
  }
}

function room(rowCount: number, scratch?: Scratch): Scratch {
  if (!scratch) return createScratch(rowCount)
  if (scratch.score.length !== rowCount) Object.assign(scratch, createScratch(rowCount))
  return scratch
}
