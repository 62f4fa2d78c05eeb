import type { Job } from '../core/job.ts'
import type { Language } from '../i18n/language.ts'
import { type Words, wordsOf } from '../i18n/translate.ts'
import type { Change } from '../project/change.ts'
import { applyAll } from '../project/apply.ts'
import { customersId, type Document } from '../project/document.ts'
import { dayOf } from '../scheme/day.ts'
import type { IsoDate } from '../scheme/scheme.ts'
import { suggestTemplate } from '../scheme/templates/index.ts'
import { mergeRecords, type MergeCounts } from '../table/mergeRecords.ts'
import type { Table } from '../table/table.ts'
import { withFigures } from './figures.ts'
import { schemeFor } from './newDocument.ts'
import { asOfFor, lastDay } from './recordDays.ts'
import { replacingTable } from './replacingTable.ts'

/** `replace`: these records in the place of those that are there; `add`: to them, nothing twice. */
export type RecordManner = 'add' | 'replace'

export interface TakenRecords {
  readonly changes: readonly Change[]
  readonly counts: MergeCounts
}

/**
 * Puts a table of records, whose id is its kind, into the project, and what customers get from it. One undo step.
 * The project must have customers.
 */
export async function takeRecords(
  document: Document,
  records: Table,
  manner: RecordManner,
  language: Language,
  job: Job,
  today: IsoDate = document.scheme.asOf,
): Promise<TakenRecords> {
  const before = document.tables[records.id]
  const { table, counts } = before
    ? manner === 'add'
      ? await mergeRecords(before, records, document.scheme.asOf, job)
      : { table: replacingTable(records, before), counts: allNew(records) }
    : { table: records, counts: allNew(records) }
  const own: readonly Change[] =
    table === before ? [] : [{ kind: 'setTable', id: records.id, table }]
  const seen = [...own, ...laterAsOf(document, table, today)]
  const changes = await withFigures(document, seen, language, job)
  return {
    changes: [...changes, ...firstScheme(document, changes, await wordsOf(language))],
    counts,
  }
}

/** What came in tells of later days than the project looks from: it would not be known yet. */
function laterAsOf(
  { scheme, keptScheme }: Document,
  records: Table,
  today: IsoDate,
): readonly Change[] {
  if (!(lastDay(records, dayOf(today)) > dayOf(scheme.asOf))) return []
  const asOf = asOfFor([records], today)
  const moved = { ...scheme, asOf }
  const kept = keptScheme === scheme ? moved : { ...keptScheme, asOf }
  return [
    { kind: 'setScheme', scheme: moved },
    { kind: 'setKeptScheme', scheme: kept },
  ]
}

/** A list that had nothing to be scored by is graded by what its records say. */
function firstScheme(
  document: Document,
  changes: readonly Change[],
  words: Words,
): readonly Change[] {
  const { scheme, keptScheme } = document
  if (scheme.criteria.length > 0 || scheme !== keptScheme) return []
  const { tables, scheme: dated } = applyAll(document, changes).next
  const customers = tables[customersId]
  if (!customers || suggestTemplate(customers.columns) === null) return []
  const { tiers, tiering } = scheme
  const next = { ...schemeFor(customers, { asOf: dated.asOf }, words), tiers, tiering }
  return [
    { kind: 'setScheme', scheme: next },
    { kind: 'setKeptScheme', scheme: next },
  ]
}

export async function recordChanges(
  document: Document,
  records: Table,
  manner: RecordManner,
  language: Language,
  job: Job,
  today: IsoDate,
): Promise<readonly Change[]> {
  return (await takeRecords(document, records, manner, language, job, today)).changes
}

const allNew = ({ order }: Table): MergeCounts => ({ added: order.length, updated: 0, same: 0 })
