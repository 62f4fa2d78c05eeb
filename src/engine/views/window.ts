import { marks, type Column, type Mark } from '../../table/column.ts'
import { isTooLargeAt, writeCell, writeValue } from '../../table/parse/cell.ts'
import { columnById } from '../../table/table.ts'
import { checksOf } from '../checks.ts'
import { isCovered } from '../covering.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { sheetColumns } from '../sheetColumns.ts'
import { textsOf } from '../sheetTexts.ts'
import type { CellState, SheetWindow, Views } from '../views.ts'
import { ungraded } from '../../grading/result.ts'

const windowLimit = 200 // rows

/** At most `windowLimit` rows from `from` on. */
export function window(session: Session, args: Views['window']['args']): SheetWindow {
  const { table, result, revision } = session
  const order = orderOf(session, args.query).rows
  const from = Math.max(0, Math.min(args.from, order.length))
  const rows = [...order.subarray(from, Math.min(args.to, from + windowLimit))]
  const tierOf = (tiers: Uint8Array) => (row: number) => {
    const tier = tiers[row] ?? ungraded
    return tier === ungraded ? -1 : tier
  }
  return {
    revision,
    from,
    rows,
    cells: sheetColumns(session).map(({ id }) => {
      const texts = rows.map(textsOf(session, id))
      const column = columnById(table, id)
      const checks = checksOf(column, rows)
      const taken = takenOf(column, rows)
      const cells = {
        ...{ texts, states: statesOf(column, rows, texts) },
        ...(checks ? { checks } : {}),
        ...(taken ? { taken } : {}),
      }
      if (!isCovered(session, column)) return cells
      return { ...cells, inputs: rows.map((row) => writeCell(column, row)) }
    }),
    tiers: rows.map(tierOf(result.final)),
    computedTiers: rows.map(tierOf(result.computed)),
    settledTiers: rows.map(tierOf(result.settled)),
    byHand: rows.map((row) => result.overridden.has(row)),
    scores: rows.map((row) => result.score[row] ?? NaN),
  }
}

const doubtful: ReadonlySet<Mark> = new Set<Mark>(['approximate', 'range', 'assumed', 'coarse'])

/** Absent where nothing was taken for anything else than it says. */
function takenOf(
  column: Column | undefined,
  rows: readonly number[],
): readonly (string | null)[] | undefined {
  if (!column?.marks || (column.type !== 'number' && column.type !== 'date')) return undefined
  const taken = rows.map((row) => {
    if (!doubtful.has(marks[column.marks?.[row] ?? 0] ?? 'plain')) return null
    return writeValue(column, row) || null
  })
  return taken.every((text) => text === null) ? undefined : taken
}

function statesOf(
  column: Column | undefined,
  rows: readonly number[],
  texts: readonly string[],
): readonly CellState[] {
  const states = rows.map((row, index): CellState => {
    const mark = marks[column?.marks?.[row] ?? 0] ?? 'plain'
    if (mark === 'error' && column && isTooLargeAt(column, row)) return 'tooLarge'
    return mark === 'plain' && texts[index] === '' ? 'missing' : mark
  })
  return states.every((state) => state === 'plain') ? [] : states
}
