import type { Column, RowId } from '../../table/column.ts'
import { columnById } from '../../table/table.ts'
import { numbersOf } from '../columnFilter.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { completenessColumn, scoreColumn } from '../sheetColumns.ts'
import { textsOf } from '../sheetTexts.ts'
import type { Views } from '../views.ts'

/** Count, sum, mean, least and most of a block, column by column; dates and words are counted only. */
export function stats(session: Session, args: Views['stats']['args']): Views['stats']['out'] {
  const rows = orderOf(session, args.query).rows.subarray(
    Math.max(0, args.from),
    Math.max(0, args.to),
  )
  let filled = 0
  let numbers = 0
  let sum = 0
  let lost = 0 // what adding rounded away (Neumaier 1974): 0.1 ten times is 1
  let min = Infinity
  let max = -Infinity
  for (const id of args.columns) {
    const { isFilled, values } = readerOf(session, id)
    for (const row of rows) {
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

interface Reader {
  readonly values: Float64Array | null
  readonly isFilled: (row: RowId) => boolean // asked only where there is no number
}

function readerOf(session: Session, id: string): Reader {
  if (id === scoreColumn || id === completenessColumn)
    return { values: numbersOf(session, id), isFilled: () => false }
  const column = columnById(session.table, id)
  const values = column?.type === 'number' ? column.values : null
  if (column) return { values, isFilled: filledIn(column) }
  const text = textsOf(session, id)
  return { values, isFilled: (row) => text(row) !== '' }
}

/** Without writing the cell: by its code, or by the text that could not be read. */
function filledIn(column: Column): Reader['isFilled'] {
  const kept = column.originals?.codes
  switch (column.type) {
    case 'number':
      return (row) => (kept?.[row] ?? 0) > 0
    case 'date':
      return (row) => (kept?.[row] ?? 0) > 0 || !Number.isNaN(column.values[row] ?? NaN)
    case 'boolean':
      return (row) => (kept?.[row] ?? 0) > 0 || column.values[row] !== 2
    case 'category':
      return (row) => (kept?.[row] ?? 0) > 0 || column.codes[row] !== 0
    case 'text': {
      const { starts, changed } = column
      return (row) =>
        (kept?.[row] ?? 0) > 0 ||
        (changed.has(row) ? changed.get(row) !== '' : starts[row] !== starts[row + 1])
    }
  }
}
