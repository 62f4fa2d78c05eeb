import { describe, expect, test } from 'vitest'
import { finish } from '../../../src/core/steps.ts'
import { grade } from '../../../src/grading/grade.ts'
import { lint } from '../../../src/grading/lint/index.ts'
import { UtilityCache } from '../../../src/grading/utilityCache.ts'
import type { Scheme } from '../../../src/scheme/scheme.ts'
import {
  categories,
  criterion,
  numbers,
  schemeWith,
  tableOf,
} from '../../fixtures/gradingTables.ts'
import { bands, codes, found, linted, n, rising, scattered, series } from './linted.ts'

describe('the check of a scheme', () => {
  test('has nothing to say of two criteria that differ and both matter', () => {
    expect(
      linted([rising, scattered], [criterion('x', { weight: 60 }), criterion('y', { weight: 40 })]),
    ).toEqual([])
  })

  test('nothing at all without criteria, customers or values', () => {
    expect(linted([], [])).toEqual([])
    expect(
      linted(
        [
          numbers(
            'x',
            series(() => NaN),
          ),
        ],
        [criterion('x')],
      ),
    ).toEqual([])
    expect(
      finish(
        lint({
          table: tableOf([numbers('x', [])], 0),
          scheme: schemeWith([criterion('x')]),
          result: grade(
            tableOf([numbers('x', [])], 0),
            schemeWith([criterion('x')]),
            { overrides: new Map() },
            new UtilityCache(),
          ),
          moved: () => 0,
        }),
      ),
    ).toEqual([])
  })

  test('one criterion decides nearly alone: from 80 %', () => {
    const of = (weight: number) =>
      codes(
        [rising, scattered],
        [criterion('x', { weight }), criterion('y', { weight: 100 - weight })],
      )
    expect(of(80)).toContainEqual(['lint.oneCriterion', 'k_x'])
    expect(of(79)).not.toContainEqual(['lint.oneCriterion', 'k_x'])
    expect(codes([rising], [criterion('x')])).toEqual([])
  })

  test('several criteria on one column: all named, with their share', () => {
    const second = criterion('x', {
      id: 'k_2',
      name: 'again',
      scoring: { id: 'percentile' },
      weight: 30,
    })
    const issue = found(
      'lint.oneColumn',
      [rising, scattered],
      [criterion('x', { weight: 30 }), second, criterion('y', { weight: 40 })],
    )
    expect(issue).toMatchObject({
      about: 'k_x',
      detail: { column: 'x', criteria: ['x', 'again'], share: 0.6 },
    })
  })

  test('two criteria that say the same, or the opposite: by r of their points, the lighter one named', () => {
    const twin = numbers(
      'z',
      series((i) => 3 * i + 5 + (i % 2)),
    )
    const criteria = [
      criterion('x', { weight: 40 }),
      criterion('z', { weight: 25 }),
      criterion('y', { weight: 35 }),
    ]
    const same = found('lint.alike', [rising, twin, scattered], criteria)
    expect(same).toMatchObject({ about: 'k_z', detail: { criterion: 'z', other: 'x' } })
    expect(same?.detail['r']).toBeGreaterThan(0.999)
    const turned = criteria.map((one) =>
      one.column === 'z' ? { ...one, direction: 'lower' as const } : one,
    )
    expect(codes([rising, twin, scattered], turned)).toContainEqual(['lint.opposed', 'k_z'])
    // of fewer than ten customers with both nothing is said
    const few = numbers(
      'z',
      series((i) => (i < 9 ? i : NaN)),
    )
    expect(codes([rising, few, scattered], criteria)).not.toContainEqual(['lint.alike', 'k_z'])
  })

  test('filled-in points are no likeness', () => {
    const half = numbers(
      'z',
      series((i) => (i % 2 ? NaN : (i * 7) % n)),
    )
    const criteria = [
      criterion('x', { weight: 50 }),
      criterion('z', { weight: 50, missing: { id: 'fixed', utility: 0 } }),
    ]
    expect(codes([rising, half], criteria).map(([code]) => code)).not.toContain('lint.alike')
  })

  test('the same points for 95 % of the customers and more; a constant is reported elsewhere', () => {
    const of = (count: number) =>
      found(
        'lint.sameForMost',
        [
          numbers(
            'z',
            series((i) => (i < count ? 5 : 6 + i)),
          ),
          scattered,
        ],
        [criterion('z', { weight: 50 }), criterion('y', { weight: 50 })],
      )
    expect(of(95)).toMatchObject({ about: 'k_z', detail: { count: 95, share: 0.95, utility: 0 } })
    expect(of(94)).toBeUndefined()
    expect(of(100)).toBeUndefined()
  })

  test('a share below 3 %, with how many would move without it', () => {
    const criteria = [criterion('x', { weight: 98 }), criterion('y', { weight: 2 })]
    const issue = found('lint.smallShare', [rising, scattered], criteria)
    expect(issue).toMatchObject({ about: 'k_y', detail: { share: 0.02 } })
    // by hand: without y the scores are 100·i ÷ 99; with it 98·i ÷ 99 + 2·y ÷ 99
    const tier = (s: number) => [60, 40].findIndex((cutoff) => cutoff <= s)
    const moved = series((i) => i).filter(
      (i) => tier((100 * i) / 99) !== tier((98 * i + 2 * ((i * 37) % n)) / 99),
    )
    expect(issue?.detail['moved']).toBe(moved.length)
    expect(
      codes([rising, scattered], [criterion('x', { weight: 50 }), criterion('y', { weight: 0 })]),
    ).not.toContainEqual(['lint.smallShare', 'k_y'])
  })

  test('a criterion whose absence moves nobody, however much it weighs', () => {
    const same = numbers(
      'z',
      series((i) => 2 * i),
    )
    expect(
      codes([rising, same], [criterion('x', { weight: 60 }), criterion('z', { weight: 40 })]),
    ).toEqual(
      expect.arrayContaining([
        ['lint.movesNobody', 'k_x'],
        ['lint.movesNobody', 'k_z'],
      ]),
    )
  })

  test('a tier above the best score that anybody can have; bonus and floors can lift', () => {
    const capped = criterion('x', { weight: 50, scoring: bands(0, [50, 0.5]) })
    const criteria = [capped, criterion('y', { weight: 50 })]
    const lines = { tiering: { id: 'cutoffs', cutoffs: [80, 40] } } as const
    const issue = found('lint.tierBeyond', [rising, scattered], criteria, lines)
    expect(issue).toMatchObject({ about: 'a', detail: { tier: 'A', cutoff: 80, most: 75 } })
    const rule = (effect: NonNullable<Scheme['rules']>[number]['effect']) => ({
      rules: [
        {
          id: 'r',
          enabled: true,
          effect,
          conditions: [{ id: 'missing', column: 'x', not: true } as const],
        },
      ],
    })
    for (const effect of [
      { id: 'bonus', points: 5 },
      { id: 'floor', tier: 'a' },
    ] as const)
      expect(
        found('lint.tierBeyond', [rising, scattered], criteria, { ...lines, ...rule(effect) }),
      ).toBeUndefined()
    // whoever lacks the value is not held back by it
    const gaps = numbers(
      'x',
      series((i) => (i === 3 ? NaN : i)),
    )
    expect(found('lint.tierBeyond', [gaps, scattered], criteria, lines)).toBeUndefined()
    const fixed = [
      { ...capped, missing: { id: 'fixed', utility: 0 } as const },
      criterion('y', { weight: 50 }),
    ]
    expect(found('lint.tierBeyond', [gaps, scattered], fixed, lines)).toMatchObject({
      detail: { most: 75 },
    })
  })

  test('bands that turn back, repeat their neighbour, hold nobody, or leave most below', () => {
    const of = (scoring: ReturnType<typeof bands>) =>
      linted(
        [rising, scattered],
        [criterion('x', { weight: 50, scoring }), criterion('y', { weight: 50 })],
      )
        .filter(({ code }) => code.startsWith('lint.bands'))
        .map(({ code, detail }) => [code, detail])
    expect(of(bands(0, [25, 0.4], [50, 0.7], [75, 1]))).toEqual([])
    expect(of(bands(1, [25, 0.6], [75, 0]))).toEqual([])
    expect(of(bands(0, [25, 0.7], [50, 0.4], [75, 1]))).toEqual([
      ['lint.bandsTurn', { criterion: 'x', nth: 2 }],
    ])
    expect(of(bands(0, [25, 0.5], [50, 0.5], [75, 1]))).toEqual([
      ['lint.bandsSame', { criterion: 'x', nth: 1, next: 2 }],
    ])
    expect(of(bands(0, [25, 0.4], [98.5, 0.5], [98.7, 0.8], [200, 1]))).toEqual([
      ['lint.bandsEmpty', { criterion: 'x', bands: ['2', '4'] }],
    ])
    expect(of(bands(0.1, [51, 1]))).toEqual([
      ['lint.bandsBelow', { criterion: 'x', count: 51, share: 0.51, points: 10 }],
    ])
    expect(of(bands(0.1, [50, 1]))).toEqual([])
  })

  test('many customers exactly on a line', () => {
    const of = (count: number) =>
      found(
        'lint.tiesAtCutoff',
        [
          numbers(
            'x',
            series((i) => (i < count ? 60 : i === 98 ? 0 : i === 99 ? 100 : 70)),
          ),
        ],
        [criterion('x')],
      )
    expect(of(5)).toMatchObject({ about: 'a', detail: { tier: 'A', count: 5, cutoff: 60 } })
    expect(of(4)).toBeUndefined()
  })

  test('names of customers and columns never become code: any name is only shown', () => {
    const odd = numbers(
      'z',
      series((i) => i),
      { name: '__proto__' },
    )
    expect(
      codes(
        [odd, scattered],
        [criterion('z', { name: '__proto__', weight: 90 }), criterion('y', { weight: 10 })],
      ),
    ).toContainEqual(['lint.oneCriterion', 'k_z'])
    expect(
      codes(
        [categories('c', series((i) => i).map(String)), scattered],
        [
          criterion('c', { scoring: { id: 'lookup', points: [], other: 0.5 }, weight: 50 }),
          criterion('y', { weight: 50 }),
        ],
      ),
    ).toContainEqual(['lint.sameForMost', 'k_c'])
  })
})
