import { expect, test } from 'vitest'
import { createJob } from '../../src/core/job.ts'
import { answerView } from '../../src/engine/views/index.ts'
import { newDocument } from '../../src/engine/newDocument.ts'
import { modelStates } from '../../src/engine/modelRuns.ts'
import { runCommand } from '../../src/engine/running.ts'
import { Session } from '../../src/engine/session.ts'
import { checkStored, fromStored, toStored } from '../../src/project/stored.ts'
import { writeCell } from '../../src/table/parse/cell.ts'
import { columnById } from '../../src/table/table.ts'
import { opened, tableOf } from '../unit/import/sources.ts'
import { column, fixtureReference, fixtureRows, rulesOfR } from './rfm.reference.ts'

/** From a file of orders to columns of customers, against what the R package rfm 0.3.0 answers (fixtures/rfm). */

const job = createJob()
const rows = fixtureRows('scores.csv')
const reference = fixtureReference()

/** Customers are called K0001 and so on. */
const named = (customer: string | undefined) => `K${String(customer).padStart(4, '0')}`

async function session(): Promise<Session> {
  const lines = fixtureRows('orders.csv').map(
    (order, at) => `D${at},${named(order['customer'])},${order['day']},${order['revenue']}`,
  )
  const text = ['订单号,客户编号,下单时间,实付金额（元）', ...lines].join('\n')
  const table = { ...(await tableOf(await opened(text))), id: 'orders' }
  const document = await newDocument(
    {
      id: 'p',
      name: '项目',
      source: null,
      tables: [table],
      template: null,
      asOf: reference.asOf,
      language: 'zh',
      createdAt: '2007-01-01T00:00:00Z',
    },
    job,
  )
  return new Session(document, () => {})
}

/** Cells of a column by the numbers of the fixture's customers. */
function cells({ table }: Session, id: string): string[] {
  const key = table.columns.find(({ role }) => role === 'key')
  const found = columnById(table, id)
  if (!key || !found) throw new Error(`no column ${id}`)
  const byCustomer = new Map(
    Array.from(table.order, (row) => [writeCell(key, row), writeCell(found, row)] as const),
  )
  return rows.map((row) => byCustomer.get(named(row['customer'])) ?? 'absent')
}

test('scores and segments of the R package, from orders, in the project; undo takes them back', async () => {
  const one = await session()
  const before = cells(one, 'rfm.segment')
  expect(new Set(before)).toContain('冠军客户')
  const rules = rulesOfR(reference.rules.vignette)
  const columns = ['rfm.recency', 'rfm.code', 'rfm.segment'] as const
  const settings = { method: 'rPackage', levels: '5', segments: 'own', own: { levels: 5, rules } }
  await runCommand(one, { kind: 'setModel', model: 'rfm', set: { columns, settings } }, job)
  expect(cells(one, 'rfm.recency')).toEqual(column(rows, 'recency'))
  expect(cells(one, 'rfm.code')).toEqual(column(rows, 'five'))
  const expected = column(rows, 'vignette')
  expect(cells(one, 'rfm.segment')).toEqual(
    expected.map((name) => (name === 'Others' ? '其他' : name)),
  )
  expect(columnById(one.table, 'rfm.r')).toBeUndefined()

  await modelStates(one.document, job)
  const view = answerView(one, 'segmentRules', { levels: 5, rules })
  const counts = rules.map(
    ({ name }) => expected.filter((each) => 'text' in name && each === name.text).length,
  )
  expect(view.customers).toEqual(counts)
  expect(view.others).toBe(expected.filter((each) => each === 'Others').length)

  const again = fromStored(
    checkStored(JSON.parse(JSON.stringify(toStored(one.document))) as Record<string, unknown>),
    new Map(Object.entries(one.document.tables)),
  )
  expect(again.models).toEqual(one.document.models)

  one.undo()
  expect(cells(one, 'rfm.segment')).toEqual(before)
  expect(columnById(one.table, 'rfm.r')).toBeDefined()
})

test('cut points: customers of each score as R has them, and faults; without any, such as come near the quantiles', async () => {
  const one = await session()
  await modelStates(one.document, job)
  const points = {
    recency: [115, 181, 297, 482],
    frequency: [4, 5, 6, 8],
    monetary: [256, 382, 506, 666],
  }
  // rfm_data_orders_custombins_reference.json, score_counts
  const counts = {
    recency: [197, 201, 198, 199, 200],
    frequency: [268, 187, 176, 244, 120],
    monetary: [200, 200, 197, 203, 195],
  }
  const view = answerView(one, 'cutPoints', { levels: 5, points })
  expect(view.customers).toEqual(counts)
  expect(view.faults).toEqual({ recency: null, frequency: null, monetary: null })

  const wrong = answerView(one, 'cutPoints', {
    levels: 5,
    points: { ...points, recency: [115, 181, 181, 482] },
  })
  expect(wrong.faults.recency).toEqual({ code: 'notAscending', at: 2 })
  expect(wrong.customers).toEqual({ ...counts, recency: [] })

  const proposed = answerView(one, 'cutPoints', { levels: 5, points: null })
  // type-7 quintiles 114, 180, 296.4, 481 and 3, 4, 5, 7 (rfm_data_orders_scoring_variants.json): above is the next whole one
  expect(proposed.points.recency).toEqual([115, 181, 297, 482])
  expect(proposed.points.frequency).toEqual([4, 5, 6, 8])
  expect(proposed.points.monetary).toEqual([255, 381, 505, 665])
})
