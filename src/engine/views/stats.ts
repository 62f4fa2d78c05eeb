import { columnById } from '../../table/table.ts'
import { numbersOf } from '../columnFilter.ts'
import { isFilledIn } from '../filledCells.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { completenessColumn, scoreColumn } from '../sheetColumns.ts'
import { spansOf } from '../spans.ts'
import type { Views } from '../views.ts'

/** Count, sum, mean, least and most of blocks, column by column, no cell twice; dates and words are counted only. */
export function stats(session: Session, args: Views['stats']['args']): Views['stats']['out'] {
  const order = orderOf(session, args.query).rows
  let filled = 0
  let numbers = 0
  let sum = 0
  let lost = 0 // what adding rounded away (Neumaier 1974): 0.1 ten times is 1
  let min = Infinity
  let max = -Infinity
  for (const [id, spans] of spansOf([args, ...(args.also ?? [])])) {
    const values = valuesOf(session, id)
    const isFilled = isFilledIn(session, id)
    for (const { from, to } of spans)
      for (const row of order.subarray(Math.max(0, from), Math.max(0, to))) {
        const value = values?.[row] ?? NaN
        if (Number.isNaN(value)) {
          if (isFilled(row)) filled++
          continue
        }
        filled++
        numbers++
        const next = sum + value
        lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
        sum = next
        if (value < min) min = value
        if (value > max) max = value
      }
  }
  const total = sum + lost
  if (numbers === 0) return { filled, numbers, sum: null, mean: null, min: null, max: null }
  return { filled, numbers, sum: total, mean: total / numbers, min, max }
}

function valuesOf(session: Session, id: string): Float64Array | null {
  if (id === scoreColumn || id === completenessColumn) return numbersOf(session, id)
  const column = columnById(session.table, id)
  return column?.type === 'number' ? column.values : null
}
