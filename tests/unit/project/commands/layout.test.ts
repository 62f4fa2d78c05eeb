import { describe, expect, test } from 'vitest'
import type { Command } from '../../../../src/project/command.ts'
import { plan } from '../../../../src/project/commands/index.ts'
import { stepOf } from '../../../../src/project/commands/layout.ts'
import { asGiven, type SheetLayout } from '../../../../src/project/layout.ts'
import { sampleDocument } from '../documents.ts'
import { refusal, run } from './run.ts'

const document = sampleDocument()
const set = (parts: Partial<SheetLayout>): Command => ({ kind: 'setLayout', set: parts })

describe('a command on how columns stand', () => {
  test('sets its parts and leaves the others', () => {
    const wide = run(document, set({ widths: [['spend', 150]] }))
    const hidden = run(wide, set({ hidden: ['vip', 'region'], shown: [] }))
    expect(hidden.layout).toEqual({
      ...asGiven,
      widths: [['spend', 150]],
      hidden: ['vip', 'region'],
    })
    expect(hidden.tables).toBe(document.tables)
    expect(hidden.scheme).toBe(document.scheme)
  })

  test('changes nothing where it is so already', () => {
    const frozen = run(document, set({ frozen: null }))
    expect(plan(frozen, set({ frozen: null }))).toEqual([])
    expect(plan(document, set({ hidden: [] }))).toEqual([])
    expect(plan(document, set({}))).toEqual([])
  })

  test('leaves out columns that are no more, but no figures: they come back with their model', () => {
    const ids = ['gone', 'spend', '$score', 'rfm.recency']
    const next = run(document, set({ order: ids, widths: ids.map((id) => [id, 90] as const) }))
    expect(next.layout?.order).toEqual(['spend', '$score', 'rfm.recency'])
    expect(next.layout?.widths.map(([id]) => id)).toEqual(['spend', '$score', 'rfm.recency'])
    expect(plan(document, set({ hidden: ['gone'] }))).toEqual([])
  })

  test.each<[keyof SheetLayout, unknown]>([
    ['order', ['spend', 'spend']],
    ['hidden', 'spend'],
    ['frozen', 7],
    ['widths', [['spend', 0]]],
    ['widths', [['spend', NaN]]],
    ['groups', [['spend', '']]],
    ['totals', [['spend', 'most']]],
    ['isTotalled', 'yes'],
  ])('is refused where %s is %j', (part, value) => {
    expect(refusal(document, set({ [part]: value }))).toMatchObject({
      code: 'command.invalid',
      detail: { reason: 'a layout of columns', part },
    })
  })

  test('is named in the undo list by what it does', () => {
    expect(stepOf(set({ widths: [] }))).toBe('resizeColumns')
    expect(stepOf(set({ hidden: [], shown: [] }))).toBe('hideColumns')
    expect(stepOf(set({ order: [] }))).toBe('moveColumns')
    expect(stepOf(set({ totals: [], isTotalled: true }))).toBe('setTotals')
    expect(stepOf(set({ order: [], widths: [] }))).toBe('setLayout')
    expect(stepOf({ kind: 'suggestAgain' })).toBe('suggestAgain')
  })
})

describe('columns that come and go', () => {
  const laid = run(
    document,
    set({
      order: ['no', 'spend', 'name', '$score'],
      widths: [['spend', 150]],
      groups: [['spend', '钱']],
      totals: [['spend', 'max']],
    }),
  )

  test('a new one stands where it was asked for, in the same step', () => {
    const next = run(laid, {
      kind: 'addColumn',
      table: 'customers',
      name: '新列',
      reading: 'text',
      role: 'other',
      order: ['no', null, 'spend', 'name', '$score'],
    })
    expect(next.layout).toEqual({ ...laid.layout, order: ['no', 'c_1', 'spend', 'name', '$score'] })
  })

  test('a copy is as wide as its original and under the same header', () => {
    const next = run(laid, {
      kind: 'duplicateColumn',
      table: 'customers',
      column: 'spend',
      name: '金额 副本',
      order: ['no', 'spend', null, 'name', '$score'],
    })
    expect(next.layout).toEqual({
      ...laid.layout,
      order: ['no', 'spend', 'c_1', 'name', '$score'],
      widths: [
        ['spend', 150],
        ['c_1', 150],
      ],
      groups: [
        ['spend', '钱'],
        ['c_1', '钱'],
      ],
    })
    const plain = { kind: 'duplicateColumn', table: 'customers', column: 'no', name: '号' } as const
    expect(run(laid, plain).layout).toEqual(laid.layout)
    expect('layout' in run(document, plain)).toBe(false)
  })

  test('a deleted one is back in its place when that is undone, as wide and under its header', () => {
    // `run` undoes each command and compares the documents
    const gone = run(laid, { kind: 'deleteColumn', table: 'customers', column: 'spend' })
    expect(gone.layout).toEqual(laid.layout)
  })
})
