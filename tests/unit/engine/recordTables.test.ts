import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { memoryStore } from '../../../src/storage/memory.ts'
import type { Store } from '../../../src/storage/store.ts'
import { all, columnNamed } from './graded.ts'

/** Name → texts of the figures, by the names of their columns. */
async function figures(workspace: Workspace, ...names: readonly string[]) {
  const { columns } = await workspace.view('sheet', all)
  const window = await workspace.view('window', { query: all, from: 0, to: 200 })
  const at = (name: string) => columns.findIndex((column) => column.name === name)
  const whose = columns.findIndex(({ role }) => role === 'name' || role === 'key')
  return Object.fromEntries(
    window.rows.map((_, row) => [
      window.cells[whose]?.texts[row] ?? '',
      names.map((name) => window.cells[at(name)]?.texts[row] ?? '').join(' '),
    ]),
  )
}

async function begun(text: string, store?: Store) {
  const workspace = openWorkspace({ today: () => '2024-07-01', ...(store ? { store } : {}) })
  await workspace.importFile({ kind: 'text', text, name: '一.csv' })
  return workspace
}

/** Takes a further table into the open project. */
async function taken(workspace: Workspace, text: string) {
  const source = { kind: 'text', text, name: '二.csv' } as const
  const { session, plan } = await workspace.call('planImport', {
    source,
    choices: {},
    into: 'replace',
  })
  await workspace.call('runImport', { session, name: '', into: 'replace' })
  return plan
}

const shopify =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Cancelled at,Refunded Amount,Id'
/** Worked out by hand. Ann: #1 110 (two rows), #2 50 − 20 refunded; Bob: #3 cancelled, #4 voided, #5 refunded in full,
 *  #6 30 partially refunded 10; Cid: only a refunded order. */
const shopifyRows = [
  '#1,ann@x.com,paid,CNY,100,10,0,110.00,2024-03-05 23:30:00 +0800,1,Tea,60,Ann Lee,,0.00,1',
  '#1,ann@x.com,,,,,,,2024-03-05 23:30:00 +0800,2,Cup,20,,,,',
  '#2,ANN@x.com,partially_refunded,CNY,50,0,0,50.00,2024-04-01 10:00:00 +0800,1,Tea,50,Ann Lee,,20.00,2',
  '#3,bob@x.com,paid,CNY,70,0,0,70.00,2024-05-01 10:00:00 +0800,1,Tea,70,Bob Ray,2024-05-02 10:00:00 +0800,0.00,3',
  '#4,bob@x.com,voided,CNY,71,0,0,71.00,2024-05-03 10:00:00 +0800,1,Tea,71,Bob Ray,,0.00,4',
  '#5,bob@x.com,refunded,CNY,72,0,0,72.00,2024-05-04 10:00:00 +0800,1,Tea,72,Bob Ray,,72.00,5',
  '#6,bob@x.com,partially_refunded,CNY,30,0,0,30.00,2024-02-01 00:10:00 +0800,3,Tea,10,Bob Ray,,10.00,6',
  '#7,cid@x.com,refunded,CNY,9,0,0,9.00,2024-01-01 00:10:00 +0800,1,Tea,9,Cid Fox,,9.00,7',
]

describe('a Shopify orders export, by hand', () => {
  test('several rows an order, refunds, cancelled and voided orders', async () => {
    const workspace = await begun([shopify, ...shopifyRows].join('\n'))
    expect(await figures(workspace, '订单数', '累计金额', '首次购买日期', '最近购买日期')).toEqual({
      'Ann Lee': '2 140 2024-03-05 2024-04-01', // the day of the stated zone, +0800
      'Bob Ray': '1 20 2024-02-01 2024-02-01',
      'Cid Fox': '0 0  ', // no order that counts is 0, no day is missing
    })
    const [table] = await workspace.view('tables', null)
    expect(table).toMatchObject({
      kind: 'orders',
      rowCount: 8,
      matched: [{ by: 'email', count: 8 }],
      unmatched: [],
    })
  })
})

