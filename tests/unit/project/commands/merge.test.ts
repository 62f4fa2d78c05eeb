import { describe, expect, test } from 'vitest'
import { applyAll } from '../../../../src/project/apply.ts'
import type { Command, MergeGroup } from '../../../../src/project/command.ts'
import { plan } from '../../../../src/project/commands/index.ts'
import type { Document } from '../../../../src/project/document.ts'
import type { Column } from '../../../../src/table/column.ts'
import {
  aTier,
  column,
  content,
  customers,
  numberColumn,
  sampleDocument,
  table,
  textColumn,
} from '../documents.ts'
import { refusal, refused, run, texts } from './run.ts'

const at = '2026-03-01T08:00:00.000Z'
const merge = (...groups: MergeGroup[]): Command => ({ kind: 'mergeCustomers', groups, at })
const apart = (document: Document, index = 0): Command => ({
  kind: 'takeApart',
  id: [...(table(document).merges?.keys() ?? [])][index] ?? '',
})

const measure = (id: string, name: string) =>
  ({
    id,
    name,
    group: null,
    role: 'measure',
    unit: null,
    revision: 0,
    originals: null,
    marks: null,
  }) as const

/** 1 and 3 are one customer, 4 too; 2 and 5 stand between. */
function listed(overrides: Document['overrides'] = new Map()): Document {
  const columns: readonly Column[] = [
    { ...textColumn('no', '客户编号', ['C1', 'C2', '', 'C4', 'C5']), role: 'key' },
    {
      ...textColumn('name', '客户名称', ['恒达', '李四', '恒达', '恒达机电', '王五']),
      role: 'name',
    },
    { ...textColumn('phone', '电话', ['', '2', '138', '139', '5']), role: 'phone' },
    numberColumn('spend', '累计金额', [100, 1, 0.1, 0.2, 5]),
    {
      ...measure('last', '最近购买日期'),
      type: 'date',
      reading: 'date',
      values: Float64Array.of(10, 1, 20, NaN, 5),
    },
  ]
  const document = sampleDocument()
  return {
    ...document,
    tables: { customers: { ...customers(columns, 5), key: 'no' } },
    overrides,
  }
}
const order = (document: Document) => [...table(document).order]

describe('merging', () => {
  test('the kept row stays with its gaps filled, the others leave the list; undo gives all back', () => {
    const next = run(listed(), merge({ keep: 0, rows: [2, 3] }))
    expect(order(next)).toEqual([0, 1, 4])
    expect(texts(next, 'phone')).toEqual(['138', '2', '5'])
    expect(texts(next, 'spend')).toEqual(['100', '1', '5'])
    // both originals are still in the columns
    expect(column(next, 'name')).toEqual(column(listed(), 'name'))
  })

  test('cells are taken from another row, added up, or the latest', () => {
    const next = run(
      listed(),
      merge({
        keep: 2,
        rows: [0, 3],
        take: [
          { column: 'name', from: 3 },
          { column: 'spend', from: 'sum' },
          { column: 'last', from: 'smallest' },
        ],
      }),
    )
    expect(order(next)).toEqual([1, 2, 4])
    expect(texts(next, 'name')).toEqual(['李四', '恒达机电', '王五'])
    expect(texts(next, 'spend')).toEqual(['1', '100.3', '5']) // 100 + 0.1 + 0.2, not 100.30000000000001
    expect(texts(next, 'no')).toEqual(['C2', 'C1', 'C5']) // the kept one had no number
    expect(texts(next, 'last')[1]).toBe('1970-01-11') // day 10
  })

  test('many groups are one step', () => {
    const document = listed()
    const command = merge({ keep: 0, rows: [2] }, { keep: 1, rows: [4] })
    const done = applyAll(document, plan(document, command))
    expect(order(done.next)).toEqual([0, 1, 3])
    expect(table(done.next).merges?.size).toBe(2)
    expect(content(applyAll(done.next, done.inverses).next)).toEqual(content(document))
  })

  test('all that are surely one customer are found by the command itself', () => {
    const document = listed()
    const named = {
      ...document,
      tables: {
        customers: {
          ...table(document),
          columns: table(document).columns.map((one) =>
            one.id === 'phone'
              ? {
                  ...textColumn('phone', '电话', ['13800138000', '2', '13800138000', '139', '5']),
                  role: 'phone' as const,
                }
              : one,
          ),
        },
      },
    }
    const next = run(named, { kind: 'mergeCustomers', groups: 'certain', at })
    expect(order(next)).toEqual([0, 1, 3, 4])
  })

  test('what cannot be merged is refused', () => {
    const document = listed()
    expect(refusal(document, merge({ keep: 0, rows: [] }))).toMatchObject(refused('a group of one'))
    const twice = { code: 'command.invalid', detail: { reason: 'a row twice' } }
    expect(refusal(document, merge({ keep: 0, rows: [0] }))).toMatchObject(twice)
    expect(refusal(document, merge({ keep: 0, rows: [2] }, { keep: 1, rows: [2] }))).toMatchObject(
      twice,
    )
    const gone = { code: 'command.invalid', detail: { reason: 'no such row' } }
    expect(refusal(document, merge({ keep: 0, rows: [9] }))).toMatchObject(gone)
    const merged = run(document, merge({ keep: 0, rows: [2] }))
    expect(refusal(merged, merge({ keep: 1, rows: [2] }))).toMatchObject(gone)
    expect(refusal(document, { kind: 'takeApart', id: 'm_9' })).toMatchObject({
      code: 'command.invalid',
      detail: { reason: 'no such merge' },
    })
  })
})

