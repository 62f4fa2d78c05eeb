import type { Issue } from '../../core/issue.ts'
import type { Job } from '../../core/job.ts'
import type { Table } from '../../table/table.ts'
import type { Period } from '../records/calendar.ts'
import type { LabelId } from '../labels.ts'
import { hasDays, listColumns } from '../lifecycle/lifecycle.ts'
import { limitsOf, type Limits, type LimitSettings, usualLimits } from '../lifecycle/limits.ts'
import { stageCode, stagesAt } from '../lifecycle/stage.ts'
import { standingAt, standingInList } from '../lifecycle/standing.ts'
import type { Model, ModelInput } from '../model.ts'
import { amountsOf, purchaseDaysOf } from '../records/purchaseDays.ts'
import type { Purchases } from '../records/purchases.ts'
import { cohortsOf, type Cohorts } from './cohorts.ts'
import { openComplaints } from './complaints.ts'
import { flagColumn, flaggedChurn, type FlaggedChurn } from './flag.ts'
import { poorAnswers } from './poorAnswers.ts'
import { meanLifetime, retentionOver } from './rates.ts'
import { levels, reasons } from './reasons.ts'
import { riskOf, type Risk, type RiskSettings, type Signals } from './risk.ts'
import { turnoverOf, type Turnover } from './turnover.ts'

interface OwnSettings extends RiskSettings {
  readonly complaints: boolean // whether these count
  readonly answers: boolean
  readonly period: Period
  readonly flag: string | null // column of the customers; null = as found
}
/** The limits of being dormant and lost are those of the lifecycle. */
export type ChurnSettings = LimitSettings & OwnSettings

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

/** Who may be lost, and why; how many were. */
export const churn: Model<ChurnSettings, ChurnFacts> = {
  id: 'churn',
  below: 'lifecycle',
  usual: ['churn.risk', 'churn.reason'],
  fields: [
    { kind: 'number', name: 'middleTimes', unit: 'times', auto: false, least: 1, most: 50 },
    { kind: 'number', name: 'highTimes', unit: 'times', auto: false, least: 1, most: 50 },
    { kind: 'number', name: 'leastDays', unit: 'days', auto: false, least: 0, most: 365 },
    { kind: 'switch', name: 'complaints' },
    { kind: 'switch', name: 'answers' },
    { kind: 'choice', name: 'period', options: ['month', 'quarter'] },
    { kind: 'column', name: 'flag', table: 'customers' },
  ],
  defaults: () => ({ ...usualLimits, ...ownDefaults }),
  usuallyOn: ({ records, customers }) =>
    hasDays(records.orders?.table) || flagColumn(customers, null) !== null,
  needs: ({ records, own, customers }, { flag }) => {
    const orders = records.orders?.table
    if (orders) return hasDays(orders) ? [] : ['orders.when']
    return own.lastPurchase || flagColumn(customers, flag) ? [] : ['churn.source']
  },
  reads: (input, { flag }) => [
    ...listColumns(input),
    ...(input.records.orders ? [] : flagged(input.customers, flag)),
    ...(input.records.survey ? [] : answersInList(input)),
  ],
  async run(input, settings, job) {
    const { customers, asOf, records, own } = input
    const { period } = settings
    const purchases = await input.purchases(job)
    const flag = records.orders ? null : flagColumn(customers, settings.flag)
    const flaggedFacts = flag && flaggedChurn(customers, flag)
    const nothing = { turnover: [], typical: null, cohorts: null, flagged: flaggedFacts, period }
    if (!purchases && !own.lastPurchase)
      return { figures: [], facts: { risk: null, ...nothing }, notes: [] }
    const bought = purchases && (await purchaseDaysOf(purchases, customers.rowCount, job))
    const limits = limitsOf(settings, bought)
    const standing = bought ? standingAt(bought, asOf) : standingInList(input)
    const signals = await signalsOf(input, settings, job)
    const risk = riskOf(standing, bought, limits, settings, signals)
    const lost = countOf(customers, stagesAt(standing, limits), stageCode.lost)
    const riskFacts = factsOf(customers, risk, limits, lost, purchases)
    const figures = [
      {
        id: 'churn.risk',
        reading: 'category',
        unit: null,
        codes: risk.levels,
        labels: levels.map((word) => ({ word })),
      },
      {
        id: 'churn.reason',
        reading: 'category',
        unit: null,
        codes: risk.reasons,
        labels: reasons.map((word) => ({ word })),
      },
      { id: 'churn.overdue', reading: 'number', unit: null, values: risk.overdue },
    ] as const
    if (!bought || !purchases)
      return { figures, facts: { risk: riskFacts, ...nothing }, notes: notesOf(lost, null) }
    const turnover = await turnoverOf(customers, bought, purchases, limits, asOf, period, job)
    const cohorts = cohortsOf(customers, bought, asOf, period)
    const typical = typicalOf(turnover, period)
    return {
      figures,
      facts: { risk: riskFacts, period, turnover, typical, cohorts, flagged: null },
      notes: notesOf(lost, turnover.length === 0 ? limits.lostDays : null),
    }
  },
}

const ownDefaults: OwnSettings = {
  middleTimes: 2,
  highTimes: 3,
  leastDays: 14,
  complaints: true,
  answers: true,
  period: 'month',
  flag: null,
}

function flagged(customers: Table, set: string | null) {
  const column = flagColumn(customers, set)
  return column ? [column] : []
}

function answersInList({ customers, own }: ModelInput) {
  return customers.columns.filter(({ id }) => id === own.recommendation || id === own.satisfaction)
}

async function signalsOf(
  input: ModelInput,
  { complaints, answers }: OwnSettings,
  job: Job,
): Promise<Signals> {
  const { customers, records, asOf } = input
  return {
    complaints:
      complaints && records.service
        ? await openComplaints(records.service, customers.rowCount, asOf, job)
        : null,
    answers: answers ? await poorAnswers(input, job) : null,
  }
}

function countOf({ order }: Table, codes: Uint32Array, code: number): number {
  let count = 0
  for (const row of order) if (codes[row] === code) count++
  return count
}

function factsOf(
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

function typicalOf(turnover: readonly Turnover[], period: Period): ChurnFacts['typical'] {
  const customers = turnover.reduce((sum, one) => sum + one.customers, 0)
  if (customers === 0) return null
  const rate = turnover.reduce((sum, one) => sum + one.lost, 0) / customers
  const year = periodsInYear[period]
  return { churn: rate, yearly: 1 - retentionOver(rate, year), years: meanLifetime(rate) / year }
}

function notesOf(lost: number, tooShort: number | null): readonly Issue[] {
  const notes: Issue[] = []
  if (lost > 0) notes.push({ code: 'churn.lost', level: 'info', detail: { count: lost } })
  if (tooShort !== null)
    notes.push({ code: 'churn.short', level: 'info', detail: { days: tooShort } })
  return notes
}
