import { describe, expect, test } from 'vitest'
import { ungraded } from '../../src/grading/result.ts'
import type { Criterion, Scheme, Tiering } from '../../src/scheme/scheme.ts'
import { tierOf } from '../../src/scheme/tiering/assign.ts'
import { tierings } from '../../src/scheme/tiering/index.ts'
import type { Table } from '../../src/table/table.ts'
import { schemeWith } from '../fixtures/gradingTables.ts'
import { evaluate } from './evaluate.ts'
import { kinds, run, samples, twoGroups } from './lists.ts'
import { only } from './only.ts'

/** What a customer is placed by: the score, or a value ≤ 0 or missing as 0. */
const measureOf = (table: Table, scheme: Scheme, score: Float64Array) => {
  const { tiering } = scheme
  if (tierings.get(tiering.id).measure === 'score') return score
  if (tiering.id === 'matrix') return cellsOf(table, scheme, score)
  const id = tiering.id === 'valueShare' ? tiering.column : null
  const column = table.columns.find((each) => each.id === id)
  if (column?.type !== 'number') throw new Error('a sample has its value column')
  return score.map((s, row) => (Number.isNaN(s) ? NaN : Math.max(0, column.values[row] || 0)))
}

/** Tiers − the tier of the cell, both sides worked out from the utilities as spec §4 says. */
function cellsOf(table: Table, scheme: Scheme, score: Float64Array): Float64Array {
  const { tiering, tiers, criteria, groups } = scheme
  if (tiering.id !== 'matrix') throw new Error('not a matrix')
  const [down, across] = tiering.axes
  const days = table.columns.find(({ id }) => id === 'days')
  if (days?.type !== 'number') throw new Error('a sample has days')
  const { utilities } = run(table, scheme)
  const own = criteria.flatMap(({ group, weight }, at) =>
    group === groups?.[0]?.id
      ? [{ weight, values: utilities[at]?.values ?? new Float64Array() }]
      : [],
  )
  const place = (list: readonly number[], is: (cutoff: number) => boolean) => {
    const at = list.findIndex(is)
    return at < 0 ? list.length : at
  }
  return score.map((s, row) => {
    if (Number.isNaN(s)) return NaN
    const there = own.filter(({ values }) => !Number.isNaN(values[row]))
    const total = there.reduce((sum, { weight }) => sum + weight, 0)
    const points = there.reduce((sum, { weight, values }) => sum + weight * (values[row] ?? 0), 0)
    const x = Math.round((100e9 * points) / total) / 1e9
    const cells = tiering.cells[place(down.cutoffs, (cut) => x >= cut)]
    const y = days.values[row] ?? NaN
    return tiers.length - (cells?.[place(across.cutoffs, (cut) => y <= cut)] ?? NaN)
  })
}

/** A matrix needs groups; the other kinds have none. */
function schemeOf(criteria: readonly Criterion[], tiering: Tiering): Scheme {
  if (tiering.id !== 'matrix') return schemeWith(criteria, { tiering })
  const grouped = criteria.map((one, at) => ({ ...one, group: at < 2 ? 'g1' : 'g2' }))
  return schemeWith(grouped, { tiering, groups: twoGroups })
}

/** The same rule in another unit of its column. */
function inUnit(tiering: Tiering, factor: number): Tiering {
  if (tiering.id !== 'matrix') return tiering
  const [down, across] = tiering.axes
  const cutoffs = across.cutoffs.map((cutoff) => cutoff * factor)
  return { ...tiering, axes: [down, { ...across, cutoffs }] }
}

