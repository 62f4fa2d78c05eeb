import type { Language } from '../i18n/language.ts'
import { words } from '../i18n/translate.ts'
import { customersId, type Document, type ProjectId } from '../project/document.ts'
import { defaultScheme, suggestTemplate, templates } from '../scheme/templates/index.ts'
import type { Column } from '../table/column.ts'
import type { Table } from '../table/table.ts'

export interface NewDocument {
  readonly id: ProjectId
  readonly name: string
  readonly source: string | null
  readonly table: Table
  readonly template: string | null // that fits the table; null = a scheme from its measures
  readonly asOf: string
  readonly language: Language
  readonly createdAt: string
}

/** A project from one table of customers: graded at once by the template that fits, else by its measures. */
export function newDocument(from: NewDocument): Document {
  const { table, asOf } = from
  const { tierLabels, templates: names } = words[from.language].scheme
  const id = templates.find(from.template ?? '')?.id ?? suggestTemplate(table.columns)
  const own = { labels: tierLabels, name: names[id ?? 'general'] }
  const scheme = defaultScheme(table, asOf, own, id)
  return {
    format: 1,
    id: from.id,
    name: from.name,
    createdAt: from.createdAt,
    source: from.source,
    tables: { [customersId]: table },
    scheme,
    keptScheme: scheme,
    overrides: new Map(),
  }
}

/** A sheet to type into: name, one measure, notes; no customers yet. */
export function emptyTable(language: Language): Table {
  const names = words[language].scheme.newColumns
  const base = { group: null, unit: null, revision: 0, originals: null, marks: null }
  const text = (id: string, name: string, role: 'name' | 'note'): Column => ({
    ...base,
    id,
    name,
    role,
    reading: 'text',
    type: 'text',
    starts: new Uint32Array(1),
    bytes: new Uint8Array(0),
    changed: new Map(),
  })
  const measure: Column = {
    ...base,
    id: 'c_measure',
    name: names.measure,
    role: 'measure',
    reading: 'number',
    type: 'number',
    values: new Float64Array(0),
  }
  return {
    id: customersId,
    rowCount: 0,
    order: new Uint32Array(0),
    key: null,
    columns: [text('c_name', names.name, 'name'), measure, text('c_note', names.note, 'note')],
  }
}
