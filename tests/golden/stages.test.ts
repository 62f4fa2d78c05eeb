import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/engine/workspace.ts'
import {
  churnRate,
  grossRetention,
  meanLifetime,
  netRetention,
  retentionOver,
} from '../../src/models/churn/rates.ts'
import { groupOf, netPromoterScore, satisfiedShare } from '../../src/models/survey/measures.ts'
import { survey } from '../../src/models/survey/survey.ts'
import { inputOf, job, recordsOf } from '../unit/models/history.ts'
import { sharedData, sharedFile } from '../unit/sharedData.ts'

// Expectations: data/definitions/definitions.json (pages of the field, each with its source) and data/stats
// (computed by pandas). Skipped where ../shared/data is absent.
const here = sharedData !== null
const text = (name: string) => new TextDecoder().decode(sharedFile(name))

interface Definitions {
  readonly nps: readonly {
    readonly responses?: Record<'0-6' | '7-8' | '9-10', number>
    readonly nps: number
  }[]
  readonly csat: readonly {
    readonly counts: Record<string, number>
    readonly csat_pct: number
    readonly satisfied: number
  }[]
  readonly churn: readonly Record<string, number>[]
  readonly revenue_retention: readonly Record<string, number>[]
}
interface Portfolio {
  readonly telco: Readonly<Record<'churned' | 'rows' | 'churn_rate', number>>
}
const definitions: Definitions | null = here
  ? (JSON.parse(text('definitions/definitions.json')) as Definitions)
  : null

describe.skipIf(!here)('definitions of the field', () => {
  test('NPS, by formula and from raw answers', async () => {
    const examples = definitions?.nps.filter(({ responses }) => responses) ?? []
    expect(examples).toHaveLength(2)
    for (const { responses, nps } of examples) {
      const { '0-6': detractors = 0, '7-8': passives = 0, '9-10': promoters = 0 } = responses ?? {}
      expect(netPromoterScore({ promoters, passives, detractors })).toBeCloseTo(nps, 12)
      // the same people as answers: 0..6, 7..8, 9..10 in turn, with a blank and one off the scale
      const answers = [
        ...Array.from({ length: detractors }, (_, at) => at % 7),
        ...Array.from({ length: passives }, (_, at) => 7 + (at % 2)),
        ...Array.from({ length: promoters }, (_, at) => 9 + (at % 2)),
      ].map(String)
      const records = recordsOf([['answer', 'number', 'NPS', [...answers, '', '11']]], [])
      const input = inputOf({ customers: 1, asOf: 0, records: { survey: records } })
      const { facts } = await survey.run(input, survey.defaults(), job)
      expect(facts.nps?.total.score).toBeCloseTo(nps, 12)
      expect(facts.nps?.total.answers).toBe(answers.length)
    }
    expect(Array.from({ length: 11 }, (_, answer) => groupOf(answer))).toEqual([
      2, 2, 2, 2, 2, 2, 2, 1, 1, 0, 0,
    ])
  })

  test('CSAT from raw answers', async () => {
    for (const { counts, csat_pct, satisfied } of definitions?.csat.filter(
      ({ counts }) => counts,
    ) ?? []) {
      const answers = Object.entries(counts).flatMap(([answer, count]) =>
        Array<string>(count).fill(answer),
      )
      const records = recordsOf([['answer', 'number', '满意度', answers]], [])
      const input = inputOf({ customers: 1, asOf: 0, records: { survey: records } })
      const { facts } = await survey.run(input, survey.defaults(), job)
      expect(facts.csat?.total.satisfied).toBe(satisfied)
      expect((facts.csat?.total.share ?? 0) * 100).toBeCloseTo(csat_pct, 2)
      expect(satisfiedShare(satisfied, answers.length)).toBe(facts.csat?.total.share)
    }
  })

  test('churn, retention, lifetime, NRR and GRR', () => {
    const [one, two, monthly, yearly] = definitions?.churn ?? []
    for (const given of [one, two])
      expect(churnRate(given?.['lost'] ?? 0, given?.['at_start'] ?? 0) * 100).toBeCloseTo(
        given?.['rate_pct'] ?? 0,
        4,
      )
    expect(retentionOver(monthly?.['monthly_churn'] ?? 0, 12)).toBeCloseTo(
      monthly?.['annual_retention'] ?? 0,
      4,
    )
    expect(meanLifetime(yearly?.['annual_churn'] ?? 0)).toBe(yearly?.['mean_lifetime_years'])
    const revenue = definitions?.revenue_retention[0]
    const start = revenue?.['start_mrr'] ?? 0
    const churned = revenue?.['churned'] ?? 0
    // "35,000 after upsell", then 5,000 lost: expansion is what came on top of the start
    const expansion = (revenue?.['end_mrr_after_upsell'] ?? 0) - start
    const moved = { start, expansion, contraction: 0, churned }
    expect(netRetention(moved) * 100).toBeCloseTo(revenue?.['nrr_pct'] ?? 0, 2)
    expect(grossRetention(moved)).toBeCloseTo(22 / 27, 12) // (27000 − 5000) / 27000
  })
})

async function imported(file: string) {
  const workspace = openWorkspace({ today: () => '2024-07-01' })
  await workspace.importFile({ kind: 'file', file: new Blob([sharedFile(file)]), name: file })
  return workspace
}

async function factsOf(file: string) {
  const view = await (await imported(file)).view('model', { id: 'churn' })
  if (view?.id !== 'churn') throw new Error('no churn')
  return view.facts
}

describe.skipIf(!here)('public data', () => {
  test('Online Retail: active customers of the 13 monthly cohorts are those of pandas', async () => {
    const cohorts = (await factsOf('transactions/online_retail_invoices.csv'))?.cohorts
    const [, ...rows] = Papa.parse<string[]>(
      text('stats/online_retail_cohort_active_customers.csv').trim(),
    ).data
    const expected = rows.map(([, ...cells]) => cells.filter((cell) => cell !== '').map(Number))
    expect(expected).toHaveLength(13)
    expect(cohorts?.active).toEqual(expected)
  })
  test('Telco: 1,869 of 7,043 churned', async () => {
    const flagged = (await factsOf('customers/telco_customer_churn.csv'))?.flagged
    const { telco } = JSON.parse(text('stats/portfolio_reference.json')) as Portfolio
    expect(flagged).toMatchObject({ column: 'Churn', lost: telco.churned, customers: telco.rows })
    expect(flagged?.churn).toBeCloseTo(telco.churn_rate, 12)
  })
})
