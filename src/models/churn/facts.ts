import type { Table } from '../../table/table.ts'
import type { LabelId } from '../labels.ts'
import type { Limits } from '../lifecycle/limits.ts'
import type { Period } from '../records/calendar.ts'
import { amountsOf } from '../records/purchaseDays.ts'
import type { Purchases } from '../records/purchases.ts'
import type { Cohorts } from './cohorts.ts'
import type { FlaggedChurn } from './flag.ts'
import { meanLifetime, retentionOver } from './rates.ts'
import { levels, reasons } from './reasons.ts'
import type { Risk } from './risk.ts'
import type { Turnover } from './turnover.ts'

export interface ChurnFacts {
  /** null = nothing is known of purchases. */
  readonly risk: RiskFacts | null
  readonly period: Period
  readonly turnover: readonly Turnover[] // whole periods, oldest first
  /** Of all these periods together: churn of one, of a year, and how many years customers stay at that rate. */
  readonly typical: {
    readonly churn: number
    readonly yearly: number
    readonly years: number
  } | null
  readonly cohorts: Cohorts | null
  readonly flagged: FlaggedChurn | null // where there are no orders
}

export interface RiskFacts {
  readonly limits: Limits
  readonly levels: readonly (Counted & { readonly level: LabelId })[]
  /** Of medium and high risk, the most customers first. */
  readonly reasons: readonly (Counted & { readonly reason: LabelId; readonly high: number })[]
  readonly lost: number // customers that are not judged any more
  readonly unit: string | null // of the amounts
}
interface Counted {
  readonly customers: number
  readonly amount: number | null // null = no amounts are known
}

/** How many customers are at each risk, and what they bought for. */
export function riskFactsOf(
  { order, rowCount }: Table,
  risk: Risk,
  limits: Limits,
  lost: number,
  purchases: Purchases | null,
): RiskFacts {
  const spent = purchases && amountsOf(purchases, rowCount)
  const priced = purchases?.amounts.some((amount) => !Number.isNaN(amount)) ?? false
  const none = () => ({ customers: 0, amount: 0, high: 0 })
  const byLevel = levels.map(none)
  const byReason = reasons.map(none)
  for (const row of order) {
    const level = risk.levels[row] ?? 0
    for (const sum of [byLevel[level - 1], byReason[(risk.reasons[row] ?? 0) - 1]]) {
      if (!sum) continue
      sum.customers++
      sum.amount += spent?.[row] || 0
      if (level === levels.length) sum.high++
    }
  }
  const amountOf = (amount: number) => (priced ? amount : null)
  return {
    limits,
    levels: levels.map((level, at) => {
      const { customers, amount } = byLevel[at] ?? none()
      return { level, customers, amount: amountOf(amount) }
    }),
    reasons: reasons
      .map((reason, at) => {
        const { customers, amount, high } = byReason[at] ?? none()
        return { reason, customers, amount: amountOf(amount), high }
      })
      .filter(({ customers }) => customers > 0)
      .sort((a, b) => b.customers - a.customers),
    lost,
    unit: purchases?.unit ?? null,
  }
}

const periodsInYear: Readonly<Record<Period, number>> = { month: 12, quarter: 4 }

/** null = nobody was there to be lost. */
export function typicalOf(turnover: readonly Turnover[], period: Period): ChurnFacts['typical'] {
  const customers = turnover.reduce((sum, one) => sum + one.customers, 0)
  if (customers === 0) return null
  const rate = turnover.reduce((sum, one) => sum + one.lost, 0) / customers
  const year = periodsInYear[period]
  return { churn: rate, yearly: 1 - retentionOver(rate, year), years: meanLifetime(rate) / year }
}
