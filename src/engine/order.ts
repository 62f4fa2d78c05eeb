import { finish } from '../core/steps.ts'
import { ungraded } from '../grading/result.ts'
import { isValid } from '../grading/overrides.ts'
import { rowsOfKeys } from '../table/key.ts'
import { sortByKey, sortRows } from '../table/sort.ts'
import { columnById, type RowIndex } from '../table/table.ts'
import { findingNow } from '../quality/findings.ts'
import { findingFilter, subjectOf } from './analysing.ts'
import { keepsOf } from './columnFilter.ts'
import { toCheck } from './flags.ts'
import { found } from './searching.ts'
import type { Session } from './session.ts'
import { completenessColumn, scoreColumn, settledColumn, tierColumn } from './sheetColumns.ts'
import type { FilterId, SheetQuery, SheetSort } from './views.ts'

type Keep = (row: number) => boolean

const kept = 4 // orders of so many queries are kept: the sheet's, and those of a search being typed

/** Which customers the query shows, in which order. A text of the query must have been searched. Kept until the document changes; a running drag keeps it too. */
export function orderOf(session: Session, query: SheetQuery): RowIndex {
  const key = JSON.stringify([
    sortsOf(query),
    [...query.filters].sort(),
    query.columns ?? [],
    query.search,
  ])
  const known = session.orders.get(key)
  if (known) return known
  const order = sorted(session, filtered(session, query), sortsOf(query))
  session.orders.set(key, order)
  for (const old of session.orders.keys()) {
    if (session.orders.size <= kept) break
    session.orders.delete(old)
  }
  return order
}

function filtered(session: Session, query: SheetQuery): Uint32Array {
  const { order } = session.table
  const columns = (query.columns ?? []).map((filter) => finish(keepsOf(session, filter)))
  const keeps = [...filters(session, query.filters), ...columns]
  const hits = query.search.trim() === '' ? order : found(session, query.search)
  return keeps.length === 0 ? hits : hits.filter((row) => keeps.every((keep) => keep(row)))
}

function filters(session: Session, ids: readonly FilterId[]): readonly Keep[] {
  const { document, result, table } = session
  const keeps: Keep[] = []
  const tiers = ids.filter((id) => id.startsWith('tier:')).map((id) => id.slice('tier:'.length))
  const wanted = new Set(
    tiers.map((id) => document.scheme.tiers.findIndex((tier) => tier.id === id)),
  )
  // ungraded stands beside the tiers: another outcome of the same question
  if (ids.includes('ungraded')) wanted.add(ungraded)
  if (wanted.size > 0) keeps.push((row) => wanted.has(result.final[row] ?? ungraded))
  if (ids.includes('near')) {
    const { score, cutoffs } = result
    keeps.push((row) => cutoffs.some((cutoff) => Math.abs((score[row] ?? NaN) - cutoff) <= 1))
  }
  if (ids.includes('held')) keeps.push((row) => result.settled[row] !== result.computed[row])
  if (ids.includes('overridden')) {
    const valid = [...document.overrides].filter(([, one]) => isValid(one, document.scheme))
    const keys = valid.map(([key]) => key)
    const overridden = new Set([...rowsOfKeys(table, keys).values()].flat())
    keeps.push((row) => overridden.has(row))
  }
  if (ids.includes('check')) {
    const { flags } = toCheck(session)
    keeps.push((row) => flags[row] === 1)
  }
  for (const id of ids.filter((one) => one.startsWith(findingFilter))) {
    const found = findingNow(subjectOf(session), id.slice(findingFilter.length))
    const flags = new Uint8Array(table.rowCount)
    for (const row of found?.rows ?? []) flags[row] = 1
    keeps.push((row) => flags[row] === 1)
  }
  return keeps
}

const sortsOf = ({ sort, thenBy = [] }: SheetQuery): readonly SheetSort[] =>
  sort === null ? thenBy : [sort, ...thenBy]

/** The last column first: each sort keeps the order of what is equal to it. */
function sorted(session: Session, rows: Uint32Array, sorts: readonly SheetSort[]): RowIndex {
  return sorts.reduceRight<RowIndex>((index, sort) => sortedBy(session, index.rows, sort), { rows })
}

function sortedBy(session: Session, rows: Uint32Array, sort: SheetSort): RowIndex {
  const { result, table } = session
  if (sort.column === scoreColumn)
    return { rows: sortByKey(rows, (row) => result.score[row] ?? NaN, sort.descending) }
  if (sort.column === completenessColumn)
    return { rows: sortByKey(rows, (row) => result.completeness[row] ?? NaN, sort.descending) }
  if (sort.column === tierColumn || sort.column === settledColumn) {
    const tiers = sort.column === tierColumn ? result.final : result.settled
    const place = (row: number) => {
      const tier = tiers[row] ?? ungraded
      return tier === ungraded ? NaN : tier // ascending = best first: A, B, C
    }
    return { rows: sortByKey(rows, place, sort.descending) }
  }
  const column = columnById(table, sort.column)
  return { rows: column ? sortRows(column, rows, sort.descending) : rows }
}
