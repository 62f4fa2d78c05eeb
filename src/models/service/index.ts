import { countedNotes, type MonthOfRecords, monthsOfRows } from '../records/countedFacts.ts'
import { countedRows, countsOf } from '../records/counting.ts'
import type { FigureId } from '../figureIds.ts'
import type { Figure, Model } from '../model.ts'
import { closingOf } from './closing.ts'
import { complaintRows } from './complaints.ts'
import { resolvingOf } from './resolving.ts'

export interface ServiceFacts {
  readonly count: number
  readonly complaints: number | null // null = not to be told, here and below
  readonly open: number | null
  readonly typicalDays: number | null // median days from opening to closing
  readonly months: readonly MonthOfRecords[] // counts: all, complaints (where they can be told)
}

/** Tickets and complaints: how many, how many are open, how long they take, and when the last was. */
export const service: Model<object, ServiceFacts | null> = {
  id: 'service',
  usual: ['service.count', 'service.complaints', 'service.last'],
  fields: [],
  defaults: () => ({}),
  usuallyOn: ({ records }) => records.service !== undefined,
  needs: ({ records }) => (records.service ? [] : ['service']),
  reads: () => [],
  async run({ records, customers: { rowCount }, asOf }, _settings, job) {
    const linked = records.service
    if (!linked) return { figures: [], facts: null, notes: [] }
    const counted = await countedRows(linked, asOf, job)
    const { counts, span } = countsOf(counted, rowCount)
    const figures: Figure[] = [number('service.count', counts)]
    const notes = countedNotes(counted)
    const complaints = complaintRows(linked.table)
    const isComplaint = (row: number) => complaints?.[row] === 1
    if (complaints)
      figures.push(number('service.complaints', countsOf(counted, rowCount, isComplaint).counts))
    const closing = closingOf(linked.table, asOf)
    if (closing)
      figures.push(number('service.open', countsOf(counted, rowCount, closing.isOpen).counts))
    const resolving =
      closing?.hasDays && counted.when ? resolvingOf(counted, closing, rowCount) : null
    if (resolving) figures.push(number('service.resolve', resolving.means))
    if (resolving && resolving.backwards > 0)
      notes.push({
        code: 'service.closedBefore',
        level: 'warning',
        detail: { count: resolving.backwards },
      })
    if (counted.when)
      figures.push({ id: 'service.last', reading: 'date', unit: null, values: span.last })
    const typical = resolving?.typical ?? NaN
    const facts: ServiceFacts = {
      count: counted.rows.length,
      complaints: complaints && counted.rows.filter(isComplaint).length,
      open: closing && counted.rows.filter(closing.isOpen).length,
      typicalDays: Number.isNaN(typical) ? null : typical,
      months: monthsOfRows(counted, complaints ? [isComplaint] : []),
    }
    return { figures, facts, notes }
  },
}

const number = (id: FigureId, values: Float64Array): Figure => ({
  id,
  reading: 'number',
  unit: null,
  values,
})
