import { finish, type Steps } from '../core/steps.ts'
import { Dictionary } from '../table/dictionary.ts'
import { type DistinctTexts, distinctTexts } from '../table/distinctTexts.ts'
import { ungraded } from '../grading/result.ts'
import { columnById } from '../table/table.ts'
import type { Session } from './session.ts'
import { tierColumn } from './sheetColumns.ts'
import { textsOf } from './sheetTexts.ts'
import type { ViewName, Views } from './views.ts'

/** What the cells of a column show, each different text once: filters test the texts, not the cells. */
export type ShownTexts = DistinctTexts

/** Of the table's columns kept as long as the column lives; of the result's made anew. */
export function shownTexts(session: Session, id: string): ShownTexts {
  return finish(showTexts(session, id))
}

/** The same, in turns with other work. */
export function* showTexts(session: Session, id: string): Steps<ShownTexts> {
  const column = columnById(session.table, id)
  if (column) return yield* distinctTexts(column)
  const words = new Dictionary()
  const codes = new Uint32Array(session.table.rowCount)
  if (id === tierColumn) {
    const names = session.document.scheme.tiers.map(({ name }) => words.code(name))
    session.result.final.forEach((tier, row) => {
      codes[row] = tier === ungraded ? 0 : (names[tier] ?? 0)
    })
    return { codes, dictionary: words.words }
  }
  const { order } = session.table
  const text = textsOf(session, id, session.heldResult)
  for (let at = 0; at < order.length; at++) {
    const row = order[at] as number
    codes[row] = words.code(text(row))
    if (at % block === 0) yield
  }
  return { codes, dictionary: words.words }
}

/** The column whose texts a view reads; null = none. */
export function columnRead<K extends ViewName>(name: K, args: Views[K]['args']): string | null {
  return name === 'values' || name === 'retyping'
    ? (args as Views['values' | 'retyping']['args']).column
    : null
}

const block = 8192 // cells between yields
