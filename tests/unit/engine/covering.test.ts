import { describe, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../../src/engine/workspace.ts'
import { maskIdentity } from '../../../src/table/parse/identity.ts'
import { inferColumn } from '../../../src/table/infer.ts'
import { defaultContext } from '../../../src/table/parse/reading.ts'
import { all, columnNamed, today } from './graded.ts'

/** Check signs worked out by Python: pow(2, 17 − i, 11) as weights (GB 11643-1999); the last is of 15 digits. */
const cards = ['110101199001011237', '310104198511120048', '440305199202294512', '110105491231002']
const list = [
  '客户名称,身份证号,金额',
  ...['甲', '乙', '丙', '丁'].map((name, i) => `${name},${cards[i] ?? ''},${i}00`),
].join('\n')
const source = { kind: 'text', text: list, name: '客户' } as const
const inside = /19900101|851112|920229|491231/ // the birthdays

async function opened() {
  const workspace = openWorkspace({ today })
  const { plan } = await workspace.importFile(source)
  return { workspace, plan, id: await columnNamed(workspace, '身份证号') }
}
const cells = async (workspace: Workspace, id: string) => {
  const { columns } = await workspace.view('sheet', all)
  const window = await workspace.view('window', { query: all, from: 0, to: 10 })
  return window.cells[columns.findIndex((column) => column.id === id)]
}

describe('numbers of ID cards', () => {
  test.each([
    ['110101199001011234', '110101********1234'], // spec/value-parsing.md: "ID card numbers, masked by default"
    ['110105491231002', '110105******002'],
    ['11010119900101123X', '110101********123X'],
    ['110101 19900101 1234', '110101 ******** 1234'],
    ['１１０１０１１９９００１０１１２３４', '１１０１０１********１２３４'],
    ['身份证：110101199001011234', '身份证：110101********1234'],
    ['110101199001011234、310104198511120048', '110101********1234、310104********0048'],
    ['E12345678', 'E1*****78'], // a passport
    ['110101********1234', '110101********1234'], // as it came
    ['本人', '本人'],
    ['', ''],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskIdentity(text)).toBe(shown)
  })
  test.each([
    ['证件', cards.slice(0, 3)],
    ['客户编号', cards.slice(0, 3)],
    ['法人身份证', ['110101199001011234', '未提供']],
    ['证件号码', ['E12345678', 'G87654321']],
  ])('%s is recognised', (header, texts) => {
    expect(inferColumn(texts, header, defaultContext('2026-03-01')).reading).toBe('identity')
  })
  test.each([
    ['身份证有效期', ['2030-01-01', '2031-05-06']],
    ['账号', ['622202020011223344', '622202020011223345']],
    ['营业执照', ['110105492231002', '110105492231003']], // 15 digits whose months and days are none
  ])('%s is not', (header, texts) => {
    expect(inferColumn(texts, header, defaultContext('2026-03-01')).reading).not.toBe('identity')
  })
})

describe('they stay covered', () => {
  test('in what is about to be imported', async () => {
    const { plan } = await opened()
    expect(plan.columns[1]).toMatchObject({ reading: 'identity', role: 'other' })
    expect(plan.columns[1]?.examples[0]).toBe('110101********1237')
    expect(plan.sample[1]?.texts[1]).toBe('110101********1237')
    expect(JSON.stringify(plan)).not.toMatch(inside)
  })

  test('in every view of the sheet, until that is lifted; the cells say the same all along', async () => {
    const { workspace, id } = await opened()
    const seen = async () => {
      const block = { query: all, from: 0, to: 4, columns: [id] }
      const { inputs, ...shown } = (await cells(workspace, id)) ?? { texts: [] }
      return {
        inputs,
        views: JSON.stringify([
          shown,
          await workspace.view('copy', { ...block, header: false }),
          await workspace.view('explain', { row: 0, query: all }),
          await workspace.view('columns', { table: 'customers' }),
          await workspace.view('quality', null),
        ]),
        replaced: await workspace.view('replacements', {
          ...block,
          find: '0101',
          replace: '0202',
          whole: false,
          at: 0,
        }),
      }
    }
    const before = await seen()
    expect(before.views).toContain('110101********1237')
    expect(before.views).not.toMatch(inside)
    expect(before.inputs).toEqual(cards) // what the editor opens with
    expect(before.replaced.one?.text).toBe('110202199002021237')
    expect(JSON.stringify(before.replaced.examples)).not.toMatch(inside)
    expect((await workspace.view('sheet', all)).covered).toBe(true)

    await workspace.call('cover', { on: false })
    const lifted = await seen()
    expect(lifted.inputs).toBeUndefined()
    expect(lifted.views).toContain(cards[0])
    expect((await workspace.view('sheet', all)).covered).toBe(false)
    await workspace.call('cover', { on: true })
    expect((await seen()).views).not.toMatch(inside)
  })

  test('yet a whole number finds its customer, and filters name the true text', async () => {
    const { workspace, id } = await opened()
    const { rowCount } = await workspace.view('sheet', { ...all, search: '19900101' })
    expect(rowCount).toBe(1)
    const { values } = await workspace.view('values', { query: all, column: id, search: '' })
    expect(values[0]).toEqual({ text: cards[3], shown: '110105******002', count: 1 })
    const filter = { column: id, kind: 'values', values: [cards[3] ?? ''], except: false } as const
    expect((await workspace.view('sheet', { ...all, columns: [filter] })).rowCount).toBe(1)
  })

  test('a visit ends with the project: opened again it is covered', async () => {
    const workspace = openWorkspace({ today })
    const { id } = await workspace.importFile(source)
    await workspace.call('cover', { on: false })
    await workspace.close()
    await workspace.call('openProject', { id })
    expect((await workspace.view('sheet', all)).covered).toBe(true)
  })

  test.each(['csv', 'workbook'] as const)('in a %s, unless asked for', async (exporter) => {
    const { workspace } = await opened()
    const written = async (maskIdentities: boolean) => {
      const options = { details: true, maskPhones: false, maskIdentities, guardFormulas: true }
      const request = { exporter, language: 'zh', fileName: 'a', rows: 'all', query: null } as const
      const { parts } = await workspace.exportFile({ ...request, options })
      const bytes = await new Blob([...parts]).bytes()
      if (exporter === 'csv') return new TextDecoder().decode(bytes)
      const { read, utils } = await import('xlsx')
      const book = read(bytes)
      return book.SheetNames.map((name) => utils.sheet_to_csv(book.Sheets[name] as never)).join(
        '\n',
      )
    }
    expect(await written(true)).toContain('110101********1237')
    expect(await written(true)).not.toMatch(inside)
    expect(await written(false)).toContain(cards[0])
  })
})