describe('orders by line, in Chinese', () => {
  test('lines of an order are summed, lines taken back are left out, credit notes take from the money', async () => {
    const workspace = await begun(
      [
        '订单号,客户名称,下单时间,商品名称,数量,单价,订单状态',
        'A1,甲,2024-01-01,茶,2,10,交易成功',
        'A1,甲,2024-01-01,杯,1,5,已取消',
        'A1,甲,2024-01-01,壶,1,30,交易成功',
        'A2,甲,2024-02-01,茶,-1,10,交易成功',
        'A3,乙,2024-03-01,茶,1,10,交易关闭',
        'A4,乙,2024-03-02,茶,3,10,部分退款',
      ].join('\n'),
    )
    expect(await figures(workspace, '订单数', '累计金额', '最近购买日期')).toEqual({
      甲: '1 40 2024-01-01',
      乙: '1 30 2024-03-02',
    })
  })
  test('open deals are no orders: only those that were won count', async () => {
    const workspace = await begun(
      [
        'Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Associated Company IDs,Associated Company',
        '1,a,Closed Won,100,2024-01-05,2024-01-01,77,Acme',
        '2,b,Presentation Scheduled,900,2024-09-05,2024-01-01,77,Acme',
        '3,c,Closed Lost,50,2024-02-05,2024-01-01,77,Acme',
      ].join('\n'),
    )
    expect(await figures(workspace, '订单数', '累计金额', '最近购买日期')).toEqual({
      Acme: '1 100 2024-01-05',
    })
  })
})

const customers =
  '客户编号,客户名称,联系电话\nC1,甲公司,13800138000\nC2,乙公司,13900139000\nC3,丙公司,'
const orders =
  '订单编号,客户编号,客户名称,下单时间,订单金额\n1,C1,甲公司,2024-01-01,100\n2,C1,甲公司,2024-02-01,50\n3,C9,丁公司,2024-03-01,70\n4,C8,戊公司,2024-03-02,80\n5,C9,丁公司,2024-04-01,1'

