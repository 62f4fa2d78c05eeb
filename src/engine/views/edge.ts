import { isFilledIn } from '../filledCells.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'

/**
 * Where Ctrl and an arrow lead, as in Excel: inside a run of filled cells to its end, from its end or from an empty cell
 * to the next filled one, else to the edge of the sheet. `run`: only to the end of the run.
 */
export function edge(session: Session, args: Views['edge']['args']): Views['edge']['out'] {
  const { rows } = orderOf(session, args.query)
  const { row, column, step, columns } = args
  if (step.rows !== 0) {
    const isFilled = isFilledIn(session, columns[column] ?? '')
    const at = reach(row, step.rows, rows.length, (place) => isFilled(rows[place] ?? 0), args.run)
    return { row: at, column }
  }
  const filled = columns.map((id) => isFilledIn(session, id))
  const own = rows[row] ?? 0
  const isFilled = (place: number) => filled[place]?.(own) ?? false
  return { row, column: reach(column, step.columns, columns.length, isFilled, args.run) }
}

function reach(
  from: number,
  way: number,
  count: number,
  isFilled: (place: number) => boolean,
  run: boolean,
): number {
  const isIn = (place: number) => place >= 0 && place < count
  let at = from + way
  if (!isIn(at)) return from
  const inRun = isFilled(from) && isFilled(at)
  if (run && !isFilled(at)) return from
  if (inRun || run) {
    while (isIn(at + way) && isFilled(at + way)) at += way
    return at
  }
  while (isIn(at) && !isFilled(at)) at += way
  return isIn(at) ? at : at - way
}
