import { describe, expect, test } from 'vitest'
import { utilitiesOf } from '../../../../src/grading/utilities.ts'
import { changedCriterion } from '../../../../src/scheme/changedCriterion.ts'
import { daysOf, decayOf } from '../../../../src/scheme/scoring/decay.ts'
import { linear } from '../../../../src/scheme/scoring/linear.ts'
import { reachOfRaw } from '../../../../src/scheme/scoring/prepared.ts'
import { dayOf } from '../../../../src/scheme/day.ts'
import { criterion, dates, tableOf } from '../../../fixtures/gradingTables.ts'

const asOf = '2026-11-21'
const day = dayOf(asOf)
const last = criterion('x', { direction: 'lower' })
const fading = (decay: number) => ({ winsorise: null, log: false, decay })
const scored = (set: Parameters<typeof utilitiesOf>[0], days: readonly number[]) =>
  utilitiesOf(
    set,
    tableOf(
      [
        dates(
          'x',
          days.map((d) => day - d),
        ),
      ],
      days.length,
    ),
    asOf,
  ).values

describe('time decay of a date (spec/grading.md §2)', () => {
  test('halves with each half-life; 1 on the as-of date and after it', () => {
    const set = changedCriterion(last, { prepare: fading(90) })
    const u = scored(set, [0, -5, 45, 90, 180, 900, NaN])
    // by hand: 2^0, 2^0, 2^(−1/2), 1/2, 1/4, 2^(−10)
    const by = [1, 1, 0.7071067811865476, 0.5, 0.25, 0.0009765625]
    by.forEach((value, at) => expect(u[at]).toBeCloseTo(value, 14))
    expect(u[6]).toBeNaN()
    expect(decayOf(1e9, 1)).toBeGreaterThan(0) // nowhere an underflow that a database refuses
  })

  test('extremes are held before: nobody is nearer or further than the quantiles', () => {
    const prepare = { winsorise: [0.25, 0.75], log: false, decay: 10 } as const
    const u = scored(changedCriterion(last, { prepare }), [0, 10, 20, 30, 400])
    // days at h = 1 and 3 of the five: 10 and 30
    const by = [0.5, 0.5, 0.25, 0.125, 0.125]
    by.forEach((value, at) => expect(u[at]).toBeCloseTo(value, 14))
  })

  test('where earlier is better the customer long ago is best', () => {
    const set = changedCriterion(last, { direction: 'higher', prepare: fading(90) })
    expect(set.scoring).toEqual({ id: 'linear', worst: 1, best: 0 })
    expect(scored(set, [0])[0]).toBe(0)
    expect(scored(set, [90])[0]).toBeCloseTo(0.5, 14)
    const ranked = { ...set, scoring: { id: 'percentile' } as const }
    expect([...scored(ranked, [0, 10, 20])]).toEqual([0, 0.5, 1])
    expect([...scored({ ...ranked, direction: 'lower' }, [0, 10, 20])]).toEqual([1, 0.5, 0])
  })

  test('turning it on scores what is left, turning it off begins anew; ranks stay', () => {
    const own = criterion('x', {
      direction: 'lower',
      scoring: { id: 'linear', worst: 300, best: 5 },
    })
    const on = changedCriterion(own, { prepare: fading(30) })
    expect(on.scoring).toEqual({ id: 'linear', worst: 0, best: 1 })
    expect(on.prepare).toEqual({ winsorise: null, log: false, decay: 30 })
    expect(changedCriterion(on, { prepare: fading(60) }).scoring).toEqual(on.scoring)
    expect(changedCriterion(on, { prepare: null }).scoring).toEqual({
      id: 'linear',
      worst: null,
      best: null,
    })
    const ranked = changedCriterion(on, { scoring: { id: 'percentile' } })
    expect(changedCriterion(ranked, { prepare: null }).scoring).toEqual({ id: 'percentile' })
  })

  test('no half-life of 0 or less, none beside the logarithm', () => {
    for (const prepare of [fading(0), fading(-1), fading(NaN), fading(Infinity)])
      expect(() => changedCriterion(last, { prepare })).toThrowError(
        expect.objectContaining({ code: 'command.invalid' }) as Error,
      )
    expect(() => changedCriterion(last, { prepare: { ...fading(90), log: true } })).toThrowError(
      expect.objectContaining({ code: 'command.invalid' }) as Error,
    )
    expect(
      changedCriterion(last, { prepare: { winsorise: null, log: false, decay: null } }),
    ).not.toHaveProperty('prepare')
  })

  test('the nearest day that is enough is the last one, whatever is left on it', () => {
    const set = changedCriterion(last, { prepare: fading(90) })
    const values = Float64Array.of(1000, 200, 30)
    const utilities = values.map((x) => decayOf(x, 90))
    const effective = { parameters: Float64Array.of(0, 1), bounds: null }
    const reach = (needed: number) =>
      reachOfRaw(linear, set, effective, { values, utilities, from: 1000 }, needed)
    // by hand: 90·log2(1 ÷ 0.0013) = 862.8…, 90·log2(1 ÷ 0.3) = 156.3…
    expect(reach(0.0013)).toBe(862)
    expect(reach(0.3)).toBe(156)
    expect(reach(1.1)).toBeNaN()
  })

  test('days of what is left, and back', () => {
    expect(daysOf(0.25, 90)).toBe(180)
    expect(daysOf(1, 90)).toBe(0)
    expect(daysOf(0, 90)).toBe(Infinity)
  })
})
