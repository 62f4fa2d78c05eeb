import type { Scheme } from '../scheme/scheme.ts'
import { type Meaning, meaningOf } from '../scheme/templates/meaning.ts'
import type { Column, ColumnId, DateColumn, NumberColumn, RowId } from '../table/column.ts'
import { coverOf, writeCell } from '../table/parse/cell.ts'
import { columnById, type Table } from '../table/table.ts'

/** Columns of the criteria that count. */
export function usedColumns(scheme: Scheme): ReadonlySet<ColumnId> {
  return new Set(scheme.criteria.filter((one) => one.enabled).map(({ column }) => column))
}

export function isNumber(column: Column): column is NumberColumn {
  return column.type === 'number'
}

export function isDate(column: Column): column is DateColumn {
  return column.type === 'date'
}

/** Of several columns with this meaning the one that is a criterion, else the first. */
export function columnMeaning<C extends Column>(
  { columns }: Table,
  scheme: Scheme,
  meaning: Meaning,
  is: (column: Column) => column is C,
): C | undefined {
  const found = columns.filter(is).filter((column) => meaningOf(column) === meaning)
  const used = usedColumns(scheme)
  return found.find(({ id }) => used.has(id)) ?? found[0]
}

/** The column that names the customer, if it is one of numbers or codes. */
export function keyOf(table: Table): Column | undefined {
  return table.key === null ? undefined : columnById(table, table.key)
}

const few = 5
const mostRows = 10_000 // looked at: all of a million cells may say the same

/** ≤ 5 different texts of these rows, as the sheet shows them; personal numbers covered. */
export function examplesOf(column: Column, rows: Uint32Array): readonly string[] {
  const found = new Set<string>()
  const cover = coverOf(column)
  for (const row of rows.subarray(0, mostRows)) {
    const text = cover(writeCell(column, row))
    if (text !== '') found.add(text)
    if (found.size === few) break
  }
  return [...found]
}

/** Living rows that pass, in sheet order. */
export function rowsWhere({ order }: Table, test: (row: RowId) => boolean): Uint32Array {
  return order.filter(test)
}
