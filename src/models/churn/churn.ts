import type { Issue } from '../../core/issue.ts'
import type { Job } from '../../core/job.ts'
import type { Table } from '../../table/table.ts'
import type { Period } from '../records/calendar.ts'
import { hasDays, listColumns } from '../lifecycle/lifecycle.ts'
import { limitsOf, type LimitSettings, usualLimits } from '../lifecycle/limits.ts'
import { stageCode, stagesAt } from '../lifecycle/stage.ts'
import { standingAt, standingInList } from '../lifecycle/standing.ts'
import type { Model, ModelInput } from '../model.ts'
import { purchaseDaysOf } from '../records/purchaseDays.ts'
import { cohortsOf } from './cohorts.ts'
import { openComplaints } from './complaints.ts'
import { type ChurnFacts, riskFactsOf, typicalOf } from './facts.ts'
import { flagColumn, flaggedChurn } from './flag.ts'
import { poorAnswers } from './poorAnswers.ts'
import { levels, reasons } from './reasons.ts'
import { riskOf, type RiskSettings, type Signals } from './risk.ts'
import { turnoverOf } from './turnover.ts'

interface OwnSettings extends RiskSettings {
  readonly complaints: boolean // whether these count
  readonly answers: boolean
  readonly period: Period
  readonly flag: string | null // column of the customers; null = as found
}
/** The limits of being dormant and lost are those of the lifecycle. */
export type ChurnSettings = LimitSettings & OwnSettings

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
    const riskFacts = riskFactsOf(customers, risk, limits, lost, purchases)
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

function notesOf(lost: number, tooShort: number | null): readonly Issue[] {
  const notes: Issue[] = []
  if (lost > 0) notes.push({ code: 'churn.lost', level: 'info', detail: { count: lost } })
  if (tooShort !== null)
    notes.push({ code: 'churn.short', level: 'info', detail: { days: tooShort } })
  return notes
}
