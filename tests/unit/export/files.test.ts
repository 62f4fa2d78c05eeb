import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { read, utils } from 'xlsx'
import type { ExportRequest } from '../../../src/engine/protocol.ts'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import type { SheetLayout } from '../../../src/project/layout.ts'
import { templateText } from '../../fixtures/templateText.ts'
import { columnNamed } from '../engine/graded.ts'

async function template() {
  const workspace = openWorkspace({ today: () => '2026-11-21' })
  await workspace.importFile({ kind: 'text', text: templateText, name: '粘贴' })
  return workspace
}

const request = (
  exporter: ExportRequest['exporter'],
  more: Partial<ExportRequest> = {},
): ExportRequest => ({
  exporter,
  language: 'zh',
  fileName: `分级表.${exporter}`,
  rows: 'all',
  query: null,
  options: { details: false, maskPhones: false, maskIdentities: true, guardFormulas: true },
  ...more,
})

describe('the CSV', () => {
  test('begins with the mark that Excel needs, ends lines with CRLF, and carries the result beside the data', async () => {
    const workspace = await template()
    const file = await workspace.exportFile(request('csv'))
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(file.parts))
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true)
    const rows = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data
    expect(
      rows.map((row) => [row['客户名称'], row['购买频率'], row['等级'], row['原有等级']]),
    ).toEqual([
      ['张三', '每月一次', 'A', 'A级'],
      ['李四', '每季度一次', 'B', 'B级'],
      ['王五', '半年一次', 'C', 'C级'],
    ])
    // 62.142857… = 60 + 0 + 20 · (5000 − 2000) ÷ 28000, by hand
    expect(Number(rows[0]?.['得分'])).toBeCloseTo(60 + (20 * 3000) / 28000, 8)
  })

  const headers = async (
    workspace: Awaited<ReturnType<typeof template>>,
    options: Partial<ExportRequest['options']> = {},
  ) => {
    const plain = request('csv')
    const wanted = { ...plain, options: { ...plain.options, ...options } }
    const file = await workspace.exportFile(wanted)
    const [heads = [], ...rows] = Papa.parse<string[]>(
      strFromU8(Buffer.concat(file.parts)).replace(/^\ufeff/, ''),
      { skipEmptyLines: true },
    ).data
    const { hidden, phones } = await workspace.call('estimateExport', wanted)
    return { heads, rows, hidden, phones }
  }

  test('has columns in the order of the sheet, and hidden ones unless they are to stay out', async () => {
    const workspace = await template()
    const id = (name: string) => columnNamed(workspace, name)
    const { heads } = await headers(workspace)
    const ours = ['得分', '等级', '系统等级', '距上一级差距', '调级原因', '数据完整度']
    const measures = ['购买频率', '单次消费金额', '客户生命周期价值']
    expect(heads).toEqual(['客户名称', '联系方式', ...measures, ...ours, '原有等级', '备注'])
    const [phone, often] = [await id('联系方式'), await id('购买频率')]
    const { columns } = await workspace.view('sheet', { sort: null, filters: [], search: '' })
    const order = columns.map((column) => column.id).toReversed()
    await workspace.run({
      kind: 'setLayout',
      set: { order, hidden: [phone, often, '$reason', 'gone'] },
    })
    const all = await headers(workspace, { details: true })
    const turned = ['数据完整度', '调级原因', '等级', '系统等级', '距上一级差距', '得分']
    expect(all.heads.slice(0, 9)).toEqual(['客户名称', '备注', '原有等级', ...turned])
    expect(all.heads.slice(-3)).toEqual(measures.map((name) => `${name}得分`)) // only files have them
    expect([...all.heads].toSorted()).toEqual(
      [...heads, ...measures.map((name) => `${name}得分`)].toSorted(),
    )
    expect([all.hidden, all.phones]).toEqual([3, 3])
    const shown = await headers(workspace, { leaveOutHidden: true })
    const out = ['联系方式', '购买频率', '调级原因']
    expect(shown.heads).toEqual(
      all.heads.filter((name) => !out.includes(name) && !/.得分$/.test(name)),
    )
    expect(shown.rows.map((row) => row.length)).toEqual([10, 10, 10])
    expect([shown.hidden, shown.phones]).toEqual([3, 0]) // no phone number is in the file
  })

  test('says the points up to the next tier', async () => {
    const { heads, rows } = await headers(await template())
    const [score, toNext] = [heads.indexOf('得分'), heads.indexOf('距上一级差距')]
    // cut-offs 60 and 40: the first is in the best tier, the others lack what is left to the next line
    const [, second = [], third = []] = rows
    expect(rows[0]?.[toNext]).toBe('')
    expect(Number(second[toNext])).toBeCloseTo(60 - Number(second[score]), 8)
    expect(Number(third[toNext])).toBeCloseTo(40 - Number(third[score]), 8)
  })

  test('guards what would run, counts it, and can be told not to', async () => {
    const workspace = openWorkspace({ today: () => '2026-11-21' })
    await workspace.importFile({
      kind: 'text',
      name: 'x.csv',
      text: '客户名称,金额,备注\n=1+1,-5,@SUM(1)\n张三,7,好\n',
    })
    const guarded = await workspace.exportFile(request('csv'))
    expect(guarded.guarded).toBe(2)
    const text = strFromU8(Buffer.concat(guarded.parts))
    expect(text).toContain("'=1+1")
    expect(text).toContain("'@SUM(1)")
    expect(text).toMatch(/,-5,|,-5\r/)
    const plain = await workspace.exportFile(
      request('csv', {
        options: { details: false, maskPhones: false, maskIdentities: true, guardFormulas: false },
      }),
    )
    expect(plain.guarded).toBe(0)
    expect(strFromU8(Buffer.concat(plain.parts))).not.toContain("'=1+1")
  })
})

