import { describe, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { freshDatabase } from '../storage/database.ts'
import { all } from './graded.ts'

// Layout of notes/performance.md §4, on fake-indexeddb: what was seen before closing is what comes back.
const { open } = freshDatabase()

const customers = '客户编号,客户名称\nC1,甲公司\nC2,乙公司'
const orders = (amount: number) =>
  `订单编号,客户编号,下单时间,订单金额\n1,C1,2024-01-01,${amount}\n2,C2,2024-01-02,${2 * amount}\n3,C9,2024-01-03,1`

async function take(workspace: Workspace, text: string, into: 'new' | 'replace') {
  const source = { kind: 'text', text, name: '表.csv' } as const
  const { session } = await workspace.call('planImport', { source, choices: {}, into })
  return workspace.call('runImport', { session, name: '项目', into })
}

async function seen(workspace: Workspace) {
  const text = await workspace.view('copy', {
    query: all,
    from: 0,
    to: 100,
    columns: (await workspace.view('sheet', all)).columns.map(({ id }) => id),
    header: true,
  })
  const tables = await workspace.view('tables', null)
  const pages = await Promise.all(
    tables.map(({ kind }) => workspace.view('records', { kind, rows: 'all', from: 0, to: 100 })),
  )
  return { text, tables, pages }
}

/** Closes and opens: first from the base, then from base and edit log. */
async function reopened(workspace: Workspace, id: string) {
  await workspace.close()
  const next = openWorkspace({ store: await open() })
  expect(await next.call('openProject', { id })).toEqual({ damaged: [] })
  return next
}

describe('tables of records over a reload', () => {
  test('orders, and what customers have from them', async () => {
    const first = openWorkspace({ store: await open() })
    const id = await take(first, customers, 'new')
    await take(first, orders(100), 'replace')
    const before = await seen(first)
    const second = await reopened(first, id)
    expect(await seen(second)).toEqual(before)
    await second.run({ kind: 'deleteRows', table: 'orders', rows: [1] })
    const after = await seen(second)
    expect(after).not.toEqual(before)
    expect(await seen(await reopened(second, id))).toEqual(after)
  })

  test('other orders of as many rows in the place of those that were removed', async () => {
    const first = openWorkspace({ store: await open() })
    const id = await take(first, customers, 'new')
    await take(first, orders(100), 'replace')
    const second = await reopened(first, id)
    await second.call('removeRecords', { kind: 'orders' })
    await take(second, orders(700), 'replace')
    const after = await seen(second)
    expect(after.text).toContain('1400')
    expect(await seen(await reopened(second, id))).toEqual(after)
  })

  test('orders taken for service records and back', async () => {
    const first = openWorkspace({ store: await open() })
    const id = await take(first, customers, 'new')
    await take(first, orders(100), 'replace')
    const before = await seen(first)
    await first.call('changeKind', { kind: 'orders', to: 'service' })
    const changed = await seen(first)
    const second = await reopened(first, id)
    expect(await seen(second)).toEqual(changed)
    await second.call('changeKind', { kind: 'service', to: 'orders' })
    const back = await seen(await reopened(second, id))
    expect(back.pages).toEqual(before.pages)
  })
})
