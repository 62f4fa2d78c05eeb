import { describe, expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import type { ExportRequest } from '../../../src/engine/protocol.ts'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { systems } from '../../../src/import/kinds/systems/index.ts'
import { columnTitle } from '../../../src/i18n/columnTitle.ts'
import { words } from '../words.ts'
import { all, columnNamed, criterionNamed, imported } from './graded.ts'

const request: ExportRequest = {
  exporter: 'csv',
  language: 'zh',
  fileName: '客户分级',
  rows: 'all',
  query: null,
  options: { details: false, maskPhones: false, maskIdentities: true, guardFormulas: true },
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

test('the workbook shows the columns in the order of the sheet, under the same headers', async () => {
  const text = [
    '备注,等级,最近购买日期,累计金额,地区,客户编号,投诉次数,联系电话,客户名称,购买次数',
    '好,A级,2025-01-02,500,上海,K1,0,13800000001,张三,12',
    ',B级,2025-03-04,300,杭州,K2,1,13800000002,李四,4',
    '新,C级,2025-05-06,100,苏州,K3,2,13800000003,王五,2',
  ].join('\n')
  const workspace = await imported(text)
  const { scheme } = await workspace.view('scheme', null)
  const [first, second] = scheme.criteria
  // another order of criteria than of columns, and a measure that is switched off
  await workspace.run({ kind: 'moveCriterion', criterion: first?.id ?? '', to: 9 })
  await workspace.run({
    kind: 'setCriterion',
    criterion: second?.id ?? '',
    set: { enabled: false },
  })

  const { columns } = await workspace.view('sheet', all)
  const results = words.zh.sheet.resultColumns
  const shown = columns.map(({ id, name, role }) =>
    name === null ? results[id] : columnTitle({ name, role }, words.zh),
  )
  const file = await workspace.exportFile({ ...request, exporter: 'workbook' })
  const book = read(await new Blob([...file.parts]).arrayBuffer())
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  const [, headers = []] = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 })
  const { computedTier, toNext, override } = words.zh.workbook.columns
  const only = [computedTier, toNext, override] // on screen they stand in the explanation
  expect(headers.filter((header) => !only.includes(header))).toEqual(shown)
  expect(shown.slice(0, 2)).toEqual(['客户名称', '客户编号'])
  expect(shown).toContain('原有等级')
  expect(shown.filter((title) => title === '等级')).toHaveLength(1)
  expect(columns.filter(({ frozen }) => frozen)).toEqual([columns[0]])
  expect(columns[0]?.id).toBe(await columnNamed(workspace, '客户名称'))
})

describe('a file of ours that is read again', () => {
  const kinds = (['workbook', 'csv'] as const).flatMap((exporter) =>
    (['zh', 'en'] as const).map((language) => ({ exporter, language })),
  )
  test.each(kinds)(
    '$exporter, $language: grades as before, not by its own results',
    async (kind) => {
      const first = await imported()
      await first.run({ kind: 'setStability', id: 'oneStep', set: { id: 'oneStep' } })
      const options = { ...request.options, details: true, keepCodes: true }
      const { parts, rows } = await first.exportFile({ ...request, ...kind, options })
      const again = openWorkspace({ today: () => '2026-11-21' })
      const name = kind.exporter === 'csv' ? 'x.csv' : 'x.xlsx'
      const { plan } = await again.importFile({
        kind: 'file',
        name,
        file: new File([...parts], name),
      })
      expect(plan.issues.map(({ code }) => code)).toContain('system.own')
      const criteria = async (workspace: typeof first) =>
        (await workspace.view('scheme', null)).scheme.criteria.map((one) => [one.name, one.weight])
      expect(await criteria(again)).toEqual(await criteria(first))
      const graded = async (workspace: typeof first) => {
        const { scores, tiers } = await workspace.view('window', { query: all, from: 0, to: rows })
        return { scores, tiers }
      }
      expect(await graded(again)).toEqual(await graded(first))
    },
  )

  test.each(['zh', 'en'] as const)(
    'a workbook, %s: points are known where criteria have names of their own; other columns stay what they are',
    async (language) => {
      const text = '客户名称,累计金额,服务得分,购买次数\n甲,100,3,5\n乙,200,4,2\n丙,300,5,9'
      const first = await imported(text)
      const criterion = await criterionNamed(first, '累计金额')
      const prepare = { winsorise: null, log: true }
      await first.run({ kind: 'setCriterion', criterion, set: { name: '贡献', prepare } })
      const options = { ...request.options, details: true }
      const file = { ...request, exporter: 'workbook', language, options } as const
      const { parts } = await first.exportFile(file)
      const again = openWorkspace({ today: () => '2026-11-21' })
      const { plan } = await again.importFile({
        kind: 'file',
        name: 'x.xlsx',
        file: new File([...parts], 'x.xlsx'),
      })
      const roles = new Map(plan.columns.map(({ name, role }) => [name, role]))
      const { pointsOf, preparedOf } = words[language].workbook.columns
      expect(roles.get(pointsOf('贡献'))).toBe('note')
      expect(roles.get(pointsOf('购买次数'))).toBe('note')
      expect(roles.get(preparedOf('贡献'))).toBe('note')
      expect(roles.get('服务得分')).toBe('measure')
      expect(roles.get('累计金额')).toBe('measure')
    },
  )

  test('every header of a result is known', () => {
    for (const { workbook } of Object.values(words)) {
      const { formerTier, ...names } = workbook.columns
      expect(formerTier).not.toBe(names.tier)
      const known = new Set(systems.get('tiersheet').headers)
      const texts = Object.values(names).filter((one) => typeof one === 'string')
      expect(texts.filter((one) => !known.has(one))).toEqual([])
      const made = Object.values(names).flatMap((one) =>
        typeof one === 'function' ? one('客户') : [],
      )
      const { derived = [], madeGroups } = systems.get('tiersheet')
      expect(made.filter((one) => !derived.some((each) => each.test(one)))).toEqual([])
      expect(madeGroups).toContain(workbook.groups.details)
    }
  })
})

test('an export is of the moment when it began: later edits do not get into the file', async () => {
  const workspace = await imported()
  const before = await textOf((await workspace.exportFile(request)).parts)
  const frequency = await criterionNamed(workspace, '购买频率')
  const exporting = workspace.exportFile(request)
  await workspace.run({ kind: 'setWeight', criterion: frequency, weight: 0 })
  await workspace.run({ kind: 'setWeight', criterion: frequency, weight: 1 })
  expect(await textOf((await exporting).parts)).toBe(before)
  expect(await textOf((await workspace.exportFile(request)).parts)).not.toBe(before)
})
