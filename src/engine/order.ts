import type { Progress } from '../core/job.ts'
import { finish, type Steps, type ToldSteps } from '../core/steps.ts'
import { ungraded } from '../grading/result.ts'
import { rankColumn } from '../table/columnRanks.ts'
import { rankNumbers, type Ranks } from '../table/ranks.ts'
import { sortByRanks, type SortKey } from '../table/sort.ts'
import { columnById, type RowIndex } from '../table/table.ts'
import { keepsOf, numbersOf, type Keep } from './columnFilter.ts'
import { keepsOfAll } from './rowFilters.ts'
import { found } from './searching.ts'
import type { Session } from './session.ts'
import { settledColumn, tierColumn } from './sheetColumns.ts'
import type { SheetQuery, SheetSort } from './views.ts'

const kept = 4 // orders of so many queries are kept: the sheet's, and those of a search being typed

/**
 * Which customers the query shows, in which order. A text of the query must have been searched. Kept until the document
 * changes; a running drag keeps it too, and what was asked for by a number outlives edits of cells (`heldOrders`). At once: who
 * can wait awaits `ordered` first.
 */
export function orderOf(session: Session, query: SheetQuery): RowIndex {
  return orderKnown(session, query) ?? keepOrder(session, query, finish(orderSteps(session, query)))
}

/** What is asked for stays longest: counts of filters being chosen do not drive out the order on show. */
export function orderKnown(session: Session, query: SheetQuery): RowIndex | undefined {
  const held = session.held.get(query)
  if (held) return held
  const key = orderKey(query)
  const order = session.orders.get(key)
  if (!order) return undefined
  session.orders.delete(key)
  session.orders.set(key, order)
  return session.held.take(query, order, session.contents)
}

/** Forgets the oldest ones. */
export function keepOrder(session: Session, query: SheetQuery, order: RowIndex): RowIndex {
  session.orders.set(orderKey(query), order)
  for (const old of session.orders.keys()) {
    if (session.orders.size <= kept) break
    session.orders.delete(old)
  }
  return session.held.take(query, order, session.contents)
}

/** The same for all numbers that it is asked for by. */
export function orderKey(query: SheetQuery): string {
  const { filters, columns = [], search } = query
  return JSON.stringify([sortsOf(query), [...filters].sort(), columns, search])
}

const sortsOf = ({ sort, thenBy = [] }: SheetQuery): readonly SheetSort[] =>
  sort === null ? thenBy : [sort, ...thenBy]

/**
 * Step by step. Of the result copies are taken, so that a drag may go on meanwhile; whoever changes the document meanwhile gets
 * the order of before.
 */
export function* orderSteps(session: Session, query: SheetQuery): ToldSteps<RowIndex> {
  const { table } = session
  const columns = query.columns ?? []
  const sorts = sortsOf(query)
  const told = teller(table.order.length, columns.length + sorts.length + 2)
  const results = new Map(sorts.map(({ column }) => [column, resultRanks(session, column)]))
  const keeps = [...keepsOfAll(session, query.filters)]
  const hits = query.search.trim() === '' ? table.order : found(session, query.search)

  for (const filter of columns) keeps.push(yield* told(keepsOf(session, filter)))
  const rows = yield* told(keptOf(hits, keeps))
  const keys: SortKey[] = []
  for (const { column, descending } of sorts) {
    const own = columnById(table, column)
    const ranks = results.get(column) ?? (own && (yield* told(rankColumn(own))))
    if (ranks) keys.push({ ranks, descending })
  }
  return { rows: yield* told(sortByRanks(rows, keys)) }
}

const block = 65_536 // rows between pauses

function* keptOf(rows: Uint32Array, keeps: readonly Keep[]): Steps<Uint32Array> {
  if (keeps.length === 0) return rows
  const left = new Uint32Array(rows.length)
  let count = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    if (keeps.every((keep) => keep(row))) left[count++] = row
    if (at % block === block - 1) yield
  }
  return left.slice(0, count)
}

/** Of a column of the result, best tier first; null = it is one of the table. */
function resultRanks(session: Session, id: string): Ranks | null {
  const { result } = session
  if (id === tierColumn || id === settledColumn) {
    const tiers = id === tierColumn ? result.final : result.settled
    const places = new Uint32Array(tiers).map((tier) => (tier === ungraded ? 0 : tier + 1))
    return { places, most: ungraded }
  }
  const numbers = id.startsWith('$') ? numbersOf(session, id) : null
  return numbers && rankNumbers(numbers)
}

/** Passes steps on, saying after each how far the whole is: stages count alike. */
function teller(rows: number, stages: number) {
  let done = 0
  return function* <T>(steps: Steps<T>): ToldSteps<T> {
    const progress: Progress = {
      step: 'sort',
      done: Math.floor((rows * done) / stages),
      total: rows,
    }
    for (;;) {
      const step = steps.next()
      if (step.done) {
        done++
        return step.value
      }
      yield progress
    }
  }
}
