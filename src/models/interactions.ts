import { countOf } from './counting.ts'
import type { Figure, Model } from './model.ts'

/** Calls, mails and visits: how many, and when the last was. */
export const interactions: Model = {
  id: 'interactions',
  usual: ['interactions.count', 'interactions.last'],
  fields: [],
  defaults: () => ({}),
  usuallyOn: ({ records }) => records.interactions !== undefined,
  needs: ({ records }) => (records.interactions ? [] : ['interactions']),
  reads: () => [],
  async run({ records, customers }, _settings, job) {
    const linked = records.interactions
    if (!linked) return { figures: [], facts: null, notes: [] }
    const { counts, span, dated } = await countOf(
      linked.table,
      linked.whose,
      customers.rowCount,
      job,
    )
    const figures: Figure[] = [
      { id: 'interactions.count', reading: 'number', unit: null, values: counts },
    ]
    if (dated)
      figures.push({ id: 'interactions.last', reading: 'date', unit: null, values: span.last })
    return { figures, facts: null, notes: [] }
  },
}
