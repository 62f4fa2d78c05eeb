import type { Issue } from '../core/issue.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { dayOf } from '../scheme/day.ts'
import { type Acting, actingStability } from '../scheme/stability/index.ts'
import { reviewsOn } from '../scheme/stability/reviews.ts'
import { noTier, type Review } from '../scheme/stability/stability.ts'
import type { RowId } from '../table/column.ts'
import type { Table } from '../table/table.ts'
import { cutoffsFor } from './cutoffsFor.ts'
import { type KnownRows, referenceRows } from './referenceRows.ts'
import { type GradeResult, type HeldBack, type StabilityExplanation, ungraded } from './result.ts'

export const nobodyHeld: HeldBack = { total: 0, by: [] }

export interface Settled {
  readonly tiers: Uint8Array // `computed` itself where nothing acts, else `settled`
  readonly held: HeldBack
  readonly issues: readonly Issue[]
}

export type KnownReview = Review & { readonly reference: KnownRows }

/** What a review needs of the grade so far. */
type Graded = Pick<GradeResult, 'score' | 'computed' | 'cutoffs' | 'within'>

/** What a review is made from; null = nothing acts, or there is nothing to compare with. */
export function reviewOf(
  table: Table,
  scheme: Scheme,
  reference: Table | null,
  graded: Graded,
): KnownReview | null {
  const day = dayOf(scheme.asOf)
  const rows = reference && referenceRows(table, reference, scheme.tiers, day)
  if (!rows) return null
  const { score, computed } = graded
  return { day, score, computed, reference: rows, cutoffsOf: (row) => cutoffsFor(graded, row) }
}

/**
 * Computed → settled tier (spec/grading.md §5). May write `settled`. A tenth of the customers moving costs a few milliseconds
 * for a million: whoever is in the tier of the reference is not looked at.
 */
export function settle(
  table: Table,
  scheme: Scheme,
  reference: Table | null,
  graded: Graded,
  settled: Uint8Array,
): Settled {
  const acting = actingStability(scheme)
  const review = acting.length === 0 ? null : reviewOf(table, scheme, reference, graded)
  if (!review) return { tiers: graded.computed, held: nobodyHeld, issues: unsettled(acting) }
  settled.set(graded.computed)
  const counts = acting.map(() => 0)
  const more = new Int32Array(256) // customers beyond those computed, by tier
  let total = 0
  for (let row = 0; row < settled.length; row++) {
    const own = review.reference.tier[row] as number
    const computed = graded.computed[row] as number
    if (own === noTier || computed === ungraded || computed === own) continue
    let tier = computed
    for (let at = 0; at < acting.length; at++) {
      const held = heldBy(acting[at] as Acting, review, row)
      if (held === computed) continue
      counts[at] = (counts[at] as number) + 1
      tier = computed < own ? Math.max(tier, held) : Math.min(tier, held)
    }
    if (tier === computed) continue
    settled[row] = tier
    more[computed] = (more[computed] as number) - 1
    more[tier] = (more[tier] as number) + 1
    total++
  }
  const by = acting.map(({ part }, at) => ({ id: part.id, count: counts[at] as number }))
  const issues = [...overQuota(scheme, more), ...unknownOf(review.reference, acting)]
  return { tiers: settled, held: { total, by }, issues }
}

/** The computed tier held within the range of one setting; only of a customer whose tier of the reference is another. */
function heldBy({ part, stability }: Acting, review: Review, row: number): number {
  const computed = review.computed[row] as number
  return computed < (review.reference.tier[row] as number)
    ? Math.max(computed, part.best(stability, review, row))
    : Math.min(computed, part.worst(stability, review, row))
}

