import { expect, test } from 'vitest'
import { openWorkspace } from '../../../src/engine/workspace.ts'
import { otherWord } from '../../../src/table/parse/boolean.ts'
import { tagsOf } from '../../../src/grid/editorText.ts'
import { splitTags, tagSeparators } from '../../../src/table/parse/tags.ts'

const text = `客户名称,会员,开票,标签,单次消费金额
恒达机电,是,有,VIP;老客户,500
张三,否,无,老客户,3000
李四,,有,大单、VIP,1000
云帆商贸,是,,VIP,800
`

async function opened() {
  const workspace = openWorkspace({ today: () => '2026-11-21' })
  await workspace.importFile({ kind: 'text', text, name: '名单' })
  const query = { sort: null, filters: [], search: '' }
  const sheet = await workspace.view('sheet', query)
  const window = await workspace.view('window', { query, from: 0, to: 4 })
  const at = (name: string) => sheet.columns.findIndex((column) => column.name === name)
  return { sheet, window, at }
}

test('a yes/no cell says how its box stands and writes in the words of its column', async () => {
  const { window, at } = await opened()
  expect(window.cells[at('会员')]?.checks).toEqual([
    { on: true, turned: '否' },
    { on: false, turned: '是' },
    { on: null, turned: '是' },
    { on: true, turned: '否' },
  ])
  expect(window.cells[at('开票')]?.checks).toEqual([
    { on: true, turned: '无' },
    { on: false, turned: '有' },
    { on: true, turned: '无' },
    { on: null, turned: '有' },
  ])
  expect(window.cells[at('标签')]?.checks).toBeUndefined()
})

test.each([
  ['Yes', 'No'],
  ['TRUE', 'FALSE'],
  ['n', 'y'],
  ['×', '√'],
  ['0', '1'],
  ['maybe', null],
])('the other word of %s is %s', (word, other) => {
  expect(otherWord(word)).toBe(other)
})

test('a column of tags offers those met, frequent ones first', async () => {
  const { sheet, at } = await opened()
  expect(sheet.columns[at('标签')]?.tags).toEqual({
    known: ['VIP', '老客户', '大单'],
    separators: tagSeparators,
  })
  expect(sheet.columns[at('会员')]?.tags ?? null).toBeNull()
})

test.each(['VIP;老客户，大单、续约', ' a | b ; ;a', '一', '', '，，', '甲\n乙｜丙'])(
  'the sheet parts “%s” as the reader of tags does',
  (written) => {
    expect(tagsOf(written, tagSeparators)).toEqual(splitTags(written))
  },
)