describe.each(tierings.all)('tiering $id', (part) => {
  const kind = kinds.find(({ id }) => id === part.id) as Tiering

  test('is exercised and starts with one entry per tier, in order', () => {
    expect(kind).toBeDefined()
    const entries = (count: number) => (part.field === null ? 0 : count)
    for (const tiers of [2, 3, 4, 9]) {
      const start = part.defaults(tiers)
      expect(part.given(start)).toHaveLength(entries(tiers - 1))
      expect(part.given(part.withoutTier(start, tiers - 1, tiers - 1))).toHaveLength(
        entries(tiers - 2),
      )
      expect(part.given(part.withTier(start, tiers))).toHaveLength(entries(tiers))
      for (const each of [start, part.withTier(start, tiers)]) {
        const count = each === start ? tiers : tiers + 1
        expect(part.doubts(each, count)).toEqual({ crossed: [], unreachable: [] })
        expect(part.tidied(each, count)).toEqual(each)
      }
      if (part.field !== null) expect(part.tidied(start, tiers + 1)).toBeNull()
    }
  })

  test('ties share a tier and a better score, or value, is never in a worse tier', () => {
    for (const { table, criteria } of samples) {
      const scheme = schemeOf(criteria, kind)
      const { score, computed } = run(table, scheme)
      const measure = measureOf(table, scheme, score)
      const rows = [...score.keys()].filter((row) => !Number.isNaN(score[row]))
      for (const a of rows)
        for (const b of rows)
          if ((measure[a] as number) >= (measure[b] as number))
            expect(computed[a]).toBeLessThanOrEqual(computed[b] as number)
      score.forEach((s, row) => expect(computed[row] === ungraded).toBe(Number.isNaN(s)))
    }
  })

  test('row order never matters', () => {
    for (const { table, criteria } of samples) {
      const scheme = schemeOf(criteria, kind)
      const turned = { ...table, order: table.order.slice().reverse() }
      const [a, b] = [run(table, scheme), run(turned, scheme)]
      expect(b.score).toEqual(a.score)
      expect(b.computed).toEqual(a.computed)
    }
  })

  test('a column multiplied by a positive constant changes no tier under auto linear and percentile', () => {
    for (const { table, criteria } of samples) {
      const scheme = schemeOf(criteria, kind)
      const before = run(table, scheme)
      for (const factor of [0.0001, 1 / 3, 7, 10_000]) {
        const columns = table.columns.map((column) =>
          column.type === 'number'
            ? { ...column, values: column.values.map((x) => x * factor) }
            : column,
        )
        const after = run({ ...table, columns }, schemeOf(criteria, inUnit(kind, factor)))
        expect(after.computed).toEqual(before.computed)
        after.score.forEach((s, row) => {
          if (!Number.isNaN(s))
            expect(Math.abs(s - (before.score[row] as number))).toBeLessThan(1.5e-9)
        })
      }
    }
  })

  test('the effective cut-offs give the tiers, and there are none where tiers go by a value', () => {
    for (const { table, criteria } of samples) {
      const scheme = schemeOf(criteria, kind)
      const { score, computed, cutoffs } = run(table, scheme)
      if (part.measure !== 'score') expect(cutoffs).toHaveLength(0)
      else
        score.forEach((s, row) => {
          if (!Number.isNaN(s)) expect(computed[row]).toBe(tierOf(s, cutoffs))
        })
    }
  })

  test('the workbook has the same cut-offs, or finds the same tiers', () => {
    for (const { table, criteria } of samples) {
      const scheme = schemeOf(criteria, kind)
      const { score, cutoffs, computed } = run(table, scheme)
      if (score.every(Number.isNaN)) continue
      const scores = [...score].map((s) => (Number.isNaN(s) ? '' : s))
      const face = part.workbook(kind, table.rowCount)
      if (face.kind === 'fixed') throw new Error('a short list has live tiers')
      if (face.kind === 'cutoffs') {
        if (face.cutoff === null) continue
        for (const [at, given] of part.given(kind).entries()) {
          const cut = evaluate(face.cutoff, only({ given }, { scores }))
          expect(cut).toBe(cutoffs[at])
        }
        continue
      }
      if (face.kind === 'matrix') continue // held by the tests of the exported workbook
      const column = table.columns.find(({ id }) => id === face.column)
      if (column?.type !== 'number') throw new Error('no value column')
      const values = [...column.values].map((x) => (Number.isNaN(x) ? '' : x))
      for (const row of table.order) {
        if (computed[row] === ungraded) continue
        const tier = part
          .given(kind)
          .findIndex(
            (given) =>
              evaluate(face.reached, only({ x: values[row] ?? '', given }, { values, scores })) ===
              true,
          )
        expect(tier < 0 ? scheme.tiers.length - 1 : tier).toBe(computed[row])
      }
    }
  })

  test('formulas that look through all rows for each stand only in short lists', () => {
    const face = part.workbook(kind, 2001)
    expect(face.kind).not.toBe('rows')
  })
})
