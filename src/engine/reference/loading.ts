import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { type ReferenceOrigin, type ReferenceRow, referenceTable } from '../../grading/reference.ts'
import { dayOf } from '../../scheme/day.ts'
import type { Tier, TierId } from '../../scheme/scheme.ts'
import { pendingMeant, tierMeant } from '../../scheme/stability/words.ts'
import type { Column, ColumnId, RowId } from '../../table/column.ts'
import { customerKeys } from '../../table/key.ts'
import { matchRows } from '../../table/matchRows.ts'
import { pairColumns } from '../../table/pairColumns.ts'
import { writeCell, writeValue } from '../../table/parse/cell.ts'
import { columnById, type Table } from '../../table/table.ts'
import { columnsFound, dayColumns, type ReferenceColumns, tierColumns } from './columns.ts'

/** What is decided about a list of earlier tiers. */
export interface ReferenceChoice extends ReferenceColumns {
  /** The day of that review, also of tiers without a day of their own; null = what the columns say, else unknown. */
  readonly day: string | null
  /** Words that are no tier's name, and the tier that each means; null = none. */
  readonly words: readonly (readonly [string, TierId | null])[]
}

/** What a list would give as the last review's tiers. */
export interface ReferencePreview {
  readonly choice: ReferenceChoice
  readonly columns: readonly {
    readonly id: ColumnId
    readonly name: string
    readonly holds: 'tiers' | 'days'
  }[]
  readonly matched: number // customers with a tier
  readonly fresh: number // customers without one
  readonly absent: number // rows of the list that name nobody of ours
  readonly undated: number // of those matched: since when is unknown
  readonly words: readonly {
    readonly text: string
    readonly count: number
    readonly tier: TierId | null
  }[] // ≤ 60, frequent ones first
}

/** A list that tells earlier tiers: the customers' own, or a file. */
export interface ReferenceList {
  readonly origin: Exclude<ReferenceOrigin, 'settled'>
  readonly name: string // of the file
  readonly table: Table
}

/** A row of the list and the customer that it is about. */
interface Pairing {
  readonly pairs: readonly (readonly [place: RowId, row: RowId])[]
  readonly absent: number
}

/** Throws `reference.noTiers`, `reference.noKey`, `reference.nobody`. */
export async function previewReference(
  customers: Table,
  tiers: readonly Tier[],
  list: ReferenceList,
  choice: ReferenceChoice | null,
  job: Job,
): Promise<ReferencePreview> {
  const chosen = choice ?? (await suggested(list.table))
  const { pairs, absent } = await paired(customers, list, job)
  const told = telling(list.table, chosen, tiers)
  const counts = new Map<string, number>()
  let matched = 0
  let undated = 0
  for (const [place] of pairs) {
    const word = told.word(place)
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
    if (told.tier(word) === null) continue
    matched++
    if (Number.isNaN(told.since(place))) undated++
  }
  return {
    choice: chosen,
    columns: [
      ...tierColumns(list.table).map(({ id, name }) => ({ id, name, holds: 'tiers' as const })),
      ...dayColumns(list.table).map(({ id, name }) => ({ id, name, holds: 'days' as const })),
    ],
    matched,
    fresh: customers.order.length - matched,
    absent,
    undated,
    words: [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([text, count]) => ({ text, count, tier: told.tier(text) })),
  }
}

/** The reference that a list gives. Throws as the preview does, and `reference.nobody` where no tier is known. */
export async function loadedReference(
  customers: Table,
  tiers: readonly Tier[],
  list: ReferenceList,
  choice: ReferenceChoice,
  job: Job,
): Promise<Table> {
  const { pairs } = await paired(customers, list, job)
  const told = telling(list.table, choice, tiers)
  const keyOf = customerKeys(customers)
  const seen = new Set<string>() // a number that several customers bear counts once
  const rows = pairs.flatMap(([place, row]): ReferenceRow[] => {
    const key = keyOf(row)
    const tier = told.tier(told.word(place))
    if (tier === null || seen.has(key)) return []
    seen.add(key)
    const pending = told.pending(place)
    const now = {
      tier,
      since: told.since(place),
      pending: pending?.tier ?? null,
      reviews: pending?.reviews ?? 0,
    }
    return [{ key, now }]
  })
  if (rows.length === 0) throw new AppError('reference.nobody', { name: list.name })
  const { origin } = list
  const name = origin === 'file' ? list.name : (columnById(list.table, choice.tier)?.name ?? '')
  const given = choice.day === null ? NaN : dayOf(choice.day)
  const days = [
    given,
    latest(pairs.map(([place]) => told.reviewed(place))),
    latest(rows.map(({ now }) => now.since)),
  ]
  const reviewed = days.find((day) => !Number.isNaN(day)) ?? NaN
  return referenceTable(rows, { origin, name, reviewed })
}

/** NaN = none of the days is known. */
function latest(days: readonly number[]): number {
  return days.reduce((last, day) => (day > last || Number.isNaN(last) ? day : last), NaN)
}

async function suggested(table: Table): Promise<ReferenceChoice> {
  const columns = await columnsFound(table)
  if (!columns) throw new AppError('reference.noTiers')
  return { ...columns, day: null, words: [] }
}

async function paired(customers: Table, list: ReferenceList, job: Job): Promise<Pairing> {
  const { table, origin } = list
  if (origin === 'column') return { pairs: Array.from(table.order, (row) => [row, row]), absent: 0 }
  const columns = pairColumns(customers.columns, table.columns).pairs
  const match = await matchRows(customers, table, columns, job)
  if (match.columns.length === 0) throw new AppError('reference.noKey', { name: list.name })
  const pairs = [...table.order].flatMap((place, at) => {
    const row = match.rows[at] ?? -1
    return row < 0 ? [] : [[place, row] as const]
  })
  if (pairs.length === 0) throw new AppError('reference.nobody', { name: list.name })
  return { pairs, absent: table.order.length - pairs.length }
}

/** What a list says of a row under a choice. */
function telling(table: Table, choice: ReferenceChoice, tiers: readonly Tier[]) {
  const find = (id: ColumnId | null) => (id === null ? undefined : columnById(table, id))
  const tier = find(choice.tier)
  if (!tier) throw new AppError('reference.noTiers')
  const since = find(choice.since)
  const pending = find(choice.pending)
  const reviewed = find(choice.reviewed)
  const told = new Map(choice.words)
  const known = new Map<string, TierId | null>()
  const meant = (word: string) => {
    if (!known.has(word))
      known.set(word, told.has(word) ? (told.get(word) ?? null) : tierMeant(word, tiers))
    return known.get(word) ?? null
  }
  const day = choice.day === null ? NaN : dayOf(choice.day)
  return {
    word: (row: RowId) => wordAt(tier, row),
    tier: meant,
    since: (row: RowId) => {
      const own = since?.type === 'date' ? (since.values[row] ?? NaN) : NaN
      return Number.isNaN(own) ? day : own
    },
    reviewed: (row: RowId) => (reviewed?.type === 'date' ? (reviewed.values[row] ?? NaN) : NaN),
    pending: (row: RowId) => (pending ? pendingMeant(writeCell(pending, row), tiers) : null),
  }
}

const wordAt = (column: Column, row: RowId) => writeValue(column, row)
