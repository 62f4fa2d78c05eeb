import { expect, test } from 'vitest'
import type { ExportRequest } from '../../../src/engine/protocol.ts'
import { all, imported } from './graded.ts'

const request: ExportRequest = {
  exporter: 'csv',
  language: 'zh',
  fileName: '客户分级',
  rows: 'all',
  query: null,
  options: { details: false, maskPhones: false, guardFormulas: true },
}

const textOf = async (parts: readonly Uint8Array<ArrayBuffer>[]) => new Blob([...parts]).text()

test('an export takes the sheet as filtered, searched and sorted', async () => {
  const workspace = await imported()
  const whole = await workspace.exportFile(request)
  expect(whole.rows).toBe(3)
  const query = { ...all, search: '客户', sort: { column: '$score', descending: false } }
  const view = await workspace.exportFile({ ...request, rows: 'view', query })
  const lines = (await textOf(view.parts)).trim().split(/\r?\n/)
  const names = lines.map((line) => ['张三', '李四', '王五'].find((name) => line.includes(name)))
  expect(names.filter(Boolean)).toEqual(['王五', '李四', '张三']) // 4.0, 52.0 and 62.1 points
  const one = await workspace.exportFile({
    ...request,
    rows: 'view',
    query: { ...all, search: '新客户' },
  })
  expect(one.rows).toBe(1)
})

test('the estimate counts the rows of the same request', async () => {
  const workspace = await imported()
  const estimate = await workspace.call('estimateExport', { ...request, exporter: 'workbook' })
  expect(estimate.rows).toBe(3)
  expect(estimate.formulas).toBeGreaterThan(0)
})
