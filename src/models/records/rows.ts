import type { Job } from '../../core/job.ts'
import { lengthOf } from '../../table/cell.ts'
import { type Column, type RowId, markCode } from '../../table/column.ts'
import { eachText } from '../../table/eachText.ts'
import { writeCell } from '../../table/parse/cell.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import type { Table } from '../../table/table.ts'

const chunk = 20_000 // rows between two looks at the job

/** The living rows in the order of the table. Yields. */
export async function eachLiving(table: Table, job: Job, visit: (row: RowId) => void) {
  const { order } = table
  for (let from = 0; from < order.length; from += chunk) {
    const to = Math.min(order.length, from + chunk)
    for (let place = from; place < to; place++) visit(order[place] as RowId)
    await job.checkpoint()
  }
}

/** The numbers or days of a column; null where it is neither. NaN = missing. */
export function numbersOf(column: Column | undefined): Float64Array | null {
  return column?.type === 'number' || column?.type === 'date' ? column.values : null
}

/** 1 for each row whose text, in the form of names, passes. Each different text is tested once. */
export function rowsSaying(
  column: Column | undefined,
  test: (form: string) => boolean,
): Uint8Array {
  if (!column) return new Uint8Array(0)
  const rows = new Uint8Array(lengthOf(column))
  const known = new Map<string, number>()
  const passes = (text: string) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const passed = text !== '' && test(matchForm(text)) ? 1 : 0
    known.set(text, passed)
    return passed
  }
  if (column.type === 'text' && !column.originals) {
    eachText(column, (text, row) => (rows[row] = passes(text)))
  } else if (column.type === 'category' && !column.originals) {
    const passed = column.dictionary.map(passes)
    column.codes.forEach((code, row) => (rows[row] = passed[code] ?? 0))
  } else for (let row = 0; row < rows.length; row++) rows[row] = passes(writeCell(column, row))
  return rows
}

/** 1 for each row that holds something, were it only a text that could not be read. */
export function filledRows(column: Column | undefined): Uint8Array {
  if (!column) return new Uint8Array(0)
  const rows = new Uint8Array(lengthOf(column))
  const numbers = numbersOf(column)
  if (!numbers) return rowsSaying(column, () => true)
  for (let row = 0; row < rows.length; row++)
    rows[row] = Number.isNaN(numbers[row]) && column.marks?.[row] !== markCode.error ? 0 : 1
  return rows
}

/** Whether any word of a column passes. */
export function saysAnywhere(column: Column | undefined, test: (form: string) => boolean): boolean {
  return rowsSaying(column, test).includes(1)
}
