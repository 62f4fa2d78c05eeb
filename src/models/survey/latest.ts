import type { Job } from '../../core/job.ts'
import { columnByRole } from '../../table/table.ts'
import type { RowId } from '../../table/column.ts'
import { Latest } from '../records/dates.ts'
import type { LinkedRecords } from '../model.ts'
import { eachLiving, numbersOf } from '../records/rows.ts'
import { rowsOut } from '../records/taken.ts'
import { isAnswer, type Question } from './questions.ts'

/** Answer sheets that count: not withdrawn, and not after the as-of date. `day` NaN = not known. Yields. */
export async function eachSheet(
  { table, whose }: LinkedRecords,
  asOf: number,
  job: Job,
  visit: (row: RowId, customer: number, day: number) => void,
): Promise<void> {
  const out = rowsOut(table, 'others')
  const when = numbersOf(columnByRole(table, 'when'))
  await eachLiving(table, job, (row) => {
    const day = when?.[row] ?? NaN
    if (!out[row] && !(day > asOf)) visit(row, whose[row] ?? -1, day)
  })
}

/** The latest answer of each customer and its day; of answers of one day the later row. NaN = none. */
export async function latestAnswers(
  records: LinkedRecords,
  question: Question,
  customers: number,
  asOf: number,
  job: Job,
): Promise<{ readonly answers: Float64Array; readonly days: Float64Array }> {
  const answers = new Float64Array(customers).fill(NaN)
  const latest = new Latest(customers)
  await eachSheet(records, asOf, job, (row, customer, day) => {
    if (customer < 0 || !isAnswer(question, row)) return
    if (latest.add(customer, day)) answers[customer] = question.answers[row] ?? NaN
  })
  return { answers, days: latest.span.last }
}
