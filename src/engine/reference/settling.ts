import type { Job } from '../../core/job.ts'
import {
  entryAt,
  type ReferenceEntry,
  type ReferenceRow,
  referenceTable,
  stateFor,
  stateOf,
} from '../../grading/reference.ts'
import { referenceKey, referencePlaces } from '../../grading/referenceRows.ts'
import { type GradeResult, ungraded } from '../../grading/result.ts'
import { reviewOf, settledState } from '../../grading/stability.ts'
import { dayOf } from '../../scheme/day.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { customerKeys } from '../../table/key.ts'
import type { Table } from '../../table/table.ts'

const block = 20_000 // customers between two checkpoints

/**
 * This review settled (定级): the settled tiers as the next review's reference, each with the day it began and what is
 * pending, beside the state that it was judged against. Who is ungraded, or not on the list now, stays as known.
 */
export async function settledReference(
  table: Table,
  scheme: Scheme,
  result: GradeResult,
  reference: Table | null,
  job: Job,
): Promise<Table> {
  const day = dayOf(scheme.asOf)
  const base = reference && stateFor(reference, day)
  const places = reference && referencePlaces(table, reference)
  const review = reviewOf(table, scheme, reference, result)
  const keyOf = customerKeys(table)
  const seen = new Set<string>()
  const rows: ReferenceRow[] = []
  for (const [at, row] of table.order.entries()) {
    if (at % block === 0)
      await job.checkpoint({ step: 'grade', done: at, total: table.order.length })
    const key = keyOf(row)
    if (seen.has(key)) continue
    seen.add(key)
    const place = places?.[row] ?? -1
    const before = base && place >= 0 ? entryAt(base, place) : null
    const tier = result.settled[row] ?? ungraded
    const now = tier === ungraded ? before : settledNow(row, tier)
    if (now) rows.push({ key, now, ...(before && { earlier: before }) })
  }
  rows.push(...othersOf(reference, seen))
  return referenceTable(rows, { origin: 'settled', name: '', reviewed: day }, base?.reviewed ?? NaN)

  function settledNow(row: number, tier: number): ReferenceEntry {
    const { since, pending } = settledState(scheme, review, tier, row)
    return {
      tier: scheme.tiers[tier]?.id ?? null,
      since,
      pending: pending ? (scheme.tiers[pending.tier]?.id ?? null) : null,
      reviews: pending?.reviews ?? 0,
    }
  }
}

function othersOf(reference: Table | null, seen: ReadonlySet<string>): readonly ReferenceRow[] {
  const state = reference && stateOf(reference, 'now')
  if (!reference || !state) return []
  return [...reference.order].flatMap((row): ReferenceRow[] => {
    const key = referenceKey(reference, row)
    if (seen.has(key)) return []
    const now = entryAt(state, row)
    return [{ key, now, earlier: now }]
  })
}