describe('the workbook', () => {
  async function sheets(more: Partial<ExportRequest> = {}) {
    const file = await (await template()).exportFile(request('workbook', more))
    const files = unzipSync(Buffer.concat(file.parts))
    return [1, 2, 3].map((number) =>
      strFromU8(files[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array()),
    )
  }

  test('has merged group headers, a frozen name, a filter, tier colours and a list for tiers by hand', async () => {
    const [main = ''] = await sheets()
    expect(main).toContain('<mergeCell ref="A1:B1"/>')
    expect(main).toMatch(/<pane xSplit="1" ySplit="2"[^>]*state="frozen"/)
    expect(main).toMatch(/<autoFilter ref="A2:[A-Z]+5"\/>/)
    expect(main.match(/<cfRule /g)?.length).toBe(9) // three tiers on the final, computed and override columns
    expect(main).toMatch(/<dataValidation type="list"[^>]*><formula1>'分级标准'!\$A\$16:\$A\$18/)
  })

  test('has widths, hidden columns and what stands still as the sheet has them', async () => {
    const workspace = await template()
    const id = (name: string) => columnNamed(workspace, name)
    const [phone, often, value] = [await id('联系方式'), await id('购买频率'), await id('备注')]
    const columns = async (set: Partial<SheetLayout>) => {
      await workspace.run({ kind: 'setLayout', set })
      const file = await workspace.exportFile(request('workbook'))
      const bytes = Buffer.concat(file.parts)
      const sheet = read(bytes, { cellStyles: true }).Sheets['分级表'] ?? {}
      const titles = utils.sheet_to_json<string[]>(sheet, { header: 1 })[1] ?? []
      const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
      return {
        titles,
        width: (title: string) => sheet['!cols']?.[titles.indexOf(title)]?.width,
        hidden: titles.filter((_, at) => sheet['!cols']?.[at]?.hidden),
        still: Number(/<pane xSplit="(\d+)"/.exec(xml)?.[1] ?? 0),
      }
    }
    const wide = await columns({
      widths: [
        [phone, 210],
        ['$score', 98],
        [often, 140],
        [value, 3000],
      ],
      hidden: [often, '$reason'],
    })
    expect([wide.width('联系方式'), wide.width('得分'), wide.width('购买频率')]).toEqual([
      30, 14, 20,
    ]) // 7 px a digit: ECMA-376 part 1, 18.3.1.13
    expect(wide.width('备注')).toBe(255) // the widest that Excel has
    expect(wide.hidden).toEqual(['购买频率', '购买频率（计分值）', '调级原因'])
    expect(wide.still).toBe(1) // as it was: the name
    expect((await columns({ frozen: often })).still).toBe(4) // with the number beside it
    expect((await columns({ frozen: null })).still).toBe(0)
    expect((await columns({ frozen: value })).still).toBe(1) // that would leave nothing to scroll
  })

  test('has columns in the order of the sheet, with what explains them beside them', async () => {
    const workspace = await template()
    const shown = await workspace.view('sheet', { sort: null, filters: [], search: '' })
    const order = shown.columns.map(({ id }) => id).toReversed()
    await workspace.run({ kind: 'setLayout', set: { order } })
    const file = await workspace.exportFile(request('workbook'))
    const sheet = read(Buffer.concat(file.parts)).Sheets['分级表'] ?? {}
    const [groups, titles] = utils.sheet_to_json<string[]>(sheet, { header: 1 })
    const ours = ['数据完整度', '调级原因', '等级', '系统等级', '距上一级差距', '人工等级', '得分']
    const numbered = ['购买频率', '购买频率（计分值）']
    const measures = ['客户生命周期价值', '单次消费金额', ...numbered]
    const given = ['客户名称', '备注', '原有等级', ...ours, ...measures, '联系方式'] // whose row it is comes first
    expect(titles).toEqual(given)
    expect(groups?.[1]).toBe('备注')
  })

  test('has the headers above columns that somebody wrote in the sheet', async () => {
    const workspace = await template()
    const often = await columnNamed(workspace, '购买频率')
    const groups: SheetLayout['groups'] = [
      [often, '我的指标'],
      ['$score', '结论'],
      ['$tier', '结论'],
    ]
    await workspace.run({ kind: 'setLayout', set: { groups } })
    const file = await workspace.exportFile(request('workbook'))
    const sheet = read(Buffer.concat(file.parts)).Sheets['分级表'] ?? {}
    const [above = [], titles = []] = utils.sheet_to_json<string[]>(sheet, { header: 1 })
    const under = (title: string) => titles[above.indexOf(title)]
    expect([under('我的指标'), under('分级指标'), under('结论'), under('分级结果')]).toEqual([
      '购买频率',
      '单次消费金额',
      '得分',
      '调级原因',
    ])
    const merged = (sheet['!merges'] ?? []).map((range) => utils.encode_range(range))
    expect(merged).toContain('C1:D1') // with the number beside the words
  })

  test('keeps the words of the source and puts the number that is scored beside them', async () => {
    const [main = ''] = await sheets()
    expect(main).toContain('每月一次')
    expect(main).toContain('购买频率（计分值）')
    expect(main).toMatch(/<c r="D3"[^>]*><v>12<\/v>/)
  })

  test('reads weights and cut-offs from cells that may be changed', async () => {
    const [main = '', criteria = ''] = await sheets()
    for (const place of ['$B$5', '$C$5', '$D$5', '$C$16', '$C$17'])
      expect(main).toContain(`'分级标准'!${place}`)
    expect(criteria).toMatch(/<c r="B5"[^>]*><v>60<\/v>/)
    expect(criteria).toMatch(/<c r="C16"[^>]*><v>60<\/v>/)
  })

  test('a part of the list keeps the ends that were computed from all', async () => {
    const query = { sort: null, filters: ['tier:' as const], search: '李四' }
    const workspace = await template()
    const { scheme } = await workspace.view('scheme', null)
    const only = { ...query, filters: [`tier:${scheme.tiers[1]?.id ?? ''}` as const] }
    const file = await workspace.exportFile(request('workbook', { rows: 'view', query: only }))
    expect(file.rows).toBe(1)
    const files = unzipSync(Buffer.concat(file.parts))
    const criteria = strFromU8(files['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    expect(criteria).toMatch(/<c r="B8"[^>]*><v>2<\/v>/) // the lowest frequency of all three, not of the one
    expect(criteria).toContain('只含一部分客户')
  })
})
