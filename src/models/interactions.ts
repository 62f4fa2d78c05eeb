import { columnByRole } from '../table/table.ts'
import {
  countedNotes,
  type MonthOfRecords,
  monthsOfRows,
  type Tallied,
  talliedWords,
} from './records/countedFacts.ts'
import { type CountedRows, countedRows, countsOf } from './records/counting.ts'
import { type Dated, fadedSums } from './records/fading.ts'
import type { Figure, Model } from './model.ts'
import { wordsOf } from './records/words.ts'

export interface InteractionSettings {
  readonly days: number // up to the as-of date, which are recent
  readonly halfLife: number // days after which one counts half in `interactions.heat`
}

export interface InteractionFacts {
  readonly count: number
  readonly days: number // what counts as recent
  readonly recent: number | null // null = without days, here and below
  readonly recentCustomers: number | null // customers with a recent one
  readonly reached: number // customers with one at least
  readonly never: number // customers without any
  readonly months: readonly MonthOfRecords[]
  readonly channels: Tallied | null
}

/** Calls, mails and visits: how many, how many lately, and when the last was. */
export const interactions: Model<InteractionSettings, InteractionFacts | null> = {
  id: 'interactions',
  usual: ['interactions.count', 'interactions.last'],
  fields: [
    { kind: 'number', name: 'days', unit: 'days', auto: false, least: 1, most: 3650 },
    { kind: 'number', name: 'halfLife', unit: 'days', auto: false, least: 1, most: 3650 },
  ],
  defaults: () => ({ days: 90, halfLife: 30 }),
  usuallyOn: ({ records }) => records.interactions !== undefined,
  needs: ({ records }) => (records.interactions ? [] : ['interactions']),
  reads: () => [],
  async run({ records, customers, asOf }, { days, halfLife }, job) {
    const linked = records.interactions
    if (!linked) return { figures: [], facts: null, notes: [] }
    const counted = await countedRows(linked, asOf, job)
    const { when } = counted
    const { counts, span } = countsOf(counted, customers.rowCount)
    const isRecent = (row: number) => (when?.[row] ?? NaN) > asOf - days
    const figures: Figure[] = [
      { id: 'interactions.count', reading: 'number', unit: null, values: counts },
    ]
    const recent = when && countsOf(counted, customers.rowCount, isRecent).counts
    if (recent)
      figures.push(
        { id: 'interactions.recent', reading: 'number', unit: null, values: recent },
        { id: 'interactions.last', reading: 'date', unit: null, values: span.last },
        {
          id: 'interactions.heat',
          reading: 'number',
          unit: null,
          values: heatOf(counted, customers.rowCount, asOf, halfLife),
        },
      )
    const channel = columnByRole(linked.table, 'channel')
    const reached = counts.filter((count) => count > 0).length
    const facts: InteractionFacts = {
      count: counted.rows.length,
      days,
      recent: when && counted.rows.filter(isRecent).length,
      recentCustomers: recent && recent.filter((count) => count > 0).length,
      reached,
      never: customers.order.length - reached,
      months: monthsOfRows(counted),
      channels: channel ? talliedWords(counted, wordsOf(channel)) : null,
    }
    return { figures, facts, notes: countedNotes(counted) }
  },
}

/** Each contact counts the less the longer ago it was. */
function heatOf(counted: CountedRows, customers: number, asOf: number, halfLife: number) {
  function* contacts(): Iterable<Dated> {
    const { rows, whose, when } = counted
    for (const row of rows)
      yield { customer: whose[row] as number, day: when?.[row] ?? NaN, amount: 1 }
  }
  return fadedSums(contacts(), customers, asOf, halfLife)
}
