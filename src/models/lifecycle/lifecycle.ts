import type { Issue } from '../../core/issue.ts'
import type { Job } from '../../core/job.ts'
import { columnById, columnByRole, type Table } from '../../table/table.ts'
import { periodStart } from '../records/calendar.ts'
import type { LabelId } from '../labels.ts'
import type { Model, ModelInput } from '../model.ts'
import { amountsOf, purchaseDaysOf, type PurchaseDays } from '../records/purchaseDays.ts'
import type { Purchases } from '../records/purchases.ts'
import { limitsOf, usualLimits, type Limits, type LimitSettings } from './limits.ts'
import { stageCode, stages, stagesAt } from './stage.ts'
import { standingAt, standingInList } from './standing.ts'

export interface LifecycleFacts {
  readonly limits: Limits
  /** In the order of a customer's life; `amount` null = no amounts are known. */
  readonly stages: readonly {
    readonly stage: LabelId
    readonly customers: number
    readonly amount: number | null
  }[]
  readonly unit: string | null // of the amounts
  readonly unknown: number // customers of whom nobody knows when, or how often, they bought
  /** Looking back month by month, the as-of date last: buyers per stage from the second stage on, with the limits of today. */
  readonly months: readonly { readonly day: number; readonly counts: readonly number[] }[]
}

/** Where each customer stands between the first purchase and being lost. */
export const lifecycle: Model<LimitSettings, LifecycleFacts> = {
  id: 'lifecycle',
  usual: ['lifecycle.stage', 'lifecycle.idle'],
  fields: [
    { kind: 'choice', name: 'by', options: ['days', 'rhythm'] },
    { kind: 'number', name: 'dormantDays', unit: 'days', auto: true, least: 1, most: 3650 },
    { kind: 'number', name: 'lostDays', unit: 'days', auto: true, least: 1, most: 7300 },
    { kind: 'number', name: 'dormantTimes', unit: 'times', auto: false, least: 1, most: 50 },
    { kind: 'number', name: 'lostTimes', unit: 'times', auto: false, least: 1, most: 100 },
  ],
  defaults: () => ({ ...usualLimits }),
  usuallyOn: ({ records }) => hasDays(records.orders?.table),
  needs: (input) => {
    const orders = input.records.orders?.table
    if (orders) return hasDays(orders) ? [] : ['orders.when']
    return input.own.lastPurchase ? [] : ['lifecycle.source']
  },
  reads: (input) => listColumns(input),
  async run(input, settings, job) {
    const { customers, asOf } = input
    const purchases = await input.purchases(job)
    const bought = purchases && (await purchaseDaysOf(purchases, customers.rowCount, job))
    const limits = limitsOf(settings, bought)
    const standing = bought ? standingAt(bought, asOf) : standingInList(input)
    const codes = stagesAt(standing, limits)
    const idle = standing.last.map((day) => asOf - day)
    const sums = stageSums(customers, codes, purchases)
    const months = bought ? await lookBack(customers, bought, limits, asOf, job) : []
    return {
      figures: [
        {
          id: 'lifecycle.stage',
          reading: 'category',
          unit: null,
          codes,
          labels: stages.map((word) => ({ word })),
        },
        { id: 'lifecycle.idle', reading: 'number', unit: null, values: idle },
      ],
      facts: { limits, ...sums, unit: purchases?.unit ?? null, months },
      notes: notesOf(limits, sums.unknown, bought !== null),
    }
  },
}

export function hasDays(orders: Table | undefined): boolean {
  return orders !== undefined && columnByRole(orders, 'when') !== undefined
}

/** Columns of the customers' own list that stand in where there are no orders. */
export function listColumns({ records, own, customers }: ModelInput) {
  if (records.orders) return []
  return [own.lastPurchase, own.orderCount].flatMap((id) => {
    const column = id === undefined ? undefined : columnById(customers, id)
    return column ? [column] : []
  })
}

function stageSums(customers: Table, codes: Uint32Array, purchases: Purchases | null) {
  const spent = purchases && amountsOf(purchases, customers.rowCount)
  const priced = purchases?.amounts.some((amount) => !Number.isNaN(amount)) ?? false
  const counts = new Float64Array(stages.length + 1)
  const amounts = new Float64Array(stages.length + 1)
  for (const row of customers.order) {
    const code = codes[row] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
    amounts[code] = (amounts[code] ?? 0) + (spent?.[row] || 0)
  }
  return {
    stages: stages.map((stage, at) => ({
      stage,
      customers: counts[at + 1] ?? 0,
      amount: priced ? (amounts[at + 1] ?? 0) : null,
    })),
    unknown: counts[stageCode.unknown] ?? 0,
  }
}

const monthsBack = 12

/** Ends of months that buyers are known for, and the as-of date. */
async function lookBack(
  { order }: Table,
  bought: PurchaseDays,
  limits: Limits,
  asOf: number,
  job: Job,
): Promise<LifecycleFacts['months']> {
  const first = bought.days.reduce((least, day) => Math.min(least, day), Infinity)
  const months: { day: number; counts: number[] }[] = []
  for (let back = monthsBack; back >= 0; back--) {
    const day = back === 0 ? asOf : periodStart(asOf, 'month', 1 - back) - 1
    if (day < first) continue
    const codes = stagesAt(standingAt(bought, day, limits.by === 'rhythm'), limits)
    const counts = [0, 0, 0, 0]
    for (const row of order) {
      const at = (codes[row] ?? 0) - stageCode.first
      if (at >= 0) counts[at] = (counts[at] ?? 0) + 1
    }
    months.push({ day, counts })
    await job.checkpoint()
  }
  return months
}

function notesOf(limits: Limits, unknown: number, orders: boolean): readonly Issue[] {
  const { dormantDays, lostDays, gaps, by, dormantTimes, lostTimes } = limits
  const notes: Issue[] = []
  const detail = { dormant: dormantDays, lost: lostDays, gaps }
  if (limits.source === 'gaps') notes.push({ code: 'lifecycle.limitsFound', level: 'info', detail })
  if (limits.source === 'usual')
    notes.push({ code: 'lifecycle.limitsUsual', level: 'info', detail })
  if (lostDays <= dormantDays || (by === 'rhythm' && lostTimes <= dormantTimes))
    notes.push({ code: 'lifecycle.neverDormant', level: 'warning', detail })
  if (!orders) notes.push({ code: 'lifecycle.fromList', level: 'info', detail: {} })
  if (unknown > 0)
    notes.push({ code: 'lifecycle.unknown', level: 'info', detail: { count: unknown } })
  return notes
}
