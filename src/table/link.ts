import type { Job } from '../core/job.ts'
import type { Column, ColumnRole, RowId } from './column.ts'
import { eachForm } from './eachForm.ts'
import { nameForm } from './matchRows.ts'
import { overwritten, ownersOf } from './otherNames.ts'
import { matchForm } from './parse/normalise.ts'
import { phoneKey } from './parse/phone.ts'
import type { Table } from './table.ts'

/** By what a record found its customer, the surest first. */
export const linkedBy = ['key', 'email', 'phone', 'name'] as const
export type LinkedBy = (typeof linkedBy)[number]

/** Why a record has no customer: it names none; nobody is called so; several are. */
export const unlinkedReasons = ['unnamed', 'unknown', 'ambiguous'] as const
export type UnlinkedReason = (typeof unlinkedReasons)[number]

/** Whose the records are. Per row id of the records; rows that do not live have no customer. */
export interface RecordLink {
  readonly customers: Int32Array // row id of the customer; −1 = none
  readonly by: Uint8Array // 1 + position in `linkedBy`; 0 = none
  readonly reasons: Uint8Array // 1 + position in `unlinkedReasons`; 0 = has one
  readonly counts: Readonly<Record<LinkedBy | UnlinkedReason, number>>
}

/**
 * Joins records to customers: by number, else mail address, else phone, else name, in the forms in which they are the
 * same. What named a row that was merged into a customer names that customer. What two customers share decides nothing:
 * the next one is tried, and a record that only such things name stays without a customer. Where the numbers of both
 * tables are of one kind (some are found), a number that is not found is somebody else's, whatever the name. Rows that
 * name nobody follow their order's first row that does.
 */
export async function linkRecords(customers: Table, records: Table, job: Job): Promise<RecordLink> {
  const linking = new Linking(customers, records, job)
  for (const by of linkedBy) await linking.level(by)
  await linking.follow()
  return linking.finish()
}

export const formOf: Readonly<Record<LinkedBy, (text: string) => string>> = {
  key: matchForm,
  email: matchForm,
  phone: (text) => phoneKey(text) ?? '',
  name: nameForm,
}

/** Of the columns that name customers, those of one kind. */
export function identifying(table: Table, role: ColumnRole): readonly Column[] {
  return table.columns.filter((column) => column.role === role)
}

const several = -2

class Linking {
  readonly #customers: Table
  readonly #records: Table
  readonly #job: Job
  readonly #found: Int32Array
  readonly #by: Uint8Array
  readonly #living: Uint8Array
  readonly #named: Uint8Array // something names a customer
  readonly #settled: Uint8Array // nothing further is tried
  readonly #unsure: Uint8Array // names several
  #open: number

  constructor(customers: Table, records: Table, job: Job) {
    this.#customers = customers
    this.#records = records
    this.#job = job
    this.#open = records.order.length
    const count = records.rowCount
    this.#found = new Int32Array(count).fill(-1)
    this.#by = new Uint8Array(count)
    this.#named = new Uint8Array(count)
    this.#settled = new Uint8Array(count)
    this.#unsure = new Uint8Array(count)
    this.#living = new Uint8Array(count)
    for (const row of records.order) this.#living[row] = 1
  }

  async level(by: LinkedBy): Promise<void> {
    const columns = identifying(this.#records, by)
    if (columns.length === 0 || this.#open === 0) return
    const index = await this.#index(by)
    const stated: RowId[] = [] // bear a number that is not found
    let found = 0
    for (const column of columns)
      await eachForm(column, formOf[by], this.#job, (form, row) => {
        if (this.#living[row] === 0 || this.#settled[row]) return
        this.#named[row] = 1
        const customer = index.get(form)
        if (customer === undefined) {
          if (by === 'key') stated.push(row)
          return
        }
        if (customer === several) {
          this.#unsure[row] = 1
          if (by === 'key') this.#settle(row)
          return
        }
        this.#found[row] = customer
        this.#by[row] = 1 + linkedBy.indexOf(by)
        this.#settle(row)
        found++
      })
    if (found > 0) for (const row of stated) this.#settle(row)
  }

  #settle(row: RowId): void {
    if (this.#settled[row]) return
    this.#settled[row] = 1
    this.#open--
  }

  /** Row of the customer by form, by names of before a merge too; `several` where two bear it. */
  async #index(by: LinkedBy): Promise<ReadonlyMap<string, RowId>> {
    const index = new Map<string, RowId>()
    const owners = ownersOf(this.#customers)
    const put = (form: string, customer: RowId) => {
      if (form === '' || customer === -1) return
      const known = index.get(form)
      if (known === undefined) index.set(form, customer)
      else if (known !== customer) index.set(form, several)
    }
    for (const column of identifying(this.#customers, by)) {
      await eachForm(column, formOf[by], this.#job, (form, row) => put(form, owners[row] ?? -1))
      for (const { text, customer } of overwritten(this.#customers, column, owners))
        put(formOf[by](text), customer)
    }
    return index
  }

  /** The second row of an order that names its customer on the first only. */
  async follow(): Promise<void> {
    const [number] = identifying(this.#records, 'record')
    const needs = this.#records.order.some((row) => this.#named[row] === 0)
    if (!number || !needs) return
    const first = new Map<string, RowId>()
    await eachForm(number, matchForm, this.#job, (form, row) => {
      if (this.#living[row] && this.#named[row] && !first.has(form)) first.set(form, row)
    })
    await eachForm(number, matchForm, this.#job, (form, row) => {
      if (this.#living[row] === 0 || this.#named[row]) return
      const leader = first.get(form)
      if (leader === undefined) return
      this.#named[row] = 1
      this.#found[row] = this.#found[leader] ?? -1
      this.#by[row] = this.#by[leader] ?? 0
      this.#unsure[row] = this.#unsure[leader] ?? 0
    })
  }

  finish(): RecordLink {
    const reasons = new Uint8Array(this.#records.rowCount)
    const counts = { key: 0, email: 0, phone: 0, name: 0, unnamed: 0, unknown: 0, ambiguous: 0 }
    for (const row of this.#records.order) {
      const by = linkedBy[(this.#by[row] ?? 0) - 1]
      if (by) {
        counts[by]++
        continue
      }
      const reason = !this.#named[row] ? 'unnamed' : this.#unsure[row] ? 'ambiguous' : 'unknown'
      reasons[row] = 1 + unlinkedReasons.indexOf(reason)
      counts[reason]++
    }
    return { customers: this.#found, by: this.#by, reasons, counts }
  }
}
