import { belowYear } from '../../grading/sanity.ts'
import { type Check, finding } from '../check.ts'
import { examplesOf } from '../columns.ts'

/** A lifetime that is worth less than one of its years. */
export const valueBelowYear: Check = {
  id: 'valueBelowYear',
  dimension: 'consistency',
  *find({ table, scheme }) {
    const found = belowYear(table, scheme)
    if (!found) return
    const { lifetime, frequency, spend, rows } = found
    const detail = {
      lifetime: lifetime.name,
      frequency: frequency.name,
      spend: spend.name,
      examples: examplesOf(lifetime, rows),
    }
    yield finding('valueBelowYear', 'warning', [lifetime, frequency, spend], rows, detail, [
      'replace',
    ])
  },
}
