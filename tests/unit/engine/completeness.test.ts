import Papa from 'papaparse'
import { read, utils } from 'xlsx'
import { expect, test } from 'vitest'
import type { SheetQuery } from '../../../src/engine/views.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { all, columnNamed, imported } from './graded.ts'

// spec/grading.md §2: present weight ÷ total weight. Weights 6, 3 and 1, so by hand:
const list = [
  '客户名称,购买次数,累计金额,NPS',
  '甲,12,500,9', // 10 of 10
  '乙,,300,8', // 4 of 10
  '丙,4,,', // 6 of 10
  '丁,,,7', // 1 of 10
  '戊,,,', // nothing: no grade
  '己,3,700,', // 9 of 10
].join('\n')

async function weighed(): Promise<Workspace> {
  const workspace = await imported(list)
  for (const column of ['购买次数', '累计金额', 'NPS']) {
    const { criteria, free } = await workspace.view('scheme', null)
    if (criteria.some(({ columnName }) => columnName === column)) continue
    const id = free.find(({ name }) => name === column)?.column ?? ''
    await workspace.run({ kind: 'addCriterion', column: id })
  }
  const { criteria } = await workspace.view('scheme', null)
  const weights = new Map([
    ['购买次数', 6],
    ['累计金额', 3],
    ['NPS', 1],
  ])
  expect(criteria).toHaveLength(3)
  for (const { criterion, columnName } of criteria)
    await workspace.run({
      kind: 'setWeight',
      criterion: criterion.id,
      weight: weights.get(columnName ?? '') ?? NaN,
    })
  return workspace
}

async function shown(workspace: Workspace, query: SheetQuery = all): Promise<string> {
  const columns = [await columnNamed(workspace, '客户名称'), '$completeness']
  const copied = await workspace.view('copy', { query, from: 0, to: 9, columns, header: false })
  return copied.replaceAll('\t', ' ').replaceAll('\r\n', ', ')
}

test('the sheet shows, sorts and filters the share of the weight that has a value', async () => {
  const workspace = await weighed()
  expect(await shown(workspace)).toBe('甲 100%, 乙 40%, 丙 60%, 丁 10%, 戊 0%, 己 90%')
  const sort = { column: '$completeness', descending: true }
  expect(await shown(workspace, { ...all, sort })).toBe(
    '甲 100%, 己 90%, 丙 60%, 乙 40%, 丁 10%, 戊 0%',
  )
  const range = (from: string | null, to: string | null) =>
    shown(workspace, { ...all, columns: [{ column: '$completeness', kind: 'range', from, to }] })
  expect(await range('60%', null)).toBe('甲 100%, 丙 60%, 己 90%')
  expect(await range('10%', '60')).toBe('乙 40%, 丙 60%, 丁 10%')
  const values = ['40%', '0%']
  const filter = { column: '$completeness', kind: 'values', values, except: false } as const
  expect(await shown(workspace, { ...all, columns: [filter] })).toBe('乙 40%, 戊 0%')
  const columns = ['$completeness']
  const { mean, min } = await workspace.view('stats', { query: all, from: 0, to: 6, columns })
  expect(mean).toBeCloseTo(0.5, 12) // (10 + 4 + 6 + 1 + 0 + 9) / 60
  expect(min).toBe(0)
})

test('it stands in the CSV and the workbook under the same name', async () => {
  const workspace = await weighed()
  const request = {
    language: 'zh',
    fileName: 'x',
    rows: 'all',
    query: null,
    options: { details: false, maskPhones: false, maskIdentities: false, guardFormulas: true },
  } as const
  const csv = await workspace.exportFile({ ...request, exporter: 'csv' })
  const { data } = Papa.parse<Record<string, string>>(await new Blob([...csv.parts]).text(), {
    header: true,
    skipEmptyLines: true,
  })
  const shares = [1, 0.4, 0.6, 0.1, 0, 0.9]
  expect(data.map((row) => Number(row['数据完整度']))).toEqual(shares)
  const book = await workspace.exportFile({ ...request, exporter: 'workbook' })
  const { Sheets, SheetNames } = read(await new Blob([...book.parts]).arrayBuffer())
  const sheet = Sheets[SheetNames[0] ?? ''] ?? {}
  const [, heads = [], ...rows] = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1 })
  const at = heads.indexOf('数据完整度')
  expect(at).toBeGreaterThan(heads.indexOf('等级'))
  rows.forEach((row, i) => expect(row[at]).toBeCloseTo(shares[i] ?? NaN, 12))
  expect(rows).toHaveLength(6)
})
