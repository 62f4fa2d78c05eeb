import { expect, test } from 'vitest'
import { isReapplyKey, reapplyItem } from '../../../src/ui/sheet/reapplyItem.ts'
import { openSheet } from './openedSheet.ts'

const lines = [
  ['客户名称', '金额'],
  ['甲', '50'],
  ['乙', '40'],
  ['丙', '30'],
  ['丁', '20'],
]

async function sorted() {
  const opened = await openSheet(lines)
  const { sheet, idle } = opened
  const at = sheet.columns.placed.findIndex(({ column }) => column.name === '金额')
  const told = async () => {
    await idle()
    await sheet.pages.outdate()
    await idle()
  }
  sheet.edits.sort(at, 'descending')
  await told()
  return {
    ...opened,
    at,
    told,
    names: () =>
      Array.from({ length: sheet.rowCount }, (_, row) => sheet.source.cell(row, 0)?.text).join(''),
    edit: async (row: number, text: string) => {
      sheet.edits.edit(row, at, text)
      await told()
    },
    reapply: async () => {
      await sheet.reapply()
      await told()
    },
  }
}

test('reapplying arranges the rows anew and stays on the customer', async () => {
  const { sheet, at, names, edit, reapply } = await sorted()
  await sheet.go(1, at)
  await edit(1, '5')
  expect(names()).toBe('甲乙丙丁')
  expect(sheet.pages.view?.held).toBe(true)
  await reapply()
  expect(names()).toBe('甲丙丁乙')
  expect(sheet.active).toEqual({ row: 3, column: at })
  expect(sheet.pages.view?.held).toBe(false)
  expect(sheet.selection.explain.current?.name).toBe('乙')
})

test('where the customer no longer fits, the active cell keeps its place', async () => {
  const { sheet, at, names, edit, reapply } = await sorted()
  const column = sheet.columns.at(at)?.column.id ?? ''
  await sheet.filterColumn(column, { column, kind: 'range', from: '25', to: null })
  await sheet.go(2, at)
  await edit(2, '5')
  expect(names()).toBe('甲乙丙')
  await reapply()
  expect(names()).toBe('甲乙')
  expect(sheet.active).toEqual({ row: 1, column: at }) // there is no third row any more
})

test('the same sort, filter or search asked for once more is a new one', async () => {
  const { sheet, at, names, edit, told } = await sorted()
  await edit(0, '1')
  expect(names()).toBe('甲乙丙丁')
  sheet.edits.sort(at, 'descending')
  await told()
  expect(names()).toBe('乙丙丁甲')
  const column = sheet.columns.at(at)?.column.id ?? ''
  const filter = { column, kind: 'range', from: '25', to: null } as const
  await sheet.filterColumn(column, filter)
  await told()
  await edit(0, '2')
  expect(names()).toBe('乙丙')
  await sheet.filterColumn(column, { ...filter })
  await told()
  expect(names()).toBe('丙')
  await sheet.ask({ ...sheet.query, search: '丙' })
  await told()
  sheet.edits.edit(0, 0, '戊')
  await told()
  expect(names()).toBe('戊')
  await sheet.ask({ ...sheet.query, search: '丙' })
  await told()
  expect(names()).toBe('')
})

test('what is pressed before other rows are on show means the rows that are', async () => {
  const { sheet, at, names, told } = await sorted()
  sheet.edits.sort(at, 'ascending') // under way
  expect(await sheet.rowAt(0)).toBe(0)
  sheet.edits.clear([{ top: 0, left: at, bottom: 0, right: at }], false)
  await told()
  expect(names()).toBe('丁丙乙甲')
  expect(sheet.source.cell(3, at)?.text).toBe('')
})

test('it is offered where something is sorted, filtered or sought, and has the key of Excel', async () => {
  const { sheet } = await openSheet(lines)
  const items = () => reapplyItem({ sheet, locale: sheet.locale } as never).map(({ id }) => id)
  expect(items()).toEqual([])
  const before = sheet.query
  await sheet.reapply() // nothing to do
  expect(sheet.query).toBe(before)
  await sheet.ask({ ...sheet.query, search: '甲' })
  expect(items()).toEqual(['reapply'])
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  const is = (key: string, more: Partial<typeof plain> = {}) =>
    isReapplyKey({ ...plain, key, ...more } as KeyboardEvent)
  expect(is('l', { ctrlKey: true, altKey: true })).toBe(true)
  expect(is('¬', { metaKey: true, altKey: true })).toBe(true) // Option and L on a Mac
  expect(is('ł', { ctrlKey: true, altKey: true })).toBe(false) // AltGr and L on a Polish keyboard
  expect(is('l', { ctrlKey: true, altKey: true, shiftKey: true })).toBe(false)
  expect(is('l', { ctrlKey: true })).toBe(false)
  expect(is('F9')).toBe(true)
  expect(is('F9', { ctrlKey: true })).toBe(false)
})