/** One customer's review in words' terms; null = nothing acts, or the customer is new. */
export function explainStability(
  table: Table,
  scheme: Scheme,
  reference: Table | null,
  graded: Graded & Pick<GradeResult, 'settled'>,
  row: RowId,
): StabilityExplanation | null {
  const acting = actingStability(scheme)
  const review = acting.length === 0 ? null : reviewOf(table, scheme, reference, graded)
  const own = review && scheme.tiers[review.reference.tier[row] ?? noTier]
  if (!review || !own) return null
  const holds = (one: Acting) =>
    isOnTheMove(review, row) && heldBy(one, review, row) !== review.computed[row]
  const pending = pendingOf(scheme, review, graded.settled[row] ?? ungraded, row)
  const tier = scheme.tiers[pending?.tier ?? noTier]
  return {
    reference: own.id,
    since: review.reference.since[row] ?? NaN,
    by: acting.filter(holds).map(({ stability }) => stability),
    pending: pending && tier ? { tier: tier.id, reviews: pending.reviews } : null,
  }
}

function isOnTheMove({ reference, computed }: Review, row: number): boolean {
  const own = reference.tier[row] ?? noTier
  const now = computed[row] ?? ungraded
  return own !== noTier && now !== ungraded && now !== own
}

/**
 * Where a customer is on its way to, and for how many reviews in a row with this one: the tier that the buffer leaves to
 * it, as long as it stays where it was. A move, or a review that finds it in its tier, ends the count.
 */
export function pendingOf(
  scheme: Scheme,
  review: Review,
  settled: number,
  row: number,
): { readonly tier: number; readonly reviews: number } | null {
  const acting = actingStability(scheme)
  const own = review.reference.tier[row] ?? noTier
  if (!acting.some(({ part }) => part.id === 'reviews')) return null
  if (!isOnTheMove(review, row) || settled !== own) return null
  const band = acting.find(({ part }) => part.id === 'buffer')
  const tier = band ? heldBy(band, review, row) : (review.computed[row] as number)
  if (tier === own) return null
  const side = tier < own ? 'better' : 'worse'
  return { tier, reviews: reviewsOn(side, review.reference, row) }
}

/** What this review leaves of one graded customer. */
export interface SettledState {
  readonly tier: number
  readonly since: number // day; NaN = unknown
  readonly pending: { readonly tier: number; readonly reviews: number } | null
}

/** `settled`: the tier's index. Whoever moves, or is new, is in its tier from the as-of date on. */
export function settledState(
  scheme: Scheme,
  review: Review | null,
  settled: number,
  row: RowId,
): SettledState {
  const stays = review?.reference.tier[row] === settled
  return {
    tier: settled,
    since: stays ? (review.reference.since[row] ?? NaN) : dayOf(scheme.asOf),
    pending: review && pendingOf(scheme, review, settled, row),
  }
}

/** Settings are on, but there is nothing to compare with. */
function unsettled(acting: readonly Acting[]): readonly Issue[] {
  return acting.length > 0 ? [{ code: 'stability.noReference', level: 'info', detail: {} }] : []
}

/** Tiers of a share or number of places that hold more customers than these let in. */
function overQuota({ tiering, tiers }: Scheme, more: Int32Array): readonly Issue[] {
  if (tiering.id !== 'quota' && tiering.id !== 'topN') return []
  return tiers.slice(0, -1).flatMap(({ name }, at): Issue[] => {
    const count = more[at] as number
    return count > 0
      ? [{ code: 'stability.overQuota', level: 'info', detail: { tier: name, count } }]
      : []
  })
}

function unknownOf(
  { tierGone, sinceUnknown }: KnownRows,
  acting: readonly Acting[],
): readonly Issue[] {
  const undated = acting.some(({ part }) => part.id === 'minimumStay') ? sinceUnknown : 0
  return [
    ...(tierGone > 0 ? [issue('stability.tierGone', 'warning', tierGone)] : []),
    ...(undated > 0 ? [issue('stability.sinceUnknown', 'info', undated)] : []),
  ]
}

const issue = (
  code: 'stability.tierGone' | 'stability.sinceUnknown',
  level: Issue['level'],
  count: number,
): Issue => ({ code, level, detail: { count } })
