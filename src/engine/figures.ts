import type { Job } from '../core/job.ts'
import type { Language } from '../i18n/language.ts'
import { words } from '../i18n/translate.ts'
import { recordModels } from '../models/index.ts'
import { type Figure, figureIds } from '../models/model.ts'
import { applyAll } from '../project/apply.ts'
import type { Change } from '../project/change.ts'
import { plan } from '../project/commands/index.ts'
import { customersId, type Document } from '../project/document.ts'
import type { Column } from '../table/column.ts'
import type { RecordKind } from '../table/kind.ts'
import { columnById, type Table } from '../table/table.ts'
import { linkOf, recordKinds } from './linking.ts'

/**
 * The changes, and those that bring what customers get from their records up to date with them: one undo step.
 * `language`: of the names of columns that are new.
 */
export async function withFigures(
  document: Document,
  changes: readonly Change[],
  language: Language,
  job: Job,
): Promise<readonly Change[]> {
  let next = applyAll(document, changes).next
  const all = [...changes]
  for (const kind of recordKinds) {
    const more = await figureChanges(next, kind, language, job)
    next = applyAll(next, more).next
    all.push(...more)
  }
  return all
}

/** Columns of customers that records of one kind give; those that they no longer give go, with their criteria. */
async function figureChanges(
  document: Document,
  kind: RecordKind,
  language: Language,
  job: Job,
): Promise<readonly Change[]> {
  const customers = document.tables[customersId]
  if (!customers) return []
  const figures = await figuresOf(customers, document.tables[kind], kind, job)
  const gone = figureIds.filter(
    (id) =>
      id.startsWith(`${kind}.`) &&
      columnById(customers, id) &&
      !figures.some((figure) => figure.id === id),
  )
  const removed = removals(document, gone)
  const table = applyAll(document, removed).next.tables[customersId] ?? customers
  let end = table.columns.length
  const set = figures.flatMap((figure): readonly Change[] => {
    const before = columnById(table, figure.id)
    if (before && isSame(before, figure)) return []
    const at = before ? table.columns.indexOf(before) : end++
    const column = columnOf(figure, kind, before, table, language)
    return [{ kind: 'setColumn', table: customersId, id: figure.id, at, column }]
  })
  return [...removed, ...set]
}

async function figuresOf(
  customers: Table,
  records: Table | undefined,
  kind: RecordKind,
  job: Job,
): Promise<readonly Figure[]> {
  if (!records) return []
  const { customers: whose } = await linkOf(customers, records, job)
  return recordModels.get(kind).figures(records, whose, customers.rowCount, job)
}

function removals(document: Document, ids: readonly string[]): readonly Change[] {
  const changes: Change[] = []
  let next = document
  for (const column of ids) {
    const more = plan(next, { kind: 'deleteColumn', table: customersId, column })
    next = applyAll(next, more).next
    changes.push(...more)
  }
  return changes
}

function isSame(column: Column, { values, reading, unit }: Figure): boolean {
  if (column.type !== 'number' && column.type !== 'date') return false
  if (column.reading !== reading || column.unit !== unit) return false
  if (column.originals || column.marks || column.values.length !== values.length) return false
  return column.values.every((value, row) => Object.is(value, values[row]))
}

function columnOf(
  { id, reading, unit, values }: Figure,
  kind: RecordKind,
  before: Column | undefined,
  table: Table,
  language: Language,
): Column {
  const { calculated, calculatedBeside, groups } = words[language].tables
  const isTaken = table.columns.some(({ name }) => name === calculated[id])
  const name = isTaken ? calculatedBeside(calculated[id], groups[kind]) : calculated[id]
  return {
    id,
    name: before?.name ?? name,
    group: before?.group ?? groups[kind],
    role: before?.role ?? 'measure',
    reading,
    unit,
    revision: (before?.revision ?? 0) + 1,
    originals: null,
    marks: null,
    type: reading === 'date' ? 'date' : 'number',
    values,
  }
}
