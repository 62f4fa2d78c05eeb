import { isWhole, type Table } from '../table/table.ts'

/** The values of the living rows; the array itself where no row was deleted. */
export function living(table: Table, values: Float64Array): Float64Array {
  return isWhole(table) ? values : Float64Array.from(table.order, (row) => values[row] ?? NaN)
}
