import { columnById } from '../../table/table.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import { matches } from '../../table/search.ts'
import { orderOf } from '../order.ts'
import { found } from '../searching.ts'
import type { Session } from '../session.ts'
import { sheetColumns } from '../sheetColumns.ts'
import type { Views } from '../views.ts'

export function find(session: Session, args: Views['find']['args']): Views['find']['out'] {
  const { table } = session
  if (args.text.trim() === '') return null
  const { rows } = orderOf(session, args.query)
  const hits = new Uint8Array(table.rowCount)
  for (const row of found(session, args.text)) hits[row] = 1

  const needle = matchForm(args.text)
  const step = args.backwards ? rows.length - 1 : 1 // modulo the number of rows: one back or one on
  let viewRow = Math.max(0, Math.min(args.from, rows.length - 1))
  for (let seen = 0; seen < rows.length; seen++, viewRow = (viewRow + step) % rows.length) {
    const row = rows[viewRow] ?? 0
    if (hits[row] === 0) continue
    const column = sheetColumns(session).find(({ id }) => {
      const own = columnById(table, id)
      return own !== undefined && matches(own, row, needle)
    })
    if (column) return { viewRow, column: column.id, ...placeOf(rows, hits, viewRow) }
  }
  return null
}

/** Which of the rows that hold the text this one is, from 1, and how many do. */
function placeOf(rows: Uint32Array, hits: Uint8Array, viewRow: number) {
  let place = 0
  let count = 0
  for (let at = 0; at < rows.length; at++) {
    count += hits[rows[at] as number] ?? 0
    if (at === viewRow) place = count
  }
  return { place, count }
}
