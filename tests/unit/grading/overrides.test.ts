import { describe, expect, test } from 'vitest'
import { applyOverrides } from '../../../src/grading/overrides.ts'
import type { Override } from '../../../src/grading/result.ts'
import type { Rule } from '../../../src/scheme/scheme.ts'
import { customerKey } from '../../../src/table/key.ts'
import { criterion, numbers, schemeWith, tableOf, texts } from '../../fixtures/gradingTables.ts'
import { aMerge } from '../project/aMerge.ts'

const table = tableOf(
  [texts('id', ['K1', 'K2', 'K3', 'K4'], { role: 'key' }), numbers('x', [1, 2, 3, 4])],
  4,
)
const set = (tier: string, expires: string | null = null): Override => ({
  tier,
  reason: '战略客户',
  by: '陈',
  at: '2026-11-01T00:00:00.000Z',
  expires,
})
const rule = (id: string, effect: Rule['effect']): Rule => ({
  id,
  enabled: true,
  conditions: [{ id: 'compare', column: 'x', operator: '>', value: 0 }],
  effect,
})
const scheme = schemeWith([criterion('x')], {
  rules: [rule('cap', { id: 'cap', tier: 'c' }), rule('veto', { id: 'veto' })],
})
const none = new Uint32Array(4)
const applied = (overrides: [string, Override][], hits = none, of = table) =>
  applyOverrides(of, scheme, new Map(overrides), hits)

describe('tiers by hand', () => {
  test('are told by row, those that ran out and none at all left aside', () => {
    const { rows, issues } = applied([
      ['K2', set('b')],
      ['K3', set('a', '2026-11-20')],
    ])
    expect([...rows]).toEqual([[1, 1]])
    expect(issues).toEqual([])
    expect(applied([])).toEqual({ rows: new Map(), issues: [] })
  })

  test('against a veto are counted where they raise; against a cap, or in the last tier, they are not', () => {
    const beaten = (overrides: [string, Override][], hits: number[]) =>
      applied(overrides, Uint32Array.from(hits)).issues.map(({ code, level, detail }) => [
        code,
        level,
        detail,
      ])
    const all: [string, Override][] = [
      ['K1', set('a')],
      ['K2', set('b')],
      ['K3', set('c')],
    ]
    expect(beaten(all, [0b10, 0b11, 0b10, 0])).toEqual([
      ['override.beatsVeto', 'warning', { count: 2 }],
    ])
    expect(beaten(all, [0b01, 0b01, 0, 0])).toEqual([])
  })

  test('of customers that nobody knows are told, of merged ones not: they come back when that is undone', () => {
    const gone = { ...table, order: Uint32Array.of(0, 1) }
    const unknown = (of: typeof table) =>
      applied(
        [
          ['K3', set('a')],
          ['nobody', set('a')],
        ],
        none,
        of,
      ).issues
    const issue = (count: number) => ({
      code: 'override.unknownCustomer',
      level: 'info',
      detail: { count },
    })
    expect(unknown(gone)).toEqual([issue(2)])
    const merged = { ...aMerge('m_1', 0), rows: [2] }
    expect(unknown({ ...gone, merges: new Map([['m_1', merged]]) })).toEqual([issue(1)])
  })

  test('of tiers that are gone are told, each kind of finding by itself', () => {
    const { rows, issues } = applied([
      ['K1', set('z')],
      ['K2', set('y')],
      ['K9', set('a')],
    ])
    expect(rows.size).toBe(0)
    expect(issues.map(({ code, level, detail }) => [code, level, detail['count']])).toEqual([
      ['override.unknownCustomer', 'info', 1],
      ['override.tierGone', 'warning', 2],
    ])
  })

  test('follow the key column and the rows, also where the map is the same object', () => {
    const overrides = new Map([['K2', set('a')]])
    const rowsOf = (of: typeof table) => [
      ...applyOverrides(of, scheme, overrides, none).rows.keys(),
    ]
    expect(rowsOf(table)).toEqual([1])
    expect(rowsOf({ ...table, order: Uint32Array.of(0, 3) })).toEqual([])
    const renamed = table.columns.map((column) =>
      column.id === 'id' ? texts('id', ['K2', 'K1', 'K2', 'K4'], { role: 'key' }) : column,
    )
    expect(rowsOf({ ...table, columns: renamed })).toEqual([0, 2])
  })

  test('name a customer by the text of the key', () => {
    expect(customerKey(table, 2)).toBe('K3')
  })
})
