import { expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { all, columnNamed } from './graded.ts'

/** Calculated columns from the file to the file, over the handlers that the page asks. */

const list = [
  '客户编号,客户名称,累计金额,购买次数,最近购买日',
  'C1,甲公司,900,3,2024-06-01',
  'C2,乙公司,500,0,2024-05-01',
  'C3,丙公司,,4,',
].join('\n')

async function opened(): Promise<Workspace> {
  const workspace = openWorkspace({ today: () => '2024-07-01' })
  await workspace.importFile({ kind: 'text', text: list, name: '一.csv' })
  return workspace
}

const added = (workspace: Workspace, name: string, formula: string) =>
  workspace.run({
    kind: 'addColumn',
    table: 'customers',
    name,
    reading: 'number',
    role: 'measure',
    formula,
  })

async function shown(workspace: Workspace, name: string): Promise<readonly string[]> {
  const { columns } = await workspace.view('sheet', all)
  const window = await workspace.view('window', { query: all, from: 0, to: 50 })
  return window.cells[columns.findIndex((column) => column.name === name)]?.texts ?? []
}

test('what a formula would make is shown before it is set', async () => {
  const workspace = await opened()
  const view = (text: string) => workspace.view('formula', { column: null, text })
  expect(await view('=[累计金额]/[购买次数]')).toMatchObject({
    problem: null,
    type: 'number',
    reading: 'money',
    samples: [
      { name: '甲公司', text: '300', error: null },
      { name: '乙公司', text: '', error: '#DIV/0!' },
      { name: '丙公司', text: '', error: null },
    ],
    failed: 1,
    empty: 1,
    counted: 3,
  })
  expect((await view('=[累计金额')).problem).toMatchObject({
    code: 'formula.unclosedName',
    from: 1,
  })
  await added(workspace, '单次', '[累计金额]/[购买次数]')
  const column = await columnNamed(workspace, '单次')
  const circle = await workspace.view('formula', { column, text: '[单次]*2' })
  expect(circle.problem).toMatchObject({
    code: 'formula.circle',
    detail: { names: ['单次', '单次'] },
  })
})

test('the sheet says what it is worked out by, and grades by it', async () => {
  const workspace = await opened()
  await added(workspace, '单次', '累计金额/购买次数')
  const { columns } = await workspace.view('sheet', all)
  expect(columns.find(({ name }) => name === '单次')).toMatchObject({
    editable: false,
    formula: '=[累计金额]/[购买次数]',
    formulaProblem: null,
    failed: 1,
  })
  await workspace.run({ kind: 'addCriterion', column: await columnNamed(workspace, '单次') })
  const { scheme } = await workspace.view('scheme', null)
  expect(scheme.criteria.at(-1)?.name).toBe('单次')
})

test('a newer list leaves it calculated, whatever the list says of it', async () => {
  const workspace = await opened()
  await added(workspace, '单次', '[累计金额]/[购买次数]')
  const newer = `${list.replace('500,0', '500,2').replace('最近购买日', '最近购买日,单次').replace('06-01', '06-01,7').replace('05-01', '05-01,8')}\nC4,丁公司,80,4,2024-06-30,9`
  const source = { kind: 'text', text: newer, name: '二.csv' } as const
  const { session } = await workspace.call('planImport', { source, choices: {}, into: 'replace' })
  const found = await workspace.call('compareImport', { session })
  expect(found.columns.map(({ name }) => name)).not.toContain('单次')
  expect([...found.newColumns, ...found.absentColumns]).toEqual([])
  const update = { held: [], missing: 'keep' } as const
  await workspace.call('runImport', { session, name: '', into: 'replace', update })
  expect(await shown(workspace, '单次')).toEqual(['300', '250', '', '20'])
  await workspace.call('undo', null)
  expect(await shown(workspace, '单次')).toEqual(['300', '#DIV/0!', ''])
})

test('what models say of orders is read in the step that brings them', async () => {
  const workspace = await opened()
  const orders = '订单编号,客户编号,下单时间,实付金额\nA1,C1,2024-01-05,90\nA2,C2,2024-05-01,30'
  const take = async (text: string) => {
    const source = { kind: 'text', text, name: '单.csv' } as const
    const { session } = await workspace.call('planImport', { source, choices: {}, into: 'replace' })
    await workspace.call('runImport', { session, name: '', into: 'replace' })
  }
  await take(orders)
  const { columns } = await workspace.view('sheet', all)
  const name = columns.find(({ id }) => id === 'orders.amount')?.name ?? expect.fail()
  await added(workspace, '占比', `[${name}]/100`)
  expect(await shown(workspace, '占比')).toEqual(['0.9', '0.3', '0'])
  await take(`${orders}\nA3,C3,2024-06-01,50`)
  expect(await shown(workspace, '占比')).toEqual(['0.9', '0.3', '0.5'])
  await workspace.call('removeRecords', { kind: 'orders' })
  expect(await shown(workspace, '占比')).toEqual(['#REF!', '#REF!', '#REF!'])
  await workspace.call('undo', null)
  expect(await shown(workspace, '占比')).toEqual(['0.9', '0.3', '0.5'])
})

test('files that leave have values, and live formulas where files can have them', async () => {
  const workspace = await opened()
  await added(workspace, '单次', '[累计金额]/[购买次数]')
  const file = async (exporter: 'csv' | 'sql') => {
    const { parts } = await workspace.exportFile({
      exporter,
      language: 'zh',
      fileName: 'x',
      rows: 'all',
      query: null,
      options: { details: false, maskPhones: false, maskIdentities: true, guardFormulas: true },
    })
    return Buffer.concat(parts).toString()
  }
  const lines = (await file('csv')).split(/\r?\n/)
  expect(lines.slice(1, 4).map((line) => line.includes(',300,'))).toEqual([true, false, false])
  expect(lines[2]).toContain('#DIV/0!')
  await workspace.run({ kind: 'addCriterion', column: await columnNamed(workspace, '单次') })
  const sql = await file('sql')
  expect(sql).toContain('-- 计算列')
  expect(sql).not.toContain('"单次"') // worked out there, not read
})
