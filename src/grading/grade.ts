import type { Issue } from '../core/issue.ts'
import { kernelsOf } from '../math/kernels/room.ts'
import { Spread } from '../math/kernels/spread.ts'
import { aggregations } from '../scheme/aggregation/index.ts'
import { check } from '../scheme/check.ts'
import { livingRows } from '../scheme/living.ts'
import type { CriterionId, Scheme } from '../scheme/scheme.ts'
import { stabilityOf } from '../scheme/stability/index.ts'
import type { Table } from '../table/table.ts'
import { completenessOf } from './completeness.ts'
import { applyOverrides, overridden } from './overrides.ts'
import { placeInTiers } from './placing.ts'
import { halfSnap, previewScore } from './preview.ts'
import type { GradeResult, Overrides, Within } from './result.ts'
import { addBonuses, applyRules, bonusesOf, hitsOf } from './rules.ts'
import { fitted, type Scratch } from './scratch.ts'
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
  /**
   * The criterion whose weight is being dragged: where it can, the grade is a preview (`preview.ts`), scores to 1e-12 and
   * not snapped, tiers as they will be. Grade again without it when the drag has ended.
   */
  readonly moving?: CriterionId | null
}

/**
 * Grade every customer (spec/grading.md): utilities, score, bonus, tier, stability, rules, override, totals. Depends on
 * nothing but its arguments. With utilities cached only the sums are made anew.
 */
export function grade(
  table: Table,
  scheme: Scheme,
  {
    overrides,
    reference = null,
    heldCutoffs = null,
    heldWithin = null,
    moving = null,
  }: GradeOptions,
  cache: UtilityCache,
  scratch?: Scratch,
): GradeResult {
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const utilities = enabled.map((criterion) => cache.get(criterion, table, scheme.asOf))
  const terms = termsOf(scheme, utilities)
  const room = fitted(table.rowCount, terms, scratch)
  const { score, completeness, computed, settled, base } = room

  const previewed = moving === null ? null : previewScore(scheme, terms, moving, score, base)
  const isWhole = completenessOf(terms, livingRows(table), completeness)
  const hits = hitsOf(table, scheme)
  const bonuses = bonusesOf(scheme)
  // Nobody is graded by filled-in values alone. A preview without either is within 0..100 already; only cut-offs over all
  // scores know its slack.
  const isSum = isWhole && bonuses.length === 0
  const isFinished = previewed
    ? isSum && isPlain(scheme)
    : aggregations.get(scheme.aggregation.id).score(terms, score, isSum)
  addBonuses(bonuses, hits, score)
  if (!isFinished) kernelsOf(score).finish(score, isWhole ? null : completeness)
  const preview = isFinished ? previewed : null
  const held = { cutoffs: heldCutoffs, within: heldWithin }
  const slack = preview ? halfSnap : 0
  const spread = preview ?? new Spread(score)
  const placed = placeInTiers(table, scheme, terms, spread, held, computed, slack)
  const { cutoffs, within } = placed

  const graded = { score, computed, cutoffs, within }
  const settling = settle(table, scheme, reference, graded, settled)
  const ruled = applyRules(scheme, hits, settling.tiers, room.final)
  const applied = applyOverrides(table, scheme, overrides, hits.mask)
  const final = overridden(ruled, applied.rows, room.final)
  const totals = totalsOf(table, scheme.tiers, scheme.valueColumn, {
    spread,
    final,
    lines: final === computed ? placed.lines : null,
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

/** Whether a score is held against one list of cut-offs alone. */
const isPlain = (scheme: Scheme): boolean =>
  (scheme.within ?? null) === null && stabilityOf(scheme).length === 0
