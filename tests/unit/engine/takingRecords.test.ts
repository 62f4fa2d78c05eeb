import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { adoptUnmatched } from '../../../src/engine/adopting.ts'
import { withFigures } from '../../../src/engine/figures.ts'
import { newDocument } from '../../../src/engine/newDocument.ts'
import { kindChanges } from '../../../src/engine/rekinding.ts'
import { takeRecords } from '../../../src/engine/takingRecords.ts'
import { applyAll } from '../../../src/project/apply.ts'
import type { Change } from '../../../src/project/change.ts'
import type { Document } from '../../../src/project/document.ts'
import type { Table } from '../../../src/table/table.ts'
import { opened, tableOf } from '../import/sources.ts'
import { content } from '../project/documents.ts'

const job = createJob()
const read = async (text: string, id: string): Promise<Table> => ({
  ...(await tableOf(await opened(text))),
  id,
})

async function project(): Promise<Document> {
  const customers = await read('客户编号,客户名称,电话\nC1,甲,13800138000\nC2,乙,', 'customers')
  return newDocument(
    {
      id: 'p',
      name: '项目',
      source: null,
      tables: [customers],
      template: null,
      asOf: '2024-07-01',
      language: 'zh',
      createdAt: '2024-07-01T00:00:00Z',
    },
    job,
  )
}
const orders = () =>
  read(
    '订单号,客户编号,下单时间,金额\n1,C1,2024-1-1,10\n2,C1,2024-1-2,5\n3,C9,2024-1-3,7',
    'orders',
  )

/** The law of undo: the inverses give the document back, and the changes after them lead there again. */
function lawful(document: Document, changes: readonly Change[]): Document {
  const done = applyAll(document, changes)
  const undone = applyAll(done.next, done.inverses)
  expect(content(undone.next)).toEqual(content(document))
  expect(content(applyAll(undone.next, undone.inverses).next)).toEqual(content(done.next))
  return done.next
}

describe('what is done with tables of records', () => {
  test('later records move the day that the project looks from, never beyond today, as one step', async () => {
    const start = await project() // as of 2024-07-01
    const later = await read('订单号,客户编号,下单时间,金额\n1,C1,2024-07-20,10', 'orders')
    const fresh = await takeRecords(start, later, 'add', 'zh', job, '2024-08-01')
    const one = lawful(start, fresh.changes)
    expect(one.scheme.asOf).toBe('2024-08-01')
    expect(one.scheme).toBe(one.keptScheme)
    const old = await takeRecords(start, later, 'add', 'zh', job, '2025-01-01')
    expect(lawful(start, old.changes).scheme.asOf).toBe('2024-07-20')
    const known = await takeRecords(start, await orders(), 'add', 'zh', job, '2024-08-01')
    expect(lawful(start, known.changes).scheme.asOf).toBe('2024-07-01')
  })

  test('taking, adding, adopting, another kind and removing are each undone exactly', async () => {
    const start = await project()
    const taken = await takeRecords(start, await orders(), 'add', 'zh', job)
    expect(taken.counts).toEqual({ added: 3, updated: 0, same: 0 })
    const one = lawful(start, taken.changes)

    const newer = await read(
      '订单号,客户编号,下单时间,金额,渠道\n2,C1,2024-1-2,6,网店\n4,C2,2024-2-1,8,门店',
      'orders',
    )
    const more = await takeRecords(one, newer, 'add', 'zh', job)
    expect(more.counts).toEqual({ added: 1, updated: 1, same: 0 })
    const two = lawful(one, more.changes)

    const replaced = await takeRecords(two, newer, 'replace', 'zh', job)
    expect(replaced.counts).toEqual({ added: 2, updated: 0, same: 0 })
    const three = lawful(two, replaced.changes)
    expect(three.tables['orders']?.order).toHaveLength(2)

    const { changes, count } = await adoptUnmatched(two, 'orders', job)
    expect(count).toBe(1)
    const four = lawful(two, await withFigures(two, changes, 'zh', job))

    const table = four.tables['orders'] as Table
    const other = kindChanges(table, 'interactions')
    const five = lawful(four, await withFigures(four, other, 'zh', job))
    expect(Object.keys(five.tables)).toEqual(['customers', 'interactions'])

    const gone: Change = { kind: 'setTable', id: 'interactions', table: null }
    const six = lawful(five, await withFigures(five, [gone], 'zh', job))
    expect(six.tables['customers']?.columns.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3'])
  })

  test('the same file once more changes nothing', async () => {
    const start = await project()
    const one = applyAll(
      start,
      (await takeRecords(start, await orders(), 'add', 'zh', job)).changes,
    )
    const again = await takeRecords(one.next, await orders(), 'add', 'zh', job)
    expect(again).toEqual({ changes: [], counts: { added: 0, updated: 0, same: 3 } })
  })
})
