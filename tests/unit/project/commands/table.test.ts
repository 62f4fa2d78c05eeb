import { describe, expect, test } from 'vitest'
import type { CommandOf } from '../../../../src/project/commands/contract.ts'
import { plan } from '../../../../src/project/commands/index.ts'
import { cellAt } from '../../../../src/table/cell.ts'
import { aTier, column, sampleDocument, table } from '../documents.ts'
import { refusal, refused, run, texts } from './run.ts'

const document = sampleDocument()
const at = 'customers'

describe('rows', () => {
  test('are inserted where they are asked for and keep their ids for ever', () => {
    const next = run(document, { kind: 'insertRows', table: at, before: 1, count: 2 })
    expect([...table(next).order]).toEqual([0, 3, 4, 1, 2])
    expect(texts(next, 'name')).toEqual(['张三', '', '', '李四', '王五'])
    const last = run(document, { kind: 'insertRows', table: at, before: null, count: 1 })
    expect([...table(last).order]).toEqual([0, 1, 2, 3])
  })

  test('are inserted at several places in one step, as Excel does above several rows', () => {
    const also = [
      { before: 0, count: 1 },
      { before: null, count: 1 },
    ]
    const next = run(document, { kind: 'insertRows', table: at, before: 2, count: 2, also })
    expect(texts(next, 'name')).toEqual(['', '张三', '李四', '', '', '王五', ''])
    expect(new Set(table(next).order).size).toBe(7)
    const wrong = [{ before: 9, count: 1 }]
    expect(
      refusal(document, { kind: 'insertRows', table: at, before: 2, count: 1, also: wrong }),
    ).toMatchObject(refused('no such row'))
    const many = [{ before: 0, count: 999_997 }]
    expect(
      refusal(document, { kind: 'insertRows', table: at, before: 2, count: 1, also: many }),
    ).toMatchObject(refused('too many rows'))
  })

  test('are deleted from the order only, with the overrides of their customers', () => {
    const next = run(document, { kind: 'deleteRows', table: at, rows: [0, 2] })
    expect([...table(next).order]).toEqual([1])
    expect(table(next).rowCount).toBe(3)
    expect(next.overrides.size).toBe(0)
    const other = run(document, { kind: 'deleteRows', table: at, rows: [1] })
    expect(other.overrides).toEqual(document.overrides)
  })

  test('that were deleted already change nothing', () => {
    const once = run(document, { kind: 'deleteRows', table: at, rows: [1] })
    expect(plan(once, { kind: 'deleteRows', table: at, rows: [1] })).toEqual([])
  })

  test('are refused before a row that is gone, in no or a broken number, or beyond a million', () => {
    const insert = (count: number, before: number | null = null) =>
      refusal(document, { kind: 'insertRows', table: at, before, count })
    expect(insert(1, 9)).toMatchObject(refused('no such row'))
    expect(insert(0)).toMatchObject(refused('a count of rows'))
    expect(insert(1.5)).toMatchObject(refused('a count of rows'))
    expect(insert(1_000_000)).toMatchObject(refused('too many rows'))
  })
})

