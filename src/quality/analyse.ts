import type { Steps } from '../core/steps.ts'
import type { Finding, Subject } from './check.ts'
import { allFindings } from './findings.ts'
import { type ColumnScore, columnScore, listScore, weightsOf } from './score.ts'

export interface Analysis {
  readonly findings: readonly Finding[]
  readonly columns: readonly ColumnScore[] // in the table's order
  readonly score: number | null // of the list, 0..100
}

/** The quality of the whole list. */
export function* analyse(subject: Subject): Steps<Analysis> {
  const { table, scheme } = subject
  const findings = yield* allFindings(subject)
  const weights = weightsOf(table, scheme)
  const columns: ColumnScore[] = []
  for (const column of table.columns) {
    columns.push(columnScore(table, column, findings, weights.get(column.id) ?? 0))
    yield
  }
  return { findings, columns, score: listScore(table, columns) }
}
