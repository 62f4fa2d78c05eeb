import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { sharedData, sharedFile } from '../sharedData.ts'
import { all } from './graded.ts'

/** The sheet as rows of texts by column name. */
async function sheet(workspace: Workspace) {
  const { columns } = await workspace.view('sheet', all)
  const own = columns.filter(({ id }) => !id.startsWith('$'))
  const rows: Record<string, string>[] = []
  for (let from = 0; ; from += 200) {
    const window = await workspace.view('window', { query: all, from, to: from + 200 })
    window.rows.forEach((_, at) =>
      rows.push(
        Object.fromEntries(
          own.map(({ name }): readonly [string, string] => [
            name ?? '',
            window.cells[columns.findIndex((column) => column.name === name)]?.texts[at] ?? '',
          ]),
        ),
      ),
    )
    if (window.rows.length < 200) return rows
  }
}

async function importing(text: string | Uint8Array<ArrayBuffer>, name = '订单.csv') {
  const workspace = openWorkspace({ today: () => '2024-07-01' })
  const { plan } = await workspace.importFile({ kind: 'file', file: new Blob([text]), name })
  return { workspace, plan }
}

describe('a project from orders alone', () => {
  // Reference: R package rfm 0.3.0, see MANIFEST.md of ../shared/data
  test.skipIf(sharedData === null).each([
    ['rfm/rfm_data_orders.csv', 'rfm/rfm_data_orders_scores.csv', '2006-12-31', 995],
    ['transactions/northwind_orders.csv', 'rfm/northwind_orders_rrfm_scores.csv', '1998-05-07', 89],
    [
      'transactions/online_retail_invoices.csv',
      'rfm/online_retail_invoices_rrfm_scores.csv',
      '2011-12-10',
      4338,
    ],
  ])('%s: counts, amounts and last days are those of R', async (file, scores, asOf, count) => {
    const { workspace } = await importing(sharedFile(file), file)
    const rows = await sheet(workspace)
    const reference = Papa.parse<Record<string, string>>(
      new TextDecoder().decode(sharedFile(scores)),
      { header: true, skipEmptyLines: true },
    ).data
    expect(rows).toHaveLength(count)
    expect(reference).toHaveLength(count)
    const key = ['customer_id', 'CustomerID'].find((name) => name in (rows[0] ?? {})) ?? ''
    const mine = new Map(rows.map((row) => [row[key], row]))
    const day = (text: string) => Date.parse(text) / 86_400_000
    for (const row of reference) {
      const own = mine.get(row['customer_id'])
      expect(Number(own?.['订单数'])).toBe(Number(row['transaction_count']))
      expect(Math.abs(Number(own?.['累计金额']) - Number(row['amount']))).toBeLessThan(0.01)
      expect(day(asOf) - day(own?.['最近购买日期'] ?? '')).toBe(Number(row['recency_days']))
    }
    const { scheme } = await workspace.view('scheme', null)
    expect(scheme.template).toBe('rfmList')
  })
})
