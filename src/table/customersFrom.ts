import type { Job } from '../core/job.ts'
import { tableOf } from './builder.ts'
import { cellAt } from './cell.ts'
import type { Column, ColumnRole } from './column.ts'
import { gathered } from './gather.ts'
import { eachForm } from './eachForm.ts'
import { formOf, identifying, linkedBy } from './link.ts'
import { writeCell } from './parse/cell.ts'
import type { Table, TableId } from './table.ts'
import { withWholeName } from './wholeName.ts'

/**
 * The customers that records name, one row each in the order in which they come: by number, else mail address, else phone,
 * else name. A record that bears less than another is taken for the same customer where what it bears is one customer's
 * only. Records that name nobody make none. `rows`: of these records only, in their order.
 */
export async function customersFrom(
  records: Table,
  id: TableId,
  job: Job,
  rows: Uint32Array = records.order,
): Promise<Table> {
  const groups = await groupsOf(records, rows, job)
  const columns: Column[] = []
  for (const column of records.columns) {
    await job.checkpoint()
    if (isOfCustomers(column, groups))
      columns.push({
        ...gathered(column, sourceOf(column, groups)),
        role: roleOf(column),
        revision: 1,
      })
  }
  const whole = withWholeName(columns)
  const table = tableOf(id, whole)
  return { ...table, key: table.key ?? keyOf(table) }
}

/** Who is who: per row id of the records the customer's place; −1 = none. */
interface Groups {
  readonly places: Int32Array
  readonly rows: Uint32Array
  readonly count: number
}

const several = -2

async function groupsOf(records: Table, rows: Uint32Array, job: Job): Promise<Groups> {
  const places = new Int32Array(records.rowCount).fill(-1)
  const wanted = new Uint8Array(records.rowCount)
  for (const row of rows) wanted[row] = 1
  let count = 0
  for (const [level, by] of linkedBy.entries()) {
    const columns = identifying(records, by)
    const index = new Map<string, number>()
    const bear = (form: string, place: number) => {
      const known = index.get(form)
      if (known === undefined) index.set(form, place)
      else if (known !== place) index.set(form, several)
    }
    for (const column of columns)
      await eachForm(column, formOf[by], job, (form, row) => {
        const place = wanted[row] ? (places[row] ?? -1) : -1
        if (level > 0 && place >= 0) bear(form, place)
      })
    for (const column of columns)
      await eachForm(column, formOf[by], job, (form, row) => {
        if (!wanted[row] || (places[row] ?? -1) >= 0) return
        const known = index.get(form)
        if (known === several) return
        const place = known ?? count++
        if (known === undefined) index.set(form, place)
        places[row] = place
      })
  }
  return inOrder(places, rows, count)
}

/** Numbered in the order in which the rows come. */
function inOrder(places: Int32Array, rows: Uint32Array, count: number): Groups {
  const numbers = new Int32Array(count).fill(-1)
  let next = 0
  for (const row of rows) {
    const place = places[row] ?? -1
    if (place >= 0 && numbers[place] === -1) numbers[place] = next++
  }
  return { places: places.map((place) => (place < 0 ? -1 : (numbers[place] ?? -1))), rows, count }
}

const named: readonly ColumnRole[] = ['key', 'name', 'phone', 'email']
const beside: readonly ColumnRole[] = ['group', 'other', 'channel', 'category']

/** The one shop where somebody buys is what customers are compared by. */
function roleOf({ role, type }: Column): ColumnRole {
  if (role !== 'channel' && role !== 'category') return role
  return type === 'category' ? 'group' : 'other'
}

/** What names them, and what is the same in all records of each: the city, but not the item. */
function isOfCustomers(column: Column, groups: Groups): boolean {
  if (named.includes(column.role)) return true
  if (!beside.includes(column.role)) return false
  if (column.type === 'number' || column.type === 'date') return false
  const first = new Array<string | undefined>(groups.count)
  let again = 0
  for (const row of groups.rows) {
    const place = groups.places[row] ?? -1
    const text = place < 0 ? '' : writeCell(column, row)
    if (text === '') continue
    if (first[place] === undefined) first[place] = text
    else if (first[place] !== text) return false
    else again++
  }
  return again > 0
}

/** Per customer the first record that says something here. */
function sourceOf(column: Column, { places, rows, count }: Groups): Int32Array {
  const source = new Int32Array(count).fill(-1)
  for (const row of rows) {
    const place = places[row] ?? -1
    if (place < 0 || source[place] !== -1) continue
    const { value, original } = cellAt(column, row)
    if (value !== null || original !== null) source[place] = row
  }
  return source
}

/** What made them, if each has one: mail addresses name customers as numbers do. */
function keyOf(table: Table): Column['id'] | null {
  for (const by of linkedBy) {
    const [column, other] = identifying(table, by)
    if (!column || other) continue
    const texts = new Set(Array.from(table.order, (row) => writeCell(column, row)))
    if (texts.size === table.order.length && !texts.has('')) return column.id
  }
  return null
}
