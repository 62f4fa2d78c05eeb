import { describe, expect, test } from 'vitest'
import type { Criterion, Rule, Scoring } from '../../../src/scheme/scheme.ts'
import { criterion, numbers } from '../../fixtures/gradingTables.ts'
import { bands, codes, found, linted, rising, scattered, series } from './linted.ts'

const two = (x: Partial<Criterion>, y: Partial<Criterion> = {}) => [
  criterion('x', { weight: 50, ...x }),
  criterion('y', { weight: 50, ...y }),
]
const gaps = numbers(
  'x',
  series((i) => (i === 3 ? NaN : i)),
)

describe('how grave a finding is', () => {
  test.each([
    ['lint.bandsTurn', 'warning', bands(0, [25, 0.7], [50, 0.4], [75, 1])],
    ['lint.bandsSame', 'info', bands(0, [25, 0.5], [50, 0.5], [75, 1])],
    ['lint.bandsEmpty', 'info', bands(0, [25, 0.4], [98.5, 0.5], [98.7, 0.8], [200, 1])],
    ['lint.bandsBelow', 'warning', bands(0.1, [51, 1])],
  ] as const)('%s is told as %s', (code, level, scoring) => {
    expect(found(code, [rising, scattered], two({ scoring }))).toMatchObject({
      level,
      about: 'k_x',
    })
  })

  test('what costs points warns, what is only idle informs', () => {
    const twin = numbers(
      'z',
      series((i) => 3 * i + (i % 2)),
    )
    const alike = [criterion('x', { weight: 40 }), criterion('z', { weight: 60 })]
    expect(found('lint.alike', [rising, twin], alike)).toMatchObject({
      level: 'warning',
      about: 'k_x', // the lighter one, whichever comes first
      detail: { criterion: 'x', other: 'z' },
    })
    const small = [criterion('x', { weight: 98 }), criterion('y', { weight: 2 })]
    expect(found('lint.smallShare', [rising, scattered], small)).toMatchObject({ level: 'info' })
    const capped = two({ scoring: bands(0, [50, 0.5]) })
    const lines = { tiering: { id: 'cutoffs', cutoffs: [80, 40] } } as const
    expect(found('lint.tierBeyond', [rising, scattered], capped, lines)).toMatchObject({
      level: 'warning',
    })
  })
})

describe('who is looked at', () => {
  const twin = numbers(
    'z',
    series((i) => 2 * i),
  )

  test('criteria without weight or switched off are like nobody', () => {
    const of = (other: Partial<Criterion>) =>
      codes(
        [rising, twin, scattered],
        [
          criterion('z', { weight: 30, ...other }),
          criterion('x', { weight: 40 }),
          criterion('y', { weight: 30 }),
        ],
      ).map(([code]) => code)
    expect(of({})).toContain('lint.alike')
    expect(of({ weight: 0 })).not.toContain('lint.alike')
    expect(of({ enabled: false })).not.toContain('lint.alike')
  })

  test('one switched off before another leaves the others in their places', () => {
    const off = criterion('y', { enabled: false, weight: 50 })
    const first = criterion('x', { weight: 50, scoring: bands(0.1, [51, 1]) })
    expect(found('lint.bandsBelow', [rising, scattered], [off, first])).toMatchObject({
      about: 'k_x',
      detail: { count: 51 },
    })
  })

  test('a share of exactly 3 % is not small', () => {
    const of = (weight: number) =>
      codes(
        [rising, scattered],
        [criterion('x', { weight: 100 - weight }), criterion('y', { weight })],
      )
    expect(of(3)).not.toContainEqual(['lint.smallShare', 'k_y'])
    expect(of(2.9)).toContainEqual(['lint.smallShare', 'k_y'])
  })
})

describe('the best score that anybody can have', () => {
  const most = (scoring: Scoring, more: Partial<Criterion> = {}, column = rising) =>
    found('lint.tierBeyond', [column, scattered], two({ scoring, ...more }), {
      tiering: { id: 'cutoffs', cutoffs: [99.5, 40] },
    })?.detail['most']
  const points = (...list: readonly number[]) =>
    list.map((utility, at) => ({ x: at * 40, utility }))

  // by hand: half of the weight at its best, 100 × (most of x + 1) ÷ 2
  test.each([
    [{ id: 'piecewise', points: points(0.2, 0.6, 0.4) }, 80],
    [{ id: 'piecewise', points: [] }, undefined],
    [{ id: 'percentile' }, undefined],
    [{ id: 'quantileBins', bins: 5 }, undefined],
  ] as [Scoring, number | undefined][])('of %j it is %s', (scoring, expected) => {
    expect(most(scoring)).toBe(expected)
  })

  test('what is filled in where a value is missing counts, if any is missing', () => {
    const fixed = { missing: { id: 'fixed', utility: 0.8 } } as const
    expect(most(bands(0, [50, 0.5]), fixed)).toBe(75)
    expect(most(bands(0, [50, 0.5]), fixed, gaps)).toBe(90)
    const low = { missing: { id: 'fixed', utility: 0.3 } } as const
    expect(most(bands(0, [50, 0.5]), low, gaps)).toBe(75)
  })

  test('a criterion that is switched off gives nothing and takes nobody else’s place', () => {
    const off = criterion('y', { enabled: false, weight: 50 })
    const capped = criterion('x', { weight: 50, scoring: bands(0, [50, 0.5]) })
    const issue = found('lint.tierBeyond', [rising, scattered], [off, capped], {
      tiering: { id: 'cutoffs', cutoffs: [80, 40] },
    })
    expect(issue?.detail).toMatchObject({ most: 50, cutoff: 80 })
  })

  test('only floors that are on lift, to their own tier; other methods draw lines that somebody reaches', () => {
    const capped = two({ scoring: bands(0, [50, 0.5]) })
    const of = (rule: Pick<Rule, 'enabled' | 'effect'>) =>
      found('lint.tierBeyond', [rising, scattered], capped, {
        tiering: { id: 'cutoffs', cutoffs: [80, 40] },
        rules: [{ id: 'r', conditions: [{ id: 'missing', column: 'x', not: true }], ...rule }],
      })
    expect(of({ enabled: true, effect: { id: 'floor', tier: 'a' } })).toBeUndefined()
    expect(of({ enabled: false, effect: { id: 'floor', tier: 'a' } })).toBeDefined()
    expect(of({ enabled: true, effect: { id: 'floor', tier: 'b' } })).toBeDefined()
    expect(of({ enabled: true, effect: { id: 'cap', tier: 'a' } })).toBeDefined()
    expect(of({ enabled: false, effect: { id: 'bonus', points: 9 } })).toBeDefined()
    const quota = { tiering: { id: 'quota', cumulative: [2000, 5000, 10000] } } as const
    expect(linted([rising, scattered], capped, quota).map(({ code }) => code)).not.toContain(
      'lint.tierBeyond',
    )
  })
})