describe('columns', () => {
  const change = (set: Omit<CommandOf<'changeColumn'>, 'kind' | 'table'>) =>
    ({ kind: 'changeColumn', table: at, ...set }) as const

  test.each([
    ['money', 'number'],
    ['date', 'date'],
    ['boolean', 'boolean'],
    ['category', 'category'],
    ['text', 'text'],
  ] as const)('are added at the end, empty, read as %s', (reading, type) => {
    const next = run(document, {
      kind: 'addColumn',
      table: at,
      name: ' 新列 ',
      reading,
      role: 'measure',
    })
    const added = table(next).columns.at(-1)
    expect(added).toMatchObject({ id: 'c_1', name: '新列', reading, type, role: 'measure' })
    expect(added && [0, 1, 2].map((row) => cellAt(added, row).value)).toEqual([null, null, null])
  })

  test('go together with the criteria that read them and the value column', () => {
    const next = run(document, { kind: 'deleteColumn', table: at, column: 'spend' })
    expect(table(next).columns.map(({ id }) => id)).toEqual(['no', 'name', 'region', 'vip'])
    expect(next.scheme.criteria).toEqual([])
    expect(next.scheme.valueColumn).toBeNull()
    expect(next.keptScheme).toBe(document.keptScheme)
  })

  test('that name the customers hand the overrides over to the row', () => {
    const next = run(document, { kind: 'deleteColumn', table: at, column: 'no' })
    expect(table(next).key).toBeNull()
    expect(next.overrides).toEqual(new Map([['#0', aTier]]))
  })

  test('keep their cells and revision under a new name', () => {
    const next = run(document, change({ column: 'spend', name: '年消费' }))
    expect(column(next, 'spend')).toEqual({ ...column(document, 'spend'), name: '年消费' })
    expect(plan(document, change({ column: 'spend', name: '金额' }))).toEqual([])
  })

  test('are read anew from their texts, and back', () => {
    const asText = run(document, change({ column: 'spend', reading: 'text' }))
    expect(texts(asText, 'spend')).toEqual(['5000', '', '2000'])
    const asMoney = run(asText, change({ column: 'spend', reading: 'money' }))
    expect(column(asMoney, 'spend')).toMatchObject({
      type: 'number',
      reading: 'money',
      values: Float64Array.of(5000, NaN, 2000),
    })
  })

  test('of another type get a scoring that can read them', () => {
    const next = run(document, change({ column: 'spend', reading: 'category' }))
    expect(next.scheme.criteria[0]?.scoring.id).toBe('lookup')
    expect(next.scheme.criteria[0]?.weight).toBe(60)
    expect(next.scheme.valueColumn).toBeNull()
  })

  test('that become the key take the role from the one before, and the overrides follow', () => {
    const next = run(document, change({ column: 'name', role: 'key' }))
    expect(table(next).key).toBe('name')
    expect(column(next, 'no').role).toBe('other')
    expect(next.overrides).toEqual(new Map([['张三', aTier]]))
    const none = run(next, change({ column: 'name', role: 'name' }))
    expect(table(none).key).toBeNull()
    expect(none.overrides).toEqual(new Map([['#0', aTier]]))
  })

  test('are refused without a name, and the only one is not deleted', () => {
    expect(refusal(document, change({ column: 'spend', name: '  ' }))).toMatchObject(
      refused('a column without a name'),
    )
    const add = { kind: 'addColumn', table: at, name: '', reading: 'text', role: 'note' } as const
    expect(refusal(document, add)).toMatchObject(refused('a column without a name'))
    const drop = (id: string) => ({ kind: 'deleteColumn', table: at, column: id }) as const
    const one = ['no', 'spend', 'region', 'vip'].reduce((doc, id) => run(doc, drop(id)), document)
    expect(refusal(one, drop('name'))).toMatchObject(refused('the only column'))
  })
})

describe('copies', () => {
  test('of rows stand below the last of them, with all but the customer number', () => {
    const keyed = run(document, { kind: 'changeColumn', table: at, column: 'name', role: 'key' })
    const next = run(keyed, { kind: 'duplicateRows', table: at, rows: [1, 0] })
    expect([...table(next).order]).toEqual([0, 1, 3, 4, 2])
    expect(texts(next, 'name')).toEqual(['张三', '李四', '', '', '王五'])
    expect(cellAt(column(next, 'spend'), 3)).toEqual(cellAt(column(document, 'spend'), 0))
    expect(cellAt(column(next, 'spend'), 4)).toEqual(cellAt(column(document, 'spend'), 1))
    expect(plan(document, { kind: 'duplicateRows', table: at, rows: [9] })).toEqual([])
  })

  test('of a column stand behind it and name nobody', () => {
    const named = run(document, { kind: 'changeColumn', table: at, column: 'name', role: 'name' })
    const next = run(named, { kind: 'duplicateColumn', table: at, column: 'name', name: ' 副本 ' })
    const place = table(next).columns.findIndex(({ id }) => id === 'name')
    const copy = table(next).columns[place + 1]
    expect(copy).toMatchObject({ name: '副本', role: 'other' })
    expect(texts(next, copy?.id ?? '')).toEqual(texts(document, 'name'))
    expect(
      refusal(document, { kind: 'duplicateColumn', table: at, column: 'name', name: ' ' }),
    ).toMatchObject(refused('a column without a name'))
  })

  test('and new columns are put before the column that is named', () => {
    const add = {
      kind: 'addColumn',
      table: at,
      name: '新',
      reading: 'text',
      role: 'other',
    } as const
    const next = run(document, { ...add, before: 'spend' })
    const ids = table(next).columns.map(({ id }) => id)
    expect(ids.indexOf('spend') - 1).toBe(
      ids.findIndex((id) => !table(document).columns.some((c) => c.id === id)),
    )
    expect(refusal(document, { ...add, before: 'gone' })).toMatchObject(refused('no such column'))
  })
})
