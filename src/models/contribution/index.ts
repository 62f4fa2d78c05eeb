import type { Issue } from '../../core/issue.ts'
import { identifying, linkedBy } from '../../table/link.ts'
import type { Figure, Model } from '../model.ts'
import { marginsOf } from './margin.ts'
import { referrerColumns, type Referrers, referrersOf } from './referrers.ts'
import { type TopReferrer, topReferrers } from './topReferrers.ts'
import { amountsOf, hasReferrers, knowsMargin, ownSpend, unitOf } from './sources.ts'

export interface ContributionSettings {
  readonly marginRate: number | null // for orders whose cost is not known; null = not known either
}

export interface ContributionFacts {
  readonly unit: string | null
  readonly margin: number | null // of all customers; null = not known, here and below
  readonly referrers: number | null // customers who brought others
  readonly referred: number | null // customers whom others brought
  readonly referredAmount: number | null
  readonly top: readonly TopReferrer[] // who brought most by money, else by count; empty = not known
}

/** What customers leave, and whom they bring. */
export const contribution: Model<ContributionSettings, ContributionFacts> = {
  id: 'contribution',
  usual: ['contribution.margin', 'contribution.referred', 'contribution.referredAmount'],
  fields: [{ kind: 'number', name: 'marginRate', unit: 'percent', auto: true, least: 0, most: 1 }],
  defaults: () => ({ marginRate: null }),
  usuallyOn: (input) => hasReferrers(input) || knowsMargin(input, null),
  needs: (input, { marginRate }) =>
    hasReferrers(input) || knowsMargin(input, marginRate) ? [] : ['contribution.source'],
  reads(input) {
    if (!hasReferrers(input)) return []
    const naming = linkedBy.flatMap((by) => identifying(input.customers, by))
    const spend = ownSpend(input)
    return [...referrerColumns(input.customers), ...naming, ...(spend ? [spend] : [])]
  },
  async run(input, { marginRate }, job) {
    const { orders } = input.records
    const count = input.customers.rowCount
    const unit = unitOf(input)
    const figures: Figure[] = []
    const notes: Issue[] = []
    const margins =
      orders && knowsMargin(input, marginRate)
        ? await marginsOf(orders, count, input.asOf, marginRate, job)
        : null
    if (margins) {
      figures.push({ id: 'contribution.margin', reading: 'money', unit, values: margins.values })
      if (margins.unknown > 0)
        notes.push(note('contribution.costUnknown', 'warning', margins.unknown))
    }
    const found = hasReferrers(input) ? await referrersOf(input.customers, job) : null
    const brought = found && referredOf(found, await amountsOf(input, job), count)
    if (found && brought) {
      figures.push({
        id: 'contribution.referred',
        reading: 'number',
        unit: null,
        values: brought.counts,
      })
      if (brought.amounts)
        figures.push({
          id: 'contribution.referredAmount',
          reading: 'money',
          unit,
          values: brought.amounts,
        })
      if (found.unknown > 0)
        notes.push(note('contribution.referrerUnknown', 'warning', found.unknown))
      if (found.own > 0) notes.push(note('contribution.ownReferrer', 'info', found.own))
    }
    const facts: ContributionFacts = {
      unit,
      margin: margins?.total ?? null,
      referrers: brought && brought.counts.filter((own) => own > 0).length,
      referred: brought && sum(brought.counts),
      referredAmount: brought?.amounts ? sum(brought.amounts) : null,
      top: brought ? topReferrers(input.customers, brought) : [],
    }
    return { figures, facts, notes }
  },
}

function note(code: Issue['code'], level: Issue['level'], count: number): Issue {
  return { code, level, detail: { count } }
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + (value || 0), 0)

/** Directly brought customers and their money; circles do no harm, since nothing is passed on. */
function referredOf({ referrer }: Referrers, spent: Float64Array | null, customers: number) {
  const counts = new Float64Array(customers)
  const amounts = spent && new Float64Array(customers)
  referrer.forEach((by, row) => {
    if (by < 0) return
    counts[by] = (counts[by] as number) + 1
    if (amounts && spent) amounts[by] = (amounts[by] as number) + (spent[row] || 0)
  })
  return { counts, amounts: amounts?.map((amount) => Math.round(amount * 1e6) / 1e6) ?? null }
}
