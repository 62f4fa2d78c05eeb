import { countOf } from './counting.ts'
import type { RecordModel } from './model.ts'

export const interactions: RecordModel = {
  id: 'interactions',
  async figures(records, whose, count, job) {
    const { counts, span, dated } = await countOf(records, whose, count, job)
    return [
      { id: 'interactions.count', reading: 'number', unit: null, values: counts },
      ...(dated
        ? [{ id: 'interactions.last', reading: 'date', unit: null, values: span.last } as const]
        : []),
    ]
  },
}
