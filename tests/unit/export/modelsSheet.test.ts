import { read, utils } from 'xlsx'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { all } from '../engine/graded.ts'

const options = {
  details: false,
  maskPhones: false,
  maskIdentities: false,
  guardFormulas: true,
} as const

async function sheetsOf(text: string, language: 'zh' | 'en') {
  const workspace = openWorkspace({ today: () => '2024-07-01' })
  await workspace.importFile({ kind: 'text', text, name: '表' })
  const file = await workspace.exportFile({
    exporter: 'workbook',
    rows: 'all',
    query: all,
    language,
    fileName: 'a.xlsx',
    options,
  })
  const bytes = new Uint8Array(await new Blob([...file.parts]).arrayBuffer())
  const book = read(bytes)
  return new Map(
    book.SheetNames.map((name) => [
      name,
      utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1 }),
    ]),
  )
}

describe('the sheet on calculated columns', () => {
  const orders = '订单号,客户编号,下单时间,金额\n1,C1,2024-06-01,10\n2,C2,2024-06-11,30'

  test('names each of them, its meaning and the as-of date', async () => {
    const rows = (await sheetsOf(orders, 'zh')).get('列说明') ?? []
    expect(rows[1]).toEqual(['分析基准日 2024-07-01'])
    const count = rows.find(([name]) => name === '订单数')
    expect(count?.slice(1, 3)).toEqual(['订单', '下过多少单；取消、作废、全额退款的不算。'])
  })

  test('speaks the language of the export', async () => {
    const sheets = await sheetsOf(orders, 'en')
    expect(sheets.get('Columns')?.[0]).toEqual(['Columns calculated from records'])
  })

  test('is not there where nothing was calculated', async () => {
    const sheets = await sheetsOf('客户名称,金额\n甲,1\n乙,2', 'zh')
    expect([...sheets.keys()]).toEqual(['分级表', '分级标准', '等级汇总'])
  })
})
