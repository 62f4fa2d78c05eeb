import { describe, expect, test } from 'vitest'
import { removeTier, addTier, setTiering } from '../../../src/scheme/edit.ts'
import * as edit from '../../../src/scheme/groupEdits.ts'
import type { Scheme, Tiering } from '../../../src/scheme/scheme.ts'
import { differencesOf } from '../../../src/scheme/difference.ts'
import { criterion, schemeWith } from '../../fixtures/gradingTables.ts'

const plain = schemeWith([
  criterion('a', { weight: 30 }),
  criterion('b', { weight: 10 }),
  criterion('c', { weight: 20, enabled: false }),
])
const names = [
  { id: 'g1', name: '行为' },
  { id: 'g2', name: '贡献' },
  { id: 'g3', name: '互动' },
]
const grouped = edit.useGroups(plain, names, ({ column }) => (column === 'a' ? 'g1' : 'g2'))
const groupsIn = ({ criteria }: Scheme) => criteria.map(({ column, group }) => `${column}:${group}`)
const refused: unknown = expect.objectContaining({ code: 'command.invalid' })

describe('criteria groups', () => {
  test('begin with the weight of their criteria, an empty one with the mean', () => {
    expect(grouped.groups?.map(({ weight, cap }) => [weight, cap])).toEqual([
      [30, null],
      [10, null],
      [20, null],
    ])
    expect(groupsIn(grouped)).toEqual(['a:g1', 'b:g2', 'c:g2'])
    expect(() => edit.useGroups(grouped, names, () => 'g1')).toThrow(refused)
  })

  test('take a criterion at a place among their own', () => {
    expect(groupsIn(edit.placeCriterion(grouped, 'k_a', 'g2', 0))).toEqual(['a:g2', 'b:g2', 'c:g2'])
    expect(groupsIn(edit.placeCriterion(grouped, 'k_a', 'g2', 1))).toEqual(['b:g2', 'a:g2', 'c:g2'])
    expect(groupsIn(edit.placeCriterion(grouped, 'k_b', 'g3', 9))).toEqual(['a:g1', 'c:g2', 'b:g3'])
    expect(groupsIn(edit.placeCriterion(grouped, 'k_c', 'g1', 9))).toEqual(['a:g1', 'c:g1', 'b:g2'])
    expect(() => edit.placeCriterion(grouped, 'k_a', 'gone', 0)).toThrow(refused)
  })

  test('leave their criteria to the group before, the first to the next, the last to none', () => {
    const two = edit.removeGroup(grouped, 'g1')
    expect(groupsIn(two)).toEqual(['a:g2', 'b:g2', 'c:g2'])
    const one = edit.removeGroup(edit.removeGroup(grouped, 'g2'), 'g3')
    expect(groupsIn(one)).toEqual(['a:g1', 'b:g1', 'c:g1'])
    expect(edit.removeGroup(one, 'g1')).toEqual(plain)
  })

  test('moving a group takes along whoever counted to the first by default', () => {
    const loose = { ...grouped, criteria: plain.criteria }
    const moved = edit.moveGroup(loose, 'g1', 2)
    expect(moved.groups?.map(({ id }) => id)).toEqual(['g2', 'g3', 'g1'])
    expect(groupsIn(moved)).toEqual(['a:g1', 'b:g1', 'c:g1'])
  })

  test('refuse what is no name, weight or cap, a tenth group and an id twice', () => {
    for (const set of [{ name: ' ' }, { weight: -1 }, { weight: NaN }, { cap: 101 }, { cap: -1 }])
      expect(() => edit.setGroup(grouped, 'g1', set)).toThrow(refused)
    const more = (scheme: Scheme, id: string) =>
      edit.addGroup(scheme, { id, name: id, weight: 1, cap: null })
    const nine = ['4', '5', '6', '7', '8', '9'].reduce(more, grouped)
    expect(() => more(nine, '10')).toThrow(refused)
    expect(() => more(grouped, 'g1')).toThrow(refused)
  })

  test('differ from the kept scheme by name, weight and cap', () => {
    const now = edit.setGroup(edit.setGroup(grouped, 'g1', { weight: 50 }), 'g2', { cap: 30 })
    expect(differencesOf(grouped, now)).toEqual([
      { what: 'groupWeight', name: '行为', from: 30, to: 50 },
      { what: 'groupCap', name: '贡献', from: null, to: 30 },
    ])
    const placed = edit.placeCriterion(grouped, 'k_b', 'g1', 9)
    expect(differencesOf(grouped, placed).map(({ what }) => what)).toEqual(['group'])
    expect(differencesOf(plain, grouped).map(({ what }) => what)).toEqual(['groups'])
    expect(differencesOf(plain, edit.setWithin(plain, 'a')).map(({ what }) => what)).toEqual([
      'within',
    ])
    expect(edit.setWithin(edit.setWithin(plain, 'a'), null)).toEqual(plain)
  })
})

describe('a matrix', () => {
  const matrix: Tiering = {
    id: 'matrix',
    axes: [
      { of: 'group', group: 'g1', cutoffs: [70, 40] },
      { of: 'group', group: 'g2', cutoffs: [50] },
    ],
    cells: [
      [0, 1],
      [1, 1],
      [1, 2],
    ],
  }
  const scheme: Scheme = { ...grouped, tiering: matrix }
  const cellsOf = ({ tiering }: Scheme) => (tiering.id === 'matrix' ? tiering.cells : null)

  test('keeps valid cells when tiers come and go', () => {
    const ids = scheme.tiers.map(({ id }) => id)
    expect(cellsOf(removeTier(scheme, ids[0] ?? ''))).toEqual([[0, 0], [0, 0], [0, 1]]) // prettier-ignore
    expect(cellsOf(removeTier(scheme, ids[1] ?? ''))).toEqual([[0, 1], [1, 1], [1, 1]]) // prettier-ignore
    expect(cellsOf(removeTier(scheme, ids[2] ?? ''))).toEqual([[0, 1], [1, 1], [1, 1]]) // prettier-ignore
    expect(cellsOf(addTier(scheme))).toEqual([[0, 1], [1, 1], [2, 3]]) // prettier-ignore
  })

  test('goes by another group when its own is removed', () => {
    const { tiering } = edit.removeGroup(scheme, 'g2')
    expect(tiering.id === 'matrix' && tiering.axes.map((axis) => axis.of === 'group' && axis.group)).toEqual(['g1', 'g3']) // prettier-ignore
  })

  test('is refused with cells that do not fit, and tidied to tenths and to the tiers', () => {
    expect(() => setTiering(scheme, { ...matrix, cells: [[0, 1]] })).toThrow(refused)
    const [down, across] = matrix.axes
    const none: Tiering = { ...matrix, axes: [{ ...down, cutoffs: [] }, across] }
    expect(() => setTiering(scheme, none)).toThrow(refused)
    const rough: Tiering = {
      ...matrix,
      axes: [{ ...down, cutoffs: [70.26, 400] }, across],
      cells: matrix.cells.map((row) => row.map((tier) => tier + 7.4)),
    }
    const { tiering } = setTiering(scheme, rough)
    expect(tiering.id === 'matrix' && tiering.axes[0].cutoffs).toEqual([70.3, 100])
    expect(tiering.id === 'matrix' && tiering.cells.flat().every((tier) => tier === 2)).toBe(true)
  })
})
