import { describe, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { packTexts } from '../../../src/state/packedTexts.ts'
import { xlsxFile, worksheet, styles } from '../import/xlsxFile.ts'
import { all, columnNamed, imported, today } from './graded.ts'

// Numbers beyond ±1e15 are error cells, by whatever door they come: specification "What a grade is", 1.

const long = '1234567890123456789'
const list = `客户编号,客户名称,累计金额\nC1,甲,100\nC2,乙,200\nC3,丙,300\nC4,丁,${long}`

/** Texts and states of a column. */
async function shown(workspace: Workspace, name: string) {
  const { columns } = await workspace.view('sheet', all)
  const window = await workspace.view('window', { query: all, from: 0, to: 50 })
  const cells = window.cells[columns.findIndex((column) => column.name === name)]
  return (cells?.texts ?? []).map((text, row) => `${text} ${cells?.states[row] ?? 'plain'}`)
}

const three = ['100 plain', '200 plain', '300 plain']

describe('a number that no column holds', () => {
  test('of a text file is kept, marked, told, and counts as missing', async () => {
    const workspace = await imported(list)
    expect(await shown(workspace, '累计金额')).toEqual([...three, `${long} tooLarge`])
    const column = await columnNamed(workspace, '累计金额')
    const columns = await workspace.view('columns', { table: 'customers' })
    expect(columns.find(({ id }) => id === column)).toMatchObject({ min: '100', max: '300' })
    const { scores } = await workspace.view('window', { query: all, from: 0, to: 50 })
    expect(scores.map(Number.isNaN)).toEqual([false, false, false, true])
    const explained = await workspace.view('explain', { row: 3, query: all })
    expect(explained?.issues.map(({ code }) => code)).toContain('column.tooLarge')
  })

  test('of a workbook, with any number format', async () => {
    const row = (...cells: string[]) => `<row>${cells.join('')}</row>`
    const text = (said: string) => `<c t="inlineStr"><is><t>${said}</t></is></c>`
    const sheet = worksheet(
      row(text('客户名称'), text('累计金额')) +
        row(text('甲'), '<c><v>100</v></c>') +
        row(text('乙'), '<c><v>200</v></c>') +
        row(text('丙'), '<c><v>300</v></c>') +
        row(text('丁'), `<c s="1"><v>${long}</v></c>`) + // 0
        row(text('戊'), `<c s="2"><v>-${long}</v></c>`) + // #,##0.00
        row(text('己'), '<c><v>1.23456789012345E+18</v></c>'), // as Excel writes it
    )
    const parts = { 'xl/styles.xml': styles(0, 1, 4) }
    const workspace = openWorkspace({ today })
    const file = new Blob([xlsxFile(sheet, parts)])
    await workspace.importFile({ kind: 'file', file, name: '客户.xlsx' })
    expect(await shown(workspace, '累计金额')).toEqual([
      ...three,
      `${long} tooLarge`,
      `-${long} tooLarge`,
      '1234567890123450000 tooLarge',
    ])
  })

  test('of JSON', async () => {
    const rows = [100, 200, 300].map((amount) => `{"客户名称":"客${amount}","累计金额":${amount}}`)
    const workspace = await imported(`[${rows.join()},{"客户名称":"丁","累计金额":${long}}]`)
    expect(await shown(workspace, '累计金额')).toEqual([...three, `${long} tooLarge`])
  })

  test('that is typed or pasted; undone, the value of before is back', async () => {
    const workspace = await imported(list.replace(long, '400'))
    const column = await columnNamed(workspace, '累计金额')
    const cells = [{ row: 3, column, text: long }]
    await workspace.run({ kind: 'editCells', table: 'customers', origin: 'edit', cells })
    expect(await shown(workspace, '累计金额')).toEqual([...three, `${long} tooLarge`])
    await workspace.call('undo', null)
    const content = { kind: 'texts', texts: packTexts([['9,999,999,999,999,999'], ['5']]) } as const
    const blocks = [{ from: 2, to: 4, columns: [column] }]
    await workspace.call('write', { query: all, origin: 'paste', blocks, content })
    expect(await shown(workspace, '累计金额')).toEqual([
      '100 plain',
      '200 plain',
      '9,999,999,999,999,999 tooLarge',
      '5 plain',
    ])
    await workspace.call('undo', null)
    expect(await shown(workspace, '累计金额')).toEqual([...three, '400 plain'])
  })

  test('keeps its digits when its column becomes one of codes', async () => {
    const workspace = await imported(list)
    const column = await columnNamed(workspace, '累计金额')
    await workspace.run({ kind: 'changeColumn', table: 'customers', column, reading: 'code' })
    expect(await shown(workspace, '累计金额')).toEqual([...three, `${long} plain`])
  })

  test('that is calculated', async () => {
    const workspace = await imported(list)
    await workspace.run({
      kind: 'addColumn',
      table: 'customers',
      name: '放大',
      reading: 'number',
      role: 'measure',
      formula: '=[累计金额]*9000000000000',
    })
    expect((await shown(workspace, '放大')).slice(0, 3)).toEqual([
      '900000000000000 plain',
      '#NUM! error', // the words: i18n, `formulas.cellErrors`
      '#NUM! error',
    ])
  })

  test('that records add up to', async () => {
    const workspace = await imported(list.replace(long, '400'))
    const text = [
      '订单编号,客户编号,下单时间,实付金额',
      'A1,C1,2026-01-05,600000000000000',
      'A2,C1,2026-02-05,600000000000000',
      'A3,C2,2026-02-05,5',
    ].join('\n')
    const source = { kind: 'text', text, name: '订单.csv' } as const
    const { session } = await workspace.call('planImport', { source, choices: {}, into: 'replace' })
    await workspace.call('runImport', { session, name: '', into: 'replace' })
    const { columns } = await workspace.view('sheet', all)
    const money = columns.find(({ id }) => id === 'orders.amount')
    expect(await shown(workspace, money?.name ?? '')).toEqual([
      '1200000000000000 tooLarge',
      '5 plain',
      '0 plain',
      '0 plain',
    ])
  })

  test('is a finding of its own, which can be replaced', async () => {
    const workspace = await imported(`${list}\nC5,戊,面议`)
    const { findings } = await workspace.view('quality', null)
    const of = (check: string) => findings.find((finding) => finding.check === check)
    expect(of('unreadable')?.detail).toMatchObject({ count: 1, examples: ['面议'] })
    expect(of('tooLarge')?.detail).toMatchObject({ count: 1, examples: [long] })
  })
})