describe('taking apart', () => {
  test('gives back the list as it was', () => {
    const document = listed()
    const merged = run(
      document,
      merge({ keep: 2, rows: [0, 3], take: [{ column: 'spend', from: 'sum' }] }),
    )
    const parted = run(merged, apart(merged))
    expect(order(parted)).toEqual([0, 1, 2, 3, 4])
    for (const id of ['no', 'name', 'phone', 'spend', 'last'])
      expect(texts(parted, id)).toEqual(texts(document, id))
    expect(table(parted).merges).toBeUndefined()
  })

  test('one of several merges, in any order', () => {
    const document = listed()
    const merged = run(document, merge({ keep: 1, rows: [0] }, { keep: 4, rows: [2, 3] }))
    expect(order(merged)).toEqual([1, 4])
    const first = run(merged, apart(merged, 1))
    expect(order(first)).toEqual([1, 2, 3, 4])
    expect(order(run(first, apart(first)))).toEqual([0, 1, 2, 3, 4])
  })

  test('keeps what was edited meanwhile, and where the list was sorted anew follows the kept row', () => {
    const merged = run(listed(), merge({ keep: 0, rows: [2, 3] }))
    const edited = run(merged, {
      kind: 'editCells',
      table: 'customers',
      origin: 'edit',
      cells: [{ row: 0, column: 'phone', text: '777' }],
    })
    const fewer = run(edited, { kind: 'deleteRows', table: 'customers', rows: [1] })
    const parted = run(fewer, apart(fewer))
    expect(texts(parted, 'phone')[0]).toBe('777')
    expect(order(parted)).toEqual([0, 2, 3, 4]) // 2 and 3 stood behind 1, which is gone
  })
})

describe('tiers by hand', () => {
  const other = { ...aTier, tier: 't_b', reason: '新客户' }

  test('the kept customer’s stays; the other’s waits for the day they are taken apart', () => {
    const document = listed(
      new Map([
        ['C1', aTier],
        ['C4', other],
      ]),
    )
    const merged = run(document, merge({ keep: 0, rows: [3] }))
    expect([...merged.overrides]).toEqual([...document.overrides])
    expect(run(merged, apart(merged)).overrides).toEqual(document.overrides)
  })

  test('passes over to a kept customer who has none, and back', () => {
    const document = listed(new Map([['C4', other]]))
    const merged = run(document, merge({ keep: 0, rows: [3] }))
    expect(merged.overrides.get('C1')).toEqual(other)
    expect(run(merged, apart(merged)).overrides).toEqual(document.overrides)
  })

  test('one set anew since is not taken back', () => {
    const merged = run(listed(new Map([['C4', other]])), merge({ keep: 0, rows: [3] }))
    const anew = { ...merged, overrides: new Map([...merged.overrides, ['C1', aTier]]) }
    expect(run(anew, apart(anew)).overrides.get('C1')).toEqual(aTier)
  })
})
