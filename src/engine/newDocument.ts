import type { Job } from '../core/job.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsOf } from '../i18n/translate.ts'
import { applyAll } from '../project/apply.ts'
import { customersId, type Document, type ProjectId } from '../project/document.ts'
import { defaultScheme, suggestTemplate, templates } from '../scheme/templates/index.ts'
import type { Column } from '../table/column.ts'
import { customersFrom } from '../table/customersFrom.ts'
import type { Table } from '../table/table.ts'
import { withFigures } from './figures.ts'
import { recordKinds } from './linking.ts'

export interface NewDocument {
  readonly id: ProjectId
  readonly name: string
  readonly source: string | null
  /** One of each kind, under the kind as its id. Without customers they are made from the first of the others. */
  readonly tables: readonly Table[]
  readonly template: string | null // that fits the customers; null = a scheme from its measures
  readonly asOf: string
  readonly language: Language
  readonly createdAt: string
}

/**
 * A project from its tables: customers with what their records say of them, graded at once by the template that fits, else
 * by their measures.
 */
export async function newDocument(from: NewDocument, job: Job): Promise<Document> {
  const { asOf, language } = from
  const records = from.tables.filter(({ id }) => id !== customersId)
  const listed = from.tables.find(({ id }) => id === customersId)
  const words = await wordsOf(language)
  const customers = listed ?? (await customersOf(records, words, job))
  const scheme = schemeFor(customers, from, words)
  const plain: Document = {
    format: 1,
    id: from.id,
    name: from.name,
    createdAt: from.createdAt,
    source: from.source,
    tables: {
      [customersId]: customers,
      ...Object.fromEntries(records.map((one) => [one.id, one])),
    },
    scheme,
    keptScheme: scheme,
    overrides: new Map(),
  }
  if (records.length === 0) return plain
  const { next } = applyAll(plain, await withFigures(plain, [], language, job))
  const whole = schemeFor(next.tables[customersId] ?? customers, { asOf }, words)
  return { ...next, scheme: whole, keptScheme: whole }
}

async function customersOf(records: readonly Table[], words: Words, job: Job): Promise<Table> {
  const [first] = recordKinds.flatMap((kind) => records.filter(({ id }) => id === kind))
  const made = first && (await customersFrom(first, customersId, job))
  return made && made.columns.length > 0 ? made : emptyTable(words)
}

/** The scheme that customers begin with: of the template named, else of the one that fits. */
export function schemeFor(
  customers: Table,
  { asOf, template = null }: Pick<NewDocument, 'asOf'> & Partial<NewDocument>,
  words: Words,
): Document['scheme'] {
  const { tierLabels, templates: names } = words.scheme
  const id = templates.find(template ?? '')?.id ?? suggestTemplate(customers.columns)
  return defaultScheme(customers, asOf, { labels: tierLabels, name: names[id ?? 'general'] }, id)
}

/** A sheet to type into: name, one measure, notes; no customers yet. */
export function emptyTable(words: Words): Table {
  const names = words.scheme.newColumns
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
