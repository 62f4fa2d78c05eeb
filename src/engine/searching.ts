import type { Job } from '../core/job.ts'
import { searchRows } from '../table/search.ts'
import type { Table } from '../table/table.ts'
import type { Session } from './session.ts'
import type { ViewName, Views } from './views.ts'

interface Found {
  readonly table: Table
  readonly rows: Uint32Array
}

const kept = 4 // searches of so many texts: the sheet's, the find box's, and those being typed
const searches = new WeakMap<Session, Map<string, Found>>()

/** The texts that a view looks for, besides that of its query: who knows the order need not search it (`ordered`). */
export function textsSought<K extends ViewName>(
  name: K,
  args: Views[K]['args'],
): readonly string[] {
  const text =
    name === 'find'
      ? (args as Views['find']['args']).text
      : name === 'behind' // arranged anew, as the texts are now
        ? (args as Views['behind']['args']).query.search
        : ''
  return text.trim() === '' ? [] : [text]
}

/**
 * Searches the whole table, yielding, so that what follows need not wait. Searches again when the table changed meanwhile;
 * answers at once what is known already.
 */
export async function search(session: Session, texts: readonly string[], job: Job): Promise<void> {
  const known = searches.get(session) ?? new Map<string, Found>()
  searches.set(session, known)
  for (const text of texts)
    while (known.get(text)?.table !== session.table) {
      const { table } = session
      const rows = await searchRows(table, table.order, text, job)
      known.delete(text) // to the end: the oldest goes first
      known.set(text, { table, rows })
    }
  for (const old of known.keys()) {
    if (known.size <= kept) break
    known.delete(old)
  }
}

export const isSearched = (session: Session, text: string): boolean =>
  searches.get(session)?.get(text)?.table === session.table

/** Living rows that hold the text, in sheet order. `search` must have been awaited. */
export function found(session: Session, text: string): Uint32Array {
  const known = searches.get(session)?.get(text)
  if (known?.table !== session.table) throw new Error('a text is searched before it is asked for')
  return known.rows
}
