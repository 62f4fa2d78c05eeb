import { finish, type Steps } from '../../core/steps.ts'
import { columnById } from '../../table/table.ts'
import { numbersOf } from '../columnFilter.ts'
import { isFilledIn } from '../filledCells.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { completenessColumn, scoreColumn } from '../sheetColumns.ts'
import { spansOf } from '../spans.ts'
import type { RangeStats, Views } from '../views.ts'

const block = 65_536 // cells between yields

export const stats = (...of: Parameters<typeof countStats>): Views['stats']['out'] =>
  finish(countStats(...of))

/**
 * Count, sum, mean, least and most of blocks, column by column, no cell twice; dates and words are counted only. In turns
 * with other work.
 */
export function* countStats(
  session: Session,
  args: Views['stats']['args'],
): Steps<Views['stats']['out']> {
  const order = orderOf(session, args.query).rows
  const sums = new Sums()
  for (const [id, spans] of spansOf([args, ...(args.also ?? [])])) {
    const isLong = spans.some(({ from, to }) => to - from > block)
    const values = valuesOf(session, id, isLong)
    const isFilled = isFilledIn(session, id)
    for (const span of spans) {
      const end = Math.min(span.to, order.length)
      for (let from = Math.max(0, span.from); from < end; from += block) {
        const rows = order.subarray(from, Math.min(from + block, end))
        if (values) sums.add(rows, values, isFilled)
        else sums.count(rows, isFilled)
        if (rows.length === block) yield
      }
    }
  }
  return sums.finish()
}

class Sums {
  #filled = 0
  #numbers = 0
  #sum = 0
  #lost = 0 // what adding rounded away (Neumaier 1974): 0.1 ten times is 1
  #min = Infinity
  #max = -Infinity

  count(rows: Uint32Array, isFilled: (row: number) => boolean): void {
    for (let at = 0; at < rows.length; at++) if (isFilled(rows[at] as number)) this.#filled++
  }

  add(rows: Uint32Array, values: Float64Array, isFilled: (row: number) => boolean): void {
    let sum = this.#sum
    let lost = this.#lost
    let min = this.#min
    let max = this.#max
    let numbers = 0
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number
      const value = values[row] as number
      if (Number.isNaN(value)) {
        if (isFilled(row)) this.#filled++
        continue
      }
      numbers++
      const next = sum + value
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
      sum = next
      if (value < min) min = value
      if (value > max) max = value
    }
    this.#filled += numbers
    this.#numbers += numbers
    this.#sum = sum
    this.#lost = lost
    this.#min = min
    this.#max = max
  }

  finish(): RangeStats {
    const [filled, numbers, min, max] = [this.#filled, this.#numbers, this.#min, this.#max]
    if (numbers === 0) return { filled, numbers, sum: null, mean: null, min: null, max: null }
    const sum = this.#sum + this.#lost
    return { filled, numbers, sum, mean: sum / numbers, min, max }
  }
}

/** `isHeld`: in an array of its own, since a drag goes on meanwhile. */
function valuesOf(session: Session, id: string, isHeld: boolean): Float64Array | null {
  if (id === scoreColumn || id === completenessColumn) {
    const values = numbersOf(session, id)
    return isHeld && values ? values.slice() : values
  }
  const column = columnById(session.table, id)
  return column?.type === 'number' ? column.values : null
}
