import type { Job } from '../../core/job.ts'
import { eachForm } from '../../table/eachForm.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import { columnByRole, type Table } from '../../table/table.ts'

export interface OrderPlaces {
  readonly places: Int32Array // per row id; −1 = the row does not live
  readonly count: number
}

/** The order that each row belongs to; rows without a number are an order each. */
export async function orderPlaces(table: Table, whose: Int32Array, job: Job): Promise<OrderPlaces> {
  const places = new Int32Array(table.rowCount).fill(-1)
  const number = columnByRole(table, 'record')
  let count = 0
  if (number) {
    const owners = new Int32Array(table.rowCount) // by place
    const byNumber = new Map<string, number>()
    await eachForm(number, matchForm, job, (form, row) => {
      const customer = whose[row] ?? -1
      if (customer < 0) return
      let key = form
      let at = byNumber.get(key)
      if (at !== undefined && owners[at] !== customer) {
        // one number of two customers: two orders
        key = `${form}\n${customer}`
        at = byNumber.get(key)
      }
      if (at === undefined) {
        at = count++
        byNumber.set(key, at)
        owners[at] = customer
      }
      places[row] = at
    })
  }
  for (const row of table.order) if (places[row] === -1) places[row] = count++
  return { places, count }
}
