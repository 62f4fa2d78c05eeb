import { createJob } from '../../../src/core/job.ts'
import type { LinkedRecords, ModelInput } from '../../../src/models/model.ts'
import { tableOf } from '../../../src/table/builder.ts'
import type { ColumnRole, ReadingId } from '../../../src/table/column.ts'
import type { Table } from '../../../src/table/table.ts'
import { columnOf } from '../table/columns.ts'

export const job = createJob()
export const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000

/** Customer's row, day, amount; '' = the day is not known. */
export type Order = readonly [customer: number, day: string | number, amount?: number]

export interface Given {
  readonly customers: number
  readonly asOf: string | number
  readonly orders?: readonly Order[]
  readonly list?: Table
  readonly own?: ModelInput['own']
  readonly records?: ModelInput['records']
}

/** What models look at, of customers by row and orders as they count. */
export function inputOf({ customers, asOf, orders, list, own, records }: Given): ModelInput {
  const dayOf = (value: string | number) =>
    value === '' ? NaN : typeof value === 'number' ? value : day(value)
  const made = orders && {
    customers: Int32Array.from(orders, ([customer]) => customer),
    days: Float64Array.from(orders, ([, when]) => dayOf(when)),
    amounts: Float64Array.from(orders, ([, , amount]) => amount ?? 100),
    unit: null,
  }
  const names = Array.from({ length: customers }, (_, row) => `客户${row}`)
  return {
    customers: list ?? tableWith('customers', [['name', 'text', '名称', names]]),
    asOf: typeof asOf === 'number' ? asOf : day(asOf),
    records: orders
      ? { orders: recordsOf([['when', 'date', '日期', []]], []), ...records }
      : (records ?? {}),
    own: own ?? {},
    purchases: () => Promise.resolve(made ?? null),
  }
}

type Given1 = readonly [
  role: ColumnRole,
  reading: ReadingId,
  name: string,
  cells: readonly string[],
  unit?: string,
]

/** Columns by name; their ids are their names. */
export function tableWith(id: string, columns: readonly Given1[]): Table {
  return tableOf(
    id,
    columns.map(([role, reading, name, cells, unit]) => ({
      ...columnOf(reading, cells, { id: name, role, unit: unit ?? null }),
      name,
    })),
  )
}

export function recordsOf(columns: readonly Given1[], whose: readonly number[]): LinkedRecords {
  return { table: tableWith('records', columns), whose: Int32Array.from(whose) }
}
