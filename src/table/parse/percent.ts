import { shifted, timesHundred } from './exact.ts'
import { noteQuantity, readQuantity } from './number.ts'
import type { Quantity } from './quantity.ts'
import type { ReadContext, Reading } from './reading.ts'

/** Shares, stored as fractions: 12% is 0.12. */
export const percent: Reading = {
  id: 'percent',
  type: 'number',
  read: (cell, context) =>
    readQuantity(cell, context, (read, text) => {
      if (read.currency !== null || read.counter !== null) return null
      if (read.percent) return noteQuantity(read, text, context, false)
      const value = bareShare(read, context)
      return noteQuantity({ ...read, value }, text, context, !context.percentColumn?.sure)
    }),
  write: (value) => (typeof value === 'number' ? `${timesHundred(value)}%` : ''),
}

/** Without a column's rule as Excel does in cells formatted as percent: 0.12 and 12 are both 12 %. */
function bareShare(read: Quantity, context: ReadContext): number {
  const fraction = context.percentColumn
    ? context.percentColumn.bare === 'fraction'
    : Math.abs(read.value) < 1
  return fraction ? read.value : shifted(read.value, -2)
}
