/**
 * Rates as fractions; NaN where nothing was there at the start. Definitions and their sources: `models/README.md`.
 */

/** Customers lost in a period ÷ customers at its start. */
export function churnRate(lost: number, atStart: number): number {
  return atStart > 0 ? lost / atStart : NaN
}

/** Share that is still there after `periods` of one churn rate: (1 − churn)^periods. */
export function retentionOver(churn: number, periods: number): number {
  return (1 - churn) ** periods
}

/** Periods that a customer stays on average at one churn rate: 1 / churn. */
export function meanLifetime(churn: number): number {
  return churn > 0 ? 1 / churn : Infinity
}

/** Amounts of the customers of a period, and what became of them in the next one. */
export interface Revenue {
  readonly start: number
  readonly expansion: number // more from those that stayed
  readonly contraction: number // less from those that stayed
  readonly churned: number // what those brought that are gone
}

/** NRR = (start + expansion − contraction − churned) / start. */
export function netRetention({ start, expansion, contraction, churned }: Revenue): number {
  return start > 0 ? (start + expansion - contraction - churned) / start : NaN
}

/** GRR = (start − contraction − churned) / start: never above 1. */
export function grossRetention({ start, contraction, churned }: Revenue): number {
  return start > 0 ? (start - contraction - churned) / start : NaN
}
