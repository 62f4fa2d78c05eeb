import { describe, expect, test } from 'vitest'
import { type CellObject, read } from 'xlsx'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import type { FigureId, ModelId } from '../../../src/models/figureIds.ts'
import { all, columnNamed } from './graded.ts'

/** Texts of columns by customer, as the sheet shows them. */
async function shown(workspace: Workspace, ...names: readonly string[]) {
  const { columns } = await workspace.view('sheet', all)
  const window = await workspace.view('window', { query: all, from: 0, to: 200 })
  const at = (name: string) => columns.findIndex((column) => column.name === name)
  return window.rows.map((_, row) =>
    names.map((name) => window.cells[at(name)]?.texts[row] ?? '').join(' '),
  )
}

async function taken(workspace: Workspace, text: string) {
  const source = { kind: 'text', text, name: '二.csv' } as const
  const choices = { choices: {}, into: 'replace' } as const
  const { session, plan } = await workspace.call('planImport', { source, ...choices })
  await workspace.call('runImport', { session, name: '', into: 'replace' })
  return plan
}

const wanted = (workspace: Workspace, model: ModelId, columns: readonly FigureId[]) =>
  workspace.run({ kind: 'setModel', model, set: { columns } })

const list =
  '客户编号,客户名称,联系电话,推荐人\nC1,甲公司,13800138000,\nC2,乙公司,13900139000,甲公司\nC3,丙公司,,13800138000'
const orders = [
  '订单编号,客户编号,下单时间,商品分类,销售渠道,优惠金额,实付金额,退款金额,成本',
  'A1,C1,2024-01-05,茶叶,天猫,10,90,0,50',
  'A2,C1,2024-02-04,茶具,门店,0,30,0,20',
  'A3,C1,2024-03-05,茶叶,门店,0,60,15,40', // purchase days 30 and 30 days apart
  'A4,C2,2024-05-01,茶具,天猫,5,45,0,25',
].join('\n')

describe('from files to columns of the customers', () => {
  test('categories, channels, discounts, refunds, margin and referrals', async () => {
    const workspace = openWorkspace({ today: () => '2024-07-01' })
    await workspace.importFile({ kind: 'text', text: list, name: '一.csv' })
    await taken(workspace, orders)
    await wanted(workspace, 'behaviour', [
      'orders.average',
      'orders.rhythm',
      'orders.category',
      'orders.channel',
      'orders.discounts',
      'orders.refunds',
    ])
    expect(await shown(workspace, '客单价', '购买间隔（天）', '主要品类', '主要渠道')).toEqual([
      '55 30 茶叶 门店', // (90 + 30 + 45) ÷ 3
      '45  茶具 天猫',
      '   ',
    ])
    expect(await shown(workspace, '优惠占比', '退款占比', '毛利')).toEqual([
      '5.3% 8.3% 55', // 10 ÷ 190; 15 ÷ 180; 165 − 110
      '10% 0% 20',
      '  0',
    ])
    expect(await shown(workspace, '带来的客户数', '带来客户的金额')).toEqual(['2 45', '0 0', '0 0'])
    const referrer = await columnNamed(workspace, '推荐人')
    await workspace.run({
      kind: 'editCells',
      table: 'customers',
      origin: 'edit',
      cells: [{ row: 2, column: referrer, text: '乙公司' }],
    })
    expect(await shown(workspace, '带来的客户数', '带来客户的金额')).toEqual(['1 45', '1 0', '0 0'])
    await workspace.call('undo', null)
    expect(await shown(workspace, '带来的客户数')).toEqual(['2', '0', '0'])
  })

  test('are shown to digits that mean something wherever a text is made of them; cells stay exact', async () => {
    const workspace = openWorkspace({ today: () => '2024-07-01' })
    await workspace.importFile({ kind: 'text', text: list, name: '一.csv' })
    await taken(workspace, orders)
    await wanted(workspace, 'behaviour', ['orders.discounts'])
    const column = 'orders.discounts' as const
    const share = { column, kind: 'values', values: ['5.3%'], except: false } as const // 10 ÷ 190
    const kept = await workspace.view('sheet', { ...all, columns: [share] })
    expect(kept.rowCount).toBe(1)
    const { values } = await workspace.view('values', { query: all, column, search: '5.3' })
    expect(values.map(({ text }) => text)).toEqual(['5.3%'])
    const rest = { from: 0, to: 9, columns: [column], header: false }
    expect(await workspace.view('copy', { query: all, ...rest })).toBe('5.3%\r\n10%\r\n')
    const explained = await workspace.view('explain', { row: 0, query: all })
    const fact = explained?.facts.find(({ name }) => name === '优惠占比')
    expect(fact).toMatchObject({ text: '5.3%' })
    const columns = await workspace.view('columns', { table: 'customers' })
    expect(columns.find(({ id }) => id === column)).toMatchObject({ min: '5.3%', max: '10%' })
    const request = {
      language: 'zh',
      fileName: '客户',
      rows: 'all',
      query: null,
      options: { details: false, maskPhones: false, maskIdentities: true, guardFormulas: true },
    } as const
    const csv = await workspace.exportFile({ ...request, exporter: 'csv' })
    const csvText = await new Blob([...csv.parts]).text()
    expect(csvText).toContain(',5.3%')
    expect(csvText).not.toContain('5.26')
    const book = await workspace.exportFile({ ...request, exporter: 'workbook' })
    const { Sheets } = read(await new Blob([...book.parts]).arrayBuffer(), { cellNF: true })
    const cells = Object.values(Sheets).flatMap((sheet) => Object.values(sheet) as CellObject[])
    const exact = cells.find(({ v }) => typeof v === 'number' && Math.abs(v - 10 / 190) < 1e-15)
    expect(exact).toMatchObject({ z: '0.0%' })
  })

  test('cases: open ones and days to resolve', async () => {
    const workspace = openWorkspace({ today: () => '2024-07-01' })
    await workspace.importFile({ kind: 'text', text: list, name: '一.csv' })
    await taken(
      workspace,
      '工单号,客户名称,受理时间,完成时间,问题类型\n1,甲公司,2024-03-01,2024-03-05,投诉\n2,甲公司,2024-04-01,,咨询\n3,乙公司,2024-05-01,2024-05-02,咨询\n4,乙公司,2024-08-01,,投诉',
    )
    await wanted(workspace, 'service', [
      'service.count',
      'service.complaints',
      'service.open',
      'service.resolve',
    ])
    expect(await shown(workspace, '服务单数', '投诉次数', '未结服务单', '平均处理天数')).toEqual([
      '2 1 1 4',
      '1 0 0 1', // the case of August is not known on 1 July
      '0 0 0 ',
    ])
  })
})
