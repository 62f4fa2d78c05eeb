import { reviewOf, settledState, type SettledState } from '../grading/stability.ts'
import { referenceId } from '../grading/reference.ts'
import { ungraded } from '../grading/result.ts'
import { type Acting, actingStability, stabilityOf } from '../scheme/stability/index.ts'
import { pendingText } from '../scheme/stability/words.ts'
import type { RowId } from '../table/column.ts'
import { isoDay } from '../table/parse/calendar.ts'
import type { Table } from '../table/table.ts'
import type { ExportInput } from './exporter.ts'

/** Files say how tiers were settled where the scheme has any setting that holds customers. */
export const showsStability = ({ document }: ExportInput): boolean =>
  stabilityOf(document.scheme).length > 0

export const referenceOf = ({ document }: ExportInput): Table | null =>
  document.tables[referenceId] ?? null

/** What acts on this document's tiers. */
export const actingOn = ({ document }: ExportInput): readonly Acting[] =>
  actingStability(document.scheme)

/** How this review left each customer, for the next one to be judged against; null = ungraded. */
export function settledStates(
  input: ExportInput,
  table: Table,
): (row: RowId) => SettledState | null {
  const { document, result } = input
  const review = reviewOf(table, document.scheme, referenceOf(input), result)
  return (row) => {
    const tier = result.settled[row] ?? ungraded
    return tier === ungraded ? null : settledState(document.scheme, review, tier, row)
  }
}

/**
 * The four columns as texts: settled tier, since when, what is pending, the day of this review. Read again as the last review's
 * tiers, the last one says whether that review has been counted: on its own day it counts once.
 */
export function stabilityTexts(
  input: ExportInput,
  table: Table,
): (row: RowId) => readonly [string, string, string, string] {
  const stateOf = settledStates(input, table)
  const { tiers, asOf } = input.document.scheme
  const name = (tier: number) => tiers[tier]?.name ?? ''
  return (row) => {
    const state = stateOf(row)
    if (!state) return ['', '', '', '']
    const { tier, since, pending } = state
    return [
      name(tier),
      Number.isNaN(since) ? '' : isoDay(since),
      pending ? pendingText(name(pending.tier), pending.reviews) : '',
      asOf,
    ]
  }
}
