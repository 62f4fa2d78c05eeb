import { AppError } from '../core/error.ts'
import type { Override } from '../grading/result.ts'
import type { ModelChoices } from '../models/model.ts'
import { aggregations } from '../scheme/aggregation/index.ts'
import { effects } from '../scheme/rules/index.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { scoringProblem } from '../scheme/scoring/valid.ts'
import { stabilities } from '../scheme/stability/index.ts'
import { tierings } from '../scheme/tiering/index.ts'
import type { Column } from '../table/column.ts'
import type { Merge } from '../table/merge.ts'
import type { CustomerKey, Table, TableId } from '../table/table.ts'
import type { Document, ProjectId } from './document.ts'
import { readLayout, type SheetLayout } from './layout.ts'

export const currentFormat = 1

/** A column without its cells. */
export type StoredColumn = Pick<
  Column,
  'id' | 'name' | 'group' | 'role' | 'reading' | 'unit' | 'rules' | 'formula' | 'type'
>

export interface StoredTable {
  readonly id: TableId
  readonly rowCount: number
  readonly key: string | null
  readonly columns: readonly StoredColumn[]
  readonly edited?: readonly (readonly [string, readonly number[]])[] // absent = none
  readonly merges?: readonly Merge[] // absent = none
  readonly distinct?: readonly (readonly [string, readonly number[]])[] // absent = none
}

/**
 * A document as plain JSON, everything but the cells and the order of the rows, which the store keeps as bytes.
 * What `migrate.ts` brings up to date; each shipped format has a golden file in `tests/fixtures/projects`.
 */
export interface StoredDocument {
  readonly format: typeof currentFormat
  readonly id: ProjectId
  readonly name: string
  readonly createdAt: string
  readonly source: string | null
  readonly tables: readonly StoredTable[]
  readonly scheme: Scheme
  readonly keptScheme: Scheme
  readonly overrides: readonly (readonly [CustomerKey, Override])[]
  readonly models?: ModelChoices // absent = all as usual
  readonly layout?: SheetLayout // absent = as given; read anew when the document is made of it
}

export function toStored(document: Document): StoredDocument {
  return {
    format: currentFormat,
    id: document.id,
    name: document.name,
    createdAt: document.createdAt,
    source: document.source,
    tables: Object.values(document.tables).map(
      ({ id, rowCount, key, columns, merges, edited, distinct }) => ({
        id,
        rowCount,
        key,
        columns: columns.map((column) => ({
          id: column.id,
          name: column.name,
          group: column.group,
          role: column.role,
          reading: column.reading,
          unit: column.unit,
          ...(column.rules && { rules: column.rules }),
          ...(column.formula !== undefined && { formula: column.formula }),
          type: column.type,
        })),
        ...(edited ? { edited: [...edited].map(([id, rows]) => [id, [...rows]] as const) } : {}),
        ...(merges ? { merges: [...merges.values()] } : {}),
        ...(distinct ? { distinct: [...distinct] } : {}),
      }),
    ),
    scheme: document.scheme,
    keptScheme: document.keptScheme,
    overrides: [...document.overrides],
    ...(document.models && { models: document.models }),
    ...(document.layout && { layout: document.layout }),
  }
}

/** Equal schemes as one object: whether the scheme is as kept is asked by identity. */
export function withSharedScheme(document: Document): Document {
  const { scheme, keptScheme } = document
  return scheme !== keptScheme && JSON.stringify(scheme) === JSON.stringify(keptScheme)
    ? { ...document, keptScheme: scheme }
    : document
}

/** `tables` holds the rebuilt tables, by the stored ones' ids. */
export function fromStored(stored: StoredDocument, tables: ReadonlyMap<TableId, Table>): Document {
  return {
    format: stored.format,
    id: stored.id,
    name: stored.name,
    createdAt: stored.createdAt,
    source: stored.source,
    tables: Object.fromEntries(tables),
    scheme: stored.scheme,
    keptScheme: stored.keptScheme,
    overrides: new Map(stored.overrides),
    ...(stored.models && { models: stored.models }),
    ...(stored.layout && { layout: readLayout(stored.layout) }),
  }
}

/** Refuses what cannot be a stored document, before anything relies on it. */
export function checkStored(value: Readonly<Record<string, unknown>>): StoredDocument {
  const wrong = [
    ...['id', 'name', 'createdAt'].filter((name) => typeof value[name] !== 'string'),
    ...['tables', 'overrides'].filter((name) => !Array.isArray(value[name])),
    ...['scheme', 'keptScheme'].filter((name) => !isScheme(value[name])),
    ...(value['models'] === undefined || isModelChoices(value['models']) ? [] : ['models']),
  ]
  const unknown = ['scheme', 'keptScheme'].flatMap((name) => [
    ...unknownScorings(value[name]),
    ...unknownMethods(value[name]),
  ])
  const parts = [...wrong, ...new Set(unknown)]
  if (parts.length > 0) throw new AppError('storage.damaged', { parts })
  return value as unknown as StoredDocument
}

/** Settings are looked at by the models themselves, which put them over their defaults. */
function isModelChoices(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(isRecord)
}

function isScheme(value: unknown): boolean {
  return (
    isRecord(value) &&
    Array.isArray(value['criteria']) &&
    Array.isArray(value['tiers']) &&
    isRecord(value['tiering'])
  )
}

/** A scoring that nothing here can compute, as of a later version: `unknown scoring spline`. */
function unknownScorings(scheme: unknown): readonly string[] {
  if (!isRecord(scheme) || !Array.isArray(scheme['criteria'])) return []
  return scheme['criteria'].flatMap((criterion) => {
    const scoring: unknown = isRecord(criterion) ? criterion['scoring'] : null
    return scoringProblem(scoring) ?? []
  })
}

/** The same for a way to set tiers, to make the score, or for what a rule does or asks. */
function unknownMethods(scheme: unknown): readonly string[] {
  if (!isRecord(scheme)) return []
  const rules = Array.isArray(scheme['rules']) ? scheme['rules'].filter(isRecord) : []
  const conditions = rules.flatMap(({ conditions: all }): unknown[] =>
    Array.isArray(all) ? all : [null],
  )
  const known: readonly (readonly [string, readonly unknown[], (id: string) => boolean])[] = [
    ['tiering', [scheme['tiering']], (id) => tierings.find(id) !== undefined],
    ['aggregation', [scheme['aggregation']], (id) => aggregations.find(id) !== undefined],
    ['rule', rules.map(({ effect }) => effect), (id) => effects.find(id) !== undefined],
    ['stability', stabilityIn(scheme), (id) => stabilities.find(id) !== undefined],
    ['condition', conditions, (id) => ['compare', 'among', 'missing'].includes(id)],
  ]
  return known.flatMap(([what, parts, isKnown]) =>
    parts.flatMap((part) => {
      const id = isRecord(part) ? String(part['id']) : ''
      return isKnown(id) ? [] : [`unknown ${what} ${id}`.trim()]
    }),
  )
}

const stabilityIn = ({ stability }: Readonly<Record<string, unknown>>): readonly unknown[] =>
  stability === undefined ? [] : Array.isArray(stability) ? stability : [null]

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
