import { describe, expect, test } from 'vitest'
import { livingRows } from '../../../src/scheme/living.ts'
import { conditionExpression, fulfilled } from '../../../src/scheme/rules/condition.ts'
import type { Condition } from '../../../src/scheme/scheme.ts'
import { evaluate } from '../../contracts/evaluate.ts'
import { only } from '../../contracts/only.ts'
import { categories, numbers, tableOf, texts } from '../../fixtures/gradingTables.ts'

const table = tableOf(
  [
    numbers('x', [1, 2, NaN, 4]),
    categories('kind', ['A', '', 'B', 'A']),
    texts('note', ['', 'y', 'z', '']),
  ],
  4,
  [0, 2, 3], // row 1 is deleted
)
const asOf = '2026-11-21'
const few: Condition = { id: 'compare', column: 'x', operator: '<', value: 3 }
const missing = (column: string, not = false): Condition => ({ id: 'missing', column, not })

describe('conditions of a rule', () => {
  test('are held by all of them, of the rows that live', () => {
    expect([...(fulfilled([few], table, asOf) ?? [])]).toEqual([1, 0, 0, 0])
    expect([...(fulfilled([missing('x')], table, asOf) ?? [])]).toEqual([0, 0, 1, 0])
    expect([...(fulfilled([missing('x'), missing('note', true)], table, asOf) ?? [])]).toEqual([
      0, 0, 1, 0,
    ])
    expect([...(fulfilled([missing('kind', true)], table, asOf) ?? [])]).toEqual([1, 0, 1, 1])
  })

  test('none, a column that is gone or a question it cannot be asked let the rule rest', () => {
    expect(fulfilled([], table, asOf)).toBeNull()
    expect(fulfilled([few, missing('gone')], table, asOf)).toBeNull()
    expect(fulfilled([{ ...few, column: 'kind' }], table, asOf)).toBeNull()
    expect(
      fulfilled([{ id: 'among', column: 'note', categories: ['y'], not: false }], table, asOf),
    ).toBeNull()
  })

  test('leave it as it is which rows live', () => {
    fulfilled([few], table, asOf)
    expect([...(livingRows(table) ?? [])]).toEqual([1, 0, 1, 1])
  })
})

describe('their formulas', () => {
  const held = (condition: Condition, type: 'number' | 'category', x: number | string) =>
    evaluate(
      conditionExpression(condition, type, (category) => `${category}类`),
      only({ x }),
    )

  test('a text among numbers counts as missing, as the app reads it', () => {
    expect(held(missing('x'), 'number', '约500')).toBe(true)
    expect(held(missing('x', true), 'number', '约500')).toBe(false)
    expect(held(few, 'number', '约500')).toBe(false)
    expect(held(missing('kind'), 'category', '约500')).toBe(false)
  })

  test('categories are asked by the words that the sheet shows', () => {
    const among: Condition = { id: 'among', column: 'kind', categories: ['A', 'B'], not: false }
    expect(held(among, 'category', 'B类')).toBe(true)
    expect(held(among, 'category', 'B')).toBe(false)
    expect(held({ ...among, not: true }, 'category', 'C类')).toBe(true)
    expect(held({ ...among, not: true }, 'category', '')).toBe(false)
  })
})
