import { isMeasure, measuresOf, schemeOf } from './slots.ts'
import type { Template } from './template.ts'

/** Any list: all measures with equal weights. Fits wherever there is one, but less than anything that knows the columns. */
export const general: Template = {
  id: 'general',
  fits: (columns) => (columns.some(isMeasure) ? 0.3 : 0),
  build: (table, asOf, words) =>
    schemeOf({
      id: 'general',
      table,
      asOf,
      criteria: measuresOf(table, asOf),
      ...(words ? { words } : {}),
    }),
}
