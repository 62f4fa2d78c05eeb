import type { Detail } from '../core/error.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Column, ColumnId } from '../table/column.ts'
import type { Table } from '../table/table.ts'

/**
 * What a finding speaks against. Completeness and consistency after ISO/IEC 25012:2008, the others after DAMA UK, "The six
 * primary dimensions for data quality assessment", 2013; plausibility is accuracy as far as the list alone can tell.
 */
export const dimensions = [
  'completeness', // it is there
  'validity', // it can be read and keeps to its scale
  'uniqueness', // it names one customer
  'consistency', // it agrees with other cells
  'plausibility', // it is believable
] as const
export type Dimension = (typeof dimensions)[number]

export const checkIds = [
  'unreadable', // { column, count, examples }
  'missing', // { column, count } in a column that criteria use
  'incomplete', // { count, share, criteria } customers who lack some criterion
  'keyBlank', // { column, count }
  'nameBlank', // { column, count }
  'keyDuplicate', // { column, count, keys, examples }
  'digitsLost', // { column, count, examples }
  'masked', // { column, count }
  'offScale', // { column, count, low, high, examples }
  'tooLarge', // { column, count, examples } beyond ±1e15
  'percentOver', // { column, count, examples }
  'mixedCurrency', // { column, count, currencies, unit }
  'negative', // { column, count, examples }
  'ancient', // { column, count, before, examples }
  'future', // { column, count, asOf, examples }
  'lastBeforeFirst', // { first, last, count }
  'valueBelowYear', // { frequency, spend, lifetime, count, examples }
  'outlier', // { column, count, low, high, examples }
  'variants', // { column, count, examples } 华东区 → 华东
  'sharedPhone', // { column, count, phones, most, examples }
  'manyPhones', // { column, name, count, names, examples }
  'duplicates', // { count, groups, certain }
] as const
export type CheckId = (typeof checkIds)[number]

/** How a finding's cells can be mended at once. The parts: `quality/fix.ts`. */
export const fixIds = [
  'replace',
  'clear',
  'clamp',
  'absolute',
  'swap',
  'asOf',
  'hundredth',
  'unify',
] as const
export type FixId = (typeof fixIds)[number]

/** `check:column,column`: the same as long as the columns are. */
export type FindingId = string

export interface Finding {
  readonly id: FindingId
  readonly check: CheckId
  /** `info` is worth knowing and takes nothing from a score. */
  readonly level: 'error' | 'warning' | 'info'
  readonly columns: readonly ColumnId[] // whose cells it is about; the first is the one to go to
  readonly rows: Uint32Array // living rows in sheet order, each once, at least one
  readonly detail: Detail
  readonly fixes: readonly FixId[]
}

/** What is checked: a table of customers and what the scheme makes of it. */
export interface Subject {
  readonly table: Table
  readonly scheme: Scheme
}

/** One question to the list. `undefined` between findings is a pause. */
export interface Check {
  readonly id: CheckId
  readonly dimension: Dimension
  readonly find: (subject: Subject) => Iterable<Finding | undefined>
}

function findingId(check: CheckId, columns: readonly ColumnId[]): FindingId {
  return `${check}:${columns.join(',')}`
}

/** A finding where there are rows. */
export function finding(
  check: CheckId,
  level: Finding['level'],
  columns: readonly Column[],
  rows: Uint32Array,
  detail: Detail,
  fixes: readonly FixId[] = [],
): Finding | undefined {
  if (rows.length === 0) return undefined
  const ids = columns.map(({ id }) => id)
  return {
    id: findingId(check, ids),
    check,
    level,
    columns: ids,
    rows,
    detail: { count: rows.length, ...(columns[0] ? { column: columns[0].name } : {}), ...detail },
    // what a formula gives is mended in the cells that it reads
    fixes: columns.some(({ formula }) => formula !== undefined) ? [] : fixes,
  }
}
