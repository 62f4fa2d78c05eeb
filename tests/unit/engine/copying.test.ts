import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import type { SheetCopy } from '../../../src/engine/views.ts'
import type { Workspace } from '../../../src/engine/workspace.ts'
import { parseTsv, writeHtml, writeTsv } from '../../../src/grid/tsv.ts'
import { all, columnNamed, imported } from './graded.ts'

const names = ['编号', '客户名称', '金额', '备注']
const list = [
  names.join(','),
  '001,甲,300,"两行\n备注"',
  '002,乙,100,"a ""b"" <c>"',
  '003,丙,200,=1+1',
  '004,丁,,',
].join('\n')

async function opened(text = list) {
  const workspace = await imported(text)
  const ids = await Promise.all(names.map((name) => columnNamed(workspace, name)))
  const columns = ids.map((id, at) => ({ id, title: names[at] ?? '', isText: at !== 2 }))
  const copy = (more: Partial<SheetCopy>, job = createJob()) => {
    const spans = [{ from: 0, to: 4 }]
    const plain = { query: all, spans, columns, headers: false, table: true, whole: false }
    return workspace.call('copyCells', { ...plain, ...more }, job)
  }
  return { workspace, columns, copy }
}

const cells = [
  ['001', '甲', '300', '两行\n备注'],
  ['002', '乙', '100', 'a "b" <c>'],
  ['003', '丙', '200', '=1+1'],
  ['004', '丁', '', ''],
]
const isText = (column: number) => column !== 2

describe('cells for the clipboard', () => {
  test('are written as the grid writes those that are on show', async () => {
    const { copy } = await opened()
    const { text, html, rows, altered } = await copy({})
    expect(await text.text()).toBe(writeTsv(cells))
    expect(await html?.text()).toBe(writeHtml(cells, isText))
    expect([text.type, html?.type, rows, altered]).toEqual(['text/plain', 'text/html', 4, 0])
    const titled = await copy({ headers: true })
    expect(await titled.text.text()).toBe(writeTsv([names, ...cells]))
    expect(await titled.html?.text()).toBe(writeHtml([names, ...cells], isText))
    expect(titled.rows).toBe(4)
  })

  test('stand as the query has them, in several spans', async () => {
    const { workspace, columns, copy } = await opened()
    const amount = await columnNamed(workspace, '金额')
    const query = { ...all, sort: { column: amount, descending: false } }
    const spans = [
      { from: 0, to: 1 },
      { from: 2, to: 3 },
    ]
    const made = await copy({ query, spans, columns: columns.slice(0, 2) })
    expect(await made.text.text()).toBe('002\t乙\r\n001\t甲')
  })

  test('keep an empty last row as a row', async () => {
    const { copy, columns } = await opened()
    const made = await copy({ columns: columns.slice(3), spans: [{ from: 2, to: 4 }] })
    const text = await made.text.text()
    expect(text).toBe('=1+1\r\n\r\n')
    expect(parseTsv(text)).toEqual([['=1+1'], ['']])
  })

  test('without the table: how many of them a spreadsheet makes something else of is said', async () => {
    const { copy } = await opened()
    const { html, altered } = await copy({ table: false })
    expect(html).toBeNull()
    expect(altered).toBe(5) // 001 to 004, and =1+1; 300 is a number in either
  })

  test('are those that stood there when they were asked for, though they are edited meanwhile', async () => {
    const { workspace, columns, copy } = await opened()
    const asked = copy({ columns: columns.slice(1, 2) })
    const column = columns[1]?.id ?? ''
    const edit = [{ row: 0, column, text: '戊' }]
    await workspace.run({ kind: 'editCells', table: 'customers', origin: 'edit', cells: edit })
    expect(await (await asked).text.text()).toBe('甲\r\n乙\r\n丙\r\n丁')
  })

  test('of ID cards are covered as on show, and whole where they are cut', async () => {
    const card = '110101199001011237'
    const { workspace, copy } = await opened(
      [`身份证号,${names.join(',')}`, `${card},001,甲,1,x`, `,002,乙,2,y`].join('\n'),
    )
    const id = await columnNamed(workspace, '身份证号')
    const columns = [{ id, title: '', isText: true }]
    const of = async (whole: boolean) => (await copy({ columns, whole })).text.text()
    expect(await of(false)).not.toContain('19900101')
    expect(await of(true)).toContain(card)
  })

  test('can be given up, and too many are refused with the number', async () => {
    const { copy } = await opened()
    const control = new AbortController()
    control.abort()
    await expect(copy({}, createJob(control.signal))).rejects.toMatchObject({
      code: 'job.cancelled',
    })
    const spans = Array<{ from: number; to: number }>(312_501).fill({ from: 0, to: 4 })
    await expect(copy({ spans })).rejects.toMatchObject({
      code: 'command.invalid',
      detail: { reason: 'too many cells', limit: 5_000_000 },
    })
  })
})

/** The view that fetches few cells ahead says the same. */
test('as the cells that are fetched ahead', async () => {
  const { workspace, columns, copy } = await opened()
  const ids = columns.map(({ id }) => id)
  const ahead = await ahead4(workspace, ids)
  expect(parseTsv(ahead)).toEqual(parseTsv(await (await copy({})).text.text()))
})

const ahead4 = (workspace: Workspace, columns: readonly string[]) =>
  workspace.view('copy', { query: all, from: 0, to: 4, columns, header: false })
