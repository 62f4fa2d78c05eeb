import { openSource, buildTable, planImport } from '../../../src/import/read.ts'
import { createJob } from '../../../src/core/job.ts'
import { finish } from '../../../src/core/steps.ts'
import type { CheckId, Finding, Subject } from '../../../src/quality/check.ts'
import { checks } from '../../../src/quality/checks/index.ts'
import { findingsOf } from '../../../src/quality/findings.ts'
import type { Scheme } from '../../../src/scheme/scheme.ts'
import type { Table } from '../../../src/table/table.ts'
import { scheme } from '../project/documents.ts'

/** A list as text, read as the import reads it, and a scheme over some of its columns. */
export async function subjectOf(
  text: string,
  { asOf = '2026-03-01', criteria = [] }: { asOf?: string; criteria?: readonly string[] } = {},
): Promise<Subject> {
  const opened = await openSource({ kind: 'text', text, name: 'x.csv' }, createJob())
  const plan = await planImport(opened, {}, asOf, createJob())
  const table = await buildTable(opened, plan, {}, 'customers', createJob())
  return { table, scheme: schemeOver(table, criteria, asOf) }
}

function schemeOver(table: Table, names: readonly string[], asOf: string): Scheme {
  const [first] = scheme.criteria
  if (!first) throw new Error('a sample criterion')
  const criteria = names.map((name, at) => ({
    ...first,
    id: `k_${at}`,
    name,
    column: columnNamed(table, name).id,
    weight: 1,
  }))
  return { ...scheme, asOf, criteria, valueColumn: null }
}

export function columnNamed(table: Table, name: string) {
  const found = table.columns.find((column) => column.name === name)
  if (!found) throw new Error(`no column ${name}`)
  return found
}

export const found = (subject: Subject, check: CheckId): readonly Finding[] =>
  finish(findingsOf(checks.get(check), subject))

/** Per finding its columns and rows, rows counted from 1 as in the text below the header. */
export const rowsOf = (subject: Subject, check: CheckId) =>
  Object.fromEntries(
    found(subject, check).map(({ columns, rows }) => [
      columns.map((id) => subject.table.columns.find((column) => column.id === id)?.name).join('+'),
      [...rows].map((row) => row + 1),
    ]),
  )
