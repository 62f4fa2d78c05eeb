import { createJob } from '../../../src/core/job.ts'
import type { ImportChoices, ImportPlan } from '../../../src/import/plan.ts'
import { type OpenedSource, buildTable, openSource, planImport } from '../../../src/import/read.ts'
import { valueAt } from '../../../src/table/cell.ts'
import type { Table } from '../../../src/table/table.ts'

export { encode } from '../../fixtures/encode.ts'

/** Ways for the tests to hand files and pasted texts to the importer. */

export const asOf = '2026-11-22'

export function opened(
  content: string | Uint8Array<ArrayBuffer>,
  name = '客户.csv',
): Promise<OpenedSource> {
  return openSource({ kind: 'file', file: new Blob([content]), name }, createJob())
}

export function pasted(text: string): Promise<OpenedSource> {
  return openSource({ kind: 'text', text, name: '' }, createJob())
}

export function planOf(source: OpenedSource, choices: ImportChoices = {}): Promise<ImportPlan> {
  return planImport(source, choices, asOf, createJob())
}

export async function tableOf(source: OpenedSource, choices: ImportChoices = {}): Promise<Table> {
  return buildTable(source, await planOf(source, choices), choices, 'customers', createJob())
}

export async function planText(text: string, choices: ImportChoices = {}): Promise<ImportPlan> {
  return planOf(await opened(text), choices)
}

export function valuesOf(table: Table, name: string): unknown[] {
  const column = table.columns.find((each) => each.name === name)
  if (!column) throw new Error(`no column ${name}`)
  return Array.from(table.order, (row) => valueAt(column, row))
}

export const names = (plan: ImportPlan) => plan.columns.map(({ name }) => name)
export const issueCodes = (plan: ImportPlan) => plan.issues.map(({ code }) => code)
export const bytesOf = (...hex: string[]) =>
  Uint8Array.from(Buffer.from(hex.join('').replaceAll(' ', ''), 'hex'))

export function utf16(text: string, littleEndian = true): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian)
  return bytes
}
