import { describe, expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { decimal, score } from '../../../src/i18n/format.ts'
import type { Language } from '../../../src/i18n/language.ts'
import { gridCell } from '../../../src/state/sheetCell.ts'
import { words } from '../words.ts'
import { all, columnNamed } from './graded.ts'

const list = [
  '客户名称,毛利率,累计消费金额,最近购买日期',
  '甲,10%,500,2025-12-01',
  '乙,12.5%,3000,2025-11-15',
  '丙,8%,1200.5,2026-01-20',
].join('\n')

async function typed(name: string, text: string, language: Language = 'zh') {
  const workspace = openWorkspace({ today: () => '2026-03-10' })
  await workspace.importFile({ kind: 'text', text: list, name: 'list' })
  const column = await columnNamed(workspace, name)
  const cells = [{ row: 0, column, text }]
  await workspace.run({ kind: 'editCells', table: 'customers', origin: 'edit', cells })
  const { columns } = await workspace.view('sheet', all)
  const window = await workspace.view('window', { query: all, from: 0, to: 1 })
  const at = columns.findIndex(({ id }) => id === column)
  const own = columns[at]
  if (!own) throw new Error(name)
  const shown = gridCell(own, window.cells[at], window, 0, {
    words: words[language],
    decimal: (value, digits) => decimal(language, value, digits),
    score: (value, digits) => score(language, value, digits),
    cutoffs: [],
    tiers: [],
    search: '',
  })
  return { workspace, shown: shown.text, state: shown.state, hint: shown.hint }
}

/** What stands under the header in the exported files. */
async function exported(workspace: Workspace, name: string) {
  const options = { details: false, maskPhones: false, maskIdentities: true, guardFormulas: true }
  const file = async (exporter: 'csv' | 'workbook') => {
    const request = { language: 'zh', fileName: 'x', rows: 'all', query: null, options } as const
    const { parts } = await workspace.exportFile({ ...request, exporter })
    const bytes = new Uint8Array(await new Blob([...parts]).arrayBuffer())
    const book = read(bytes, { cellDates: false, raw: true })
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    const lines = utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, raw: true })
    const head = lines.findIndex((line) => line.includes(name))
    return lines[head + 1]?.[lines[head]?.indexOf(name) ?? -1]
  }
  return { csv: await file('csv'), book: await file('workbook') }
}

// Sources: the spec of values for what is read; Excel for percent, 12 and 12% being the same in cells of that format
describe.each([
  ['毛利率', '12%', '12%', '12%', 0.12],
  ['毛利率', '１２％', '12%', '12%', 0.12],
  ['累计消费金额', '3万', '30,000', '30000', 30000],
  ['累计消费金额', '3.5万', '35,000', '35000', 35000],
  ['累计消费金额', '1,200', '1,200', '1200', 1200],
  ['最近购买日期', '2024年3月1日', '2024-03-01', '2024-03-01', 45352],
  ['最近购买日期', '2024.3.1', '2024-03-01', '2024-03-01', 45352],
])('typed into %s: %s', (name, text, shown, csv, book) => {
  test('is read, shown and exported, with nothing to remark', async () => {
    const cell = await typed(name, text)
    expect(cell).toMatchObject({ shown, state: 'plain', hint: null })
    const files = await exported(cell.workspace, name)
    expect(files.csv).toBe(csv)
    expect(files.book).toBe(book)
  })
})

describe.each([
  ['最近购买日期', '3/5', '没有写全，按基准日补成 2026-03-05；不对请写全年月日'],
  ['最近购买日期', '12月5日', '没有写全，按基准日补成 2026-12-05；不对请写全年月日'],
  ['最近购买日期', '45352', '当作 2024-03-01；不对请按年-月-日写'],
  ['最近购买日期', '2024年3月', '不到日，当作 2024-03-01：2024年3月'],
  ['毛利率', '12', '当作 12%，写的是 12'],
  ['毛利率', '0.12', '当作 12%，写的是 0.12'],
  ['累计消费金额', '约500', '约数，当作 500：约500'],
  ['累计消费金额', '1000-2000', '范围，取中间，当作 1,500：1000-2000'],
])('typed into %s: %s', (name, text, hint) => {
  test('stays as it was typed, is marked, and it is said what it was taken for', async () => {
    expect(await typed(name, text)).toMatchObject({ shown: text, state: 'flagged', hint })
  })
})

test('it is said in English too; what cannot be read was taken for nothing', async () => {
  expect((await typed('最近购买日期', '3/5', 'en')).hint).toBe(
    'Completed from the as-of date: 2026-03-05. If that is wrong, write year, month and day',
  )
  expect(await typed('最近购买日期', '2月30日')).toMatchObject({
    state: 'bad',
    hint: '读不出来，当作空缺：2月30日',
  })
})
