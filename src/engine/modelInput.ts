import type { Job } from '../core/job.ts'
import { isFigure } from '../models/figureIds.ts'
import type { LinkedRecords, ModelInput, OwnMeasure } from '../models/model.ts'
import { purchasesOf } from '../models/records/orders.ts'
import type { Purchases } from '../models/records/purchases.ts'
import { customersOf } from '../project/customersOf.ts'
import type { Document } from '../project/document.ts'
import { dayOf } from '../scheme/day.ts'
import { type Meaning, meaningOf } from '../scheme/templates/meaning.ts'
import type { ColumnId } from '../table/column.ts'
import type { RecordKind } from '../table/kind.ts'
import type { Table } from '../table/table.ts'
import { linkOf, recordTables } from './linking.ts'

/** What models look at, with whose the records are worked out. */
export async function modelInputOf(document: Document, job: Job): Promise<ModelInput> {
  const customers = customersOf(document)
  const records: LinkedTables = {}
  for (const { kind, table } of recordTables(document)) {
    const { customers: whose } = await linkOf(customers, table, job)
    records[kind] = { table, whose }
  }
  return inputFrom(document, records)
}

/** The same at once, for questions about columns and tables only: whose the records are is left open. */
export function modelOutlineOf(document: Document): ModelInput {
  const records: LinkedTables = {}
  for (const { kind, table } of recordTables(document))
    records[kind] = { table, whose: new Int32Array(0) }
  return inputFrom(document, records)
}

type LinkedTables = Partial<Record<RecordKind, LinkedRecords>>

function inputFrom(document: Document, records: LinkedTables): ModelInput {
  const customers = customersOf(document)
  const asOf = dayOf(document.scheme.asOf)
  const { orders } = records
  return {
    customers,
    asOf,
    records,
    own: ownMeasures(customers),
    purchases: async (job) => (orders ? knownPurchases(orders, asOf, job) : null),
  }
}

interface Known {
  readonly whose: Int32Array
  readonly asOf: number
  readonly purchases: Purchases
}
const known = new WeakMap<Table, Known>()

async function knownPurchases(orders: LinkedRecords, asOf: number, job: Job): Promise<Purchases> {
  const before = known.get(orders.table)
  if (before?.whose === orders.whose && before.asOf === asOf) return before.purchases
  const purchases = await purchasesOf(orders, asOf, job)
  known.set(orders.table, { whose: orders.whose, asOf, purchases })
  return purchases
}

const meanings: Readonly<Record<OwnMeasure, readonly Meaning[]>> = {
  lastPurchase: ['lastPurchase'],
  orderCount: ['orderCount'],
  frequency: ['frequency'],
  totalSpend: ['totalSpend', 'annualPurchase'],
  spendPerOrder: ['spendPerOrder'],
  recommendation: ['recommendation'],
  satisfaction: ['satisfaction'],
}

function ownMeasures({ columns }: Table): ModelInput['own'] {
  const given = columns.filter(
    ({ id, type, formula }) =>
      !isFigure(id) && formula === undefined && (type === 'number' || type === 'date'),
  )
  const found = Object.entries(meanings).flatMap(([measure, wanted]): [string, ColumnId][] => {
    const column = wanted
      .map((meaning) => given.find((candidate) => meaningOf(candidate) === meaning))
      .find((candidate) => candidate !== undefined)
    return column ? [[measure, column.id]] : []
  })
  return Object.fromEntries(found)
}
