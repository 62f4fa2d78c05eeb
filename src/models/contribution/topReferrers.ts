import type { RowId } from '../../table/column.ts'
import { coverOf, writeCell } from '../../table/parse/cell.ts'
import { columnById, columnByRole, type Table } from '../../table/table.ts'

export interface TopReferrer {
  readonly row: RowId
  readonly name: string // '' = the list has neither name nor number
  readonly count: number // customers brought
  readonly amount: number | null // theirs; null = not known
}

const listed = 10

/** The customers who brought most: by money where it is known, then by count, then in the order of the list. */
export function topReferrers(
  customers: Table,
  { counts, amounts }: { readonly counts: Float64Array; readonly amounts: Float64Array | null },
): readonly TopReferrer[] {
  const columns = [
    columnByRole(customers, 'name'),
    customers.key === null ? undefined : columnById(customers, customers.key),
  ].filter((column) => column !== undefined)
  const nameOf = (row: RowId) =>
    columns.map((column) => coverOf(column)(writeCell(column, row))).find((text) => text !== '')
  const by = amounts ?? counts
  return Array.from(customers.order)
    .filter((row) => (counts[row] as number) > 0)
    .sort(
      (a, b) =>
        (by[b] as number) - (by[a] as number) || (counts[b] as number) - (counts[a] as number),
    )
    .slice(0, listed)
    .map((row) => ({
      row,
      name: nameOf(row) ?? '',
      count: counts[row] as number,
      amount: amounts ? (amounts[row] as number) : null,
    }))
}
