import type { Issue } from '../core/issue.ts'
import { customersId, type Document } from '../project/document.ts'
import { dayOf } from '../scheme/day.ts'
import type { IsoDate } from '../scheme/scheme.ts'
import { isoDay } from '../table/parse/calendar.ts'
import { columnByRole, type Table } from '../table/table.ts'
import { once } from './once.ts'

/** Records that end longer before today than this many days are history: seen from today everybody would be lost. */
const stale = 31

/** The day that a new project looks from: today or, where the records end long before, the last day that they tell of. */
export function asOfFor(tables: readonly Table[], today: IsoDate): IsoDate {
  const last = Math.max(...tables.map((table) => lastDay(table, dayOf(today))))
  return dayOf(today) - last > stale && last > -Infinity ? isoDay(last) : today
}

/** The last day of a table of records, none after `until`; −Infinity = none tells its day. */
export function lastDay(table: Table, until: number): number {
  const when = table.id === customersId ? undefined : columnByRole(table, 'when')
  let last = -Infinity
  if (when?.type === 'date')
    for (const day of when.values) if (day > last && day <= until) last = day
  return last
}

const lastDayOf = once((table: Table) => lastDay(table, Infinity))

/** Says so where the project looks from the last day of its records. */
export function asOfIssue({ tables, scheme }: Document): Issue | null {
  const last = Math.max(...Object.values(tables).map(lastDayOf))
  if (last !== dayOf(scheme.asOf)) return null
  return { code: 'records.asOfLast', level: 'info', detail: { asOf: scheme.asOf } }
}
