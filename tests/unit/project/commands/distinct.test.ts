import { expect, test } from 'vitest'
import { finish } from '../../../../src/core/steps.ts'
import { applyAll } from '../../../../src/project/apply.ts'
import { plan } from '../../../../src/project/commands/index.ts'
import type { Document } from '../../../../src/project/document.ts'
import { certainGroups, findDuplicates } from '../../../../src/quality/duplicates.ts'
import { customers, sampleDocument, table, textColumn } from '../documents.ts'
import { refusal, refused, run } from './run.ts'

// 0 and 2 share phone and name, 1 and 3 too; by hand
const listed = (names = ['恒达', '李四', '恒达', '李四', '王五']): Document => ({
  ...sampleDocument(),
  tables: {
    customers: customers(
      [
        { ...textColumn('name', '客户名称', names), role: 'name' },
        {
          ...textColumn(
            'phone',
            '电话',
            ['13800138001', '13800138002', '13800138001', '13800138002', '5'].slice(
              0,
              names.length,
            ),
          ),
          role: 'phone',
        },
      ],
      names.length,
    ),
  },
})
const groups = (document: Document) => {
  const { rows, starts, certain } = finish(findDuplicates(table(document)))
  return [...certain].map((_, at) => [...rows.subarray(starts[at], starts[at + 1])])
}

test('a group that is not one customer is suggested no more, nor merged with the certain ones', () => {
  const document = listed()
  expect(groups(document)).toEqual([
    [0, 2],
    [1, 3],
  ])
  const done = applyAll(document, plan(document, { kind: 'keepDistinct', rows: [2] }))
  expect(groups(done.next)).toEqual([[1, 3]])
  expect(finish(certainGroups(table(done.next)))).toEqual([[1, 3]])
  const back = applyAll(done.next, done.inverses).next
  expect(table(back)).toEqual(table(document))
  expect(groups(back)).toHaveLength(2)
})

test('all are suggested again when that is asked for', () => {
  const one = run(listed(), { kind: 'keepDistinct', rows: [0, 2] })
  const both = applyAll(one, plan(one, { kind: 'keepDistinct', rows: [1, 3] })).next
  expect(groups(both)).toEqual([])
  expect(table(both).distinct?.size).toBe(2)
  const again = run(both, { kind: 'suggestAgain' })
  expect(groups(again)).toEqual(groups(listed()))
  expect(table(again)).not.toHaveProperty('distinct')
  expect(plan(again, { kind: 'suggestAgain' })).toEqual([])
})

test('a group that has grown since is suggested anew, one that has shrunk is not', () => {
  const document = run(listed(), { kind: 'keepDistinct', rows: [0, 2] })
  const cells = [
    { row: 4, column: 'name', text: '恒达' },
    { row: 4, column: 'phone', text: '13800138001' },
  ]
  const edit = { kind: 'editCells', table: 'customers', origin: 'edit', cells } as const
  const grown = run(document, edit)
  expect(groups(grown)).toEqual([
    [0, 2, 4],
    [1, 3],
  ])
  const whole = applyAll(grown, plan(grown, { kind: 'keepDistinct', rows: [4] })).next
  expect(groups(whole)).toEqual([[1, 3]])
  const fewer = run(whole, { kind: 'deleteRows', table: 'customers', rows: [0] })
  expect(groups(fewer)).toEqual([[1, 3]])
})

test('rows that are no suggested group are refused', () => {
  for (const rows of [[4], [0, 1], [], [9]])
    expect(refusal(listed(), { kind: 'keepDistinct', rows })).toMatchObject(
      refused('no such group'),
    )
})