describe('orders beside a list', () => {
  const shown = ['订单数', '累计金额', '最近购买日期'] as const

  test('customers get their figures, one undo takes all back', async () => {
    const workspace = await begun(customers)
    const before = await workspace.view('columns', { table: 'customers' })
    await taken(workspace, orders)
    expect(await figures(workspace, ...shown)).toEqual({
      甲公司: '2 150 2024-02-01',
      乙公司: '0 0 ',
      丙公司: '0 0 ',
    })
    const [table] = await workspace.view('tables', null)
    expect(table?.matched).toEqual([{ by: 'key', count: 2 }])
    expect(table?.unmatched).toEqual([{ reason: 'unknown', count: 3 }])
    await workspace.call('undo', null)
    expect(await workspace.view('columns', { table: 'customers' })).toEqual(before)
    expect(await workspace.view('tables', null)).toEqual([])
    await workspace.call('redo', null)
    expect((await figures(workspace, ...shown))['甲公司']).toBe('2 150 2024-02-01')
  })

  test('a list that nothing could be scored by is graded by its orders, in the same step', async () => {
    const workspace = await begun(customers)
    expect((await workspace.view('scheme', null)).scheme.criteria).toEqual([])
    await taken(workspace, orders)
    const { scheme, differences } = await workspace.view('scheme', null)
    expect(scheme.template).toBe('rfmList')
    expect(differences).toEqual([])
    const { totals } = await workspace.view('summary', null)
    expect(totals.tiers.reduce((sum, { count }) => sum + count, 0)).toBe(3)
    await workspace.call('undo', null)
    expect((await workspace.view('scheme', null)).scheme.criteria).toEqual([])
  })

  test('unmatched rows are listed with the reason, and become customers on demand', async () => {
    const workspace = await begun(customers)
    await taken(workspace, orders)
    const page = await workspace.view('records', {
      kind: 'orders',
      rows: 'unmatched',
      from: 0,
      to: 100,
    })
    expect(page?.total).toBe(3)
    expect(page?.rows.map(({ texts, reason, customer }) => [texts[0], reason, customer])).toEqual([
      ['3', 'unknown', null],
      ['4', 'unknown', null],
      ['5', 'unknown', null],
    ])
    expect(await workspace.call('adoptRecords', { kind: 'orders' })).toMatchObject({ count: 2 })
    expect(await figures(workspace, ...shown)).toEqual({
      甲公司: '2 150 2024-02-01',
      乙公司: '0 0 ',
      丙公司: '0 0 ',
      丁公司: '2 71 2024-04-01',
      戊公司: '1 80 2024-03-02',
    })
    const [table] = await workspace.view('tables', null)
    expect(table?.unmatched).toEqual([])
    await workspace.call('undo', null)
    expect(Object.keys(await figures(workspace, ...shown))).toEqual(['甲公司', '乙公司', '丙公司'])
  })

  test('a figure whose name a column of the list bears already gets a name of its own', async () => {
    const workspace = await begun('客户编号,客户名称,累计金额\nK1,甲公司,100\nK2,乙公司,200\n')
    await taken(
      workspace,
      '订单编号,客户编号,下单日期,订单金额\nD1,K1,2024-03-05,30\nD2,K1,2024-04-05,12\n',
    )
    expect(await figures(workspace, '累计金额', '订单累计金额', '订单数')).toEqual({
      甲公司: '100 42 2',
      乙公司: '200 0 0',
    })
  })

  test('a further file adds what is new: the same order is not taken twice, a changed one is replaced', async () => {
    const workspace = await begun(customers)
    await taken(workspace, orders)
    await taken(
      workspace,
      '订单编号,客户编号,下单时间,订单金额,渠道\n2,C1,2024-02-01,45,网店\n1,C1,2024-01-01,100,门店\n6,C2,2024-05-01,9,网店',
    )
    expect(await figures(workspace, ...shown)).toEqual({
      甲公司: '2 145 2024-02-01',
      乙公司: '1 9 2024-05-01',
      丙公司: '0 0 ',
    })
    const [table] = await workspace.view('tables', null)
    expect(table).toMatchObject({ rowCount: 6, columns: 6 })
    await workspace.call('undo', null)
    expect((await figures(workspace, ...shown))['甲公司']).toBe('2 150 2024-02-01')
  })

  test('a customer number typed anew changes whose the orders are, in the same step', async () => {
    const workspace = await begun(customers)
    await taken(workspace, orders)
    const { rows } = await workspace.view('window', { query: all, from: 0, to: 3 })
    const row = rows[1] ?? 0 // 乙公司
    const column = await columnNamed(workspace, '客户编号')
    const edit = (text: string) =>
      workspace.run({
        kind: 'editCells',
        table: 'customers',
        origin: 'edit',
        cells: [{ row, column, text }],
      })
    await edit('C9')
    expect((await figures(workspace, ...shown))['乙公司']).toBe('2 71 2024-04-01')
    await workspace.call('undo', null)
    expect((await figures(workspace, ...shown))['乙公司']).toBe('0 0 ')
  })

  test('what is typed into a calculated column is not taken', async () => {
    const workspace = await begun(customers)
    await taken(workspace, orders)
    const { columns } = await workspace.view('sheet', all)
    expect(columns.find(({ id }) => id === 'orders.count')?.editable).toBe(false)
    await workspace.run({
      kind: 'editCells',
      table: 'customers',
      origin: 'edit',
      cells: [{ row: 0, column: 'orders.count', text: '99' }],
    })
    expect((await figures(workspace, ...shown))['甲公司']).toBe('2 150 2024-02-01')
  })

  test('removing the table takes its figures and their criteria along; undo gives all back', async () => {
    const workspace = await begun(customers)
    await taken(workspace, orders)
    const { scheme } = await workspace.view('scheme', null)
    expect(scheme.criteria.map(({ column }) => column)).toEqual([
      'orders.last',
      'orders.count',
      'orders.amount',
    ])
    await workspace.call('removeRecords', { kind: 'orders' })
    expect((await workspace.view('scheme', null)).scheme.criteria).toEqual([])
    expect((await workspace.view('columns', { table: 'customers' })).map(({ id }) => id)).toEqual([
      'c1',
      'c2',
      'c3',
    ])
    await workspace.call('undo', null)
    expect((await workspace.view('scheme', null)).scheme).toEqual(scheme)
    expect((await figures(workspace, ...shown))['甲公司']).toBe('2 150 2024-02-01')
  })

  test('another kind: roles and figures are derived anew; a kind that is there is refused', async () => {
    const workspace = await begun(customers)
    await taken(workspace, orders)
    await workspace.call('changeKind', { kind: 'orders', to: 'interactions' })
    expect((await workspace.view('tables', null)).map(({ kind }) => kind)).toEqual(['interactions'])
    expect(await figures(workspace, '互动次数', '订单数')).toMatchObject({ 甲公司: '2 ' })
    await workspace.call('undo', null)
    expect(await figures(workspace, ...shown)).toMatchObject({ 甲公司: '2 150 2024-02-01' })
    await taken(workspace, '工单编号,客户编号,创建时间,问题类型\nG1,C2,2024-01-01,投诉')
    await expect(
      workspace.call('changeKind', { kind: 'orders', to: 'service' }),
    ).rejects.toMatchObject({ code: 'command.invalid' })
  })

  test('service, survey and interactions beside the orders', async () => {
    const workspace = await begun(customers)
    await taken(workspace, orders)
    await taken(
      workspace,
      '工单编号,客户编号,创建时间,问题类型,处理状态\nG1,C1,2024-01-01,投诉,已关闭\nG2,C1,2024-01-09,咨询,处理中\nG3,C1,2024-02-09,投诉,已撤销\nG4,C2,2024-03-09,咨询,已关闭',
    )
    await taken(
      workspace,
      '答卷编号,手机号,提交时间,推荐意愿,满意度\n1,13800138000,2024-03-01,9,4\n2,138-0013-8000,2024-01-01,2,1\n3,13900139000,2024-01-01,7,',
    )
    await taken(
      workspace,
      '客户名称,跟进时间,跟进方式,跟进内容\n甲公司,2024-01-01,电话,问价\n甲公司,2024-01-03,拜访,送样\n丙公司,2024-02-03,电话,无',
    )
    expect(
      await figures(
        workspace,
        '服务单数',
        '投诉次数',
        '推荐指数（NPS）',
        '满意度',
        '互动次数',
        '订单数',
      ),
    ).toEqual({
      甲公司: '2 1 9 4 2 2', // the withdrawn ticket does not count
      乙公司: '1 0 7  0 0',
      丙公司: '0 0   1 0',
    })
    expect((await workspace.view('tables', null)).map(({ kind }) => kind)).toEqual([
      'orders',
      'interactions',
      'service',
      'survey',
    ])
  })

  test('everything is there again after closing and opening', async () => {
    const store = memoryStore()
    const workspace = await begun(customers, store)
    await taken(workspace, orders)
    const { id } = await workspace.view('project', null)
    const before = await figures(workspace, ...shown)
    const tables = await workspace.view('tables', null)
    await workspace.close()
    const again = openWorkspace({ store })
    expect(await again.call('openProject', { id })).toEqual({ damaged: [] })
    expect(await figures(again, ...shown)).toEqual(before)
    expect(await again.view('tables', null)).toEqual(tables)
  })

  test('work on tables can be cancelled: nothing has happened then', async () => {
    const workspace = await begun(customers)
    await taken(workspace, orders)
    const control = new AbortController()
    control.abort()
    await expect(
      workspace.call('adoptRecords', { kind: 'orders' }, createJob(control.signal)),
    ).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(Object.keys(await figures(workspace, ...shown))).toHaveLength(3)
  })
})
