import { describe, expect, test } from 'vitest'
import { AppError } from '../../../../src/core/error.ts'
import { check } from '../../../../src/scheme/check.ts'
import { differencesOf } from '../../../../src/scheme/difference.ts'
import { setStability } from '../../../../src/scheme/edit.ts'
import type { Stability } from '../../../../src/scheme/scheme.ts'
import { actingStability } from '../../../../src/scheme/stability/index.ts'
import { pendingMeant, pendingText, tierMeant } from '../../../../src/scheme/stability/words.ts'
import { criterion, numbers, schemeWith, tableOf } from '../../../fixtures/gradingTables.ts'

const plain = schemeWith([criterion('a')])
const tiers = [
  { id: 'g', name: '金牌', label: '重点客户' },
  { id: 'a', name: 'A', label: '' },
  { id: 'b', name: 'B+', label: '' },
]

describe('switching settings on and off', () => {
  test('each is there once, in the order of the registry, rounded and within its limits', () => {
    const one = setStability(plain, 'oneStep', { id: 'oneStep' })
    const two = setStability(one, 'buffer', { id: 'buffer', points: 2.04 })
    const three = setStability(two, 'buffer', { id: 'buffer', points: 1000 })
    expect(three.stability).toEqual([{ id: 'buffer', points: 100 }, { id: 'oneStep' }])
    expect(two.stability?.[0]).toEqual({ id: 'buffer', points: 2 })
    const stay = { id: 'minimumStay', days: 0, onlyDown: true } as const
    expect(setStability(plain, 'minimumStay', stay).stability).toEqual([{ ...stay, days: 1 }])
    const many = { id: 'reviews', count: 1.4 } as const
    expect(setStability(plain, 'reviews', many).stability).toEqual([{ id: 'reviews', count: 2 }])
  })

  test('without any the scheme is as one that never had any', () => {
    const one = setStability(plain, 'oneStep', { id: 'oneStep' })
    expect(setStability(one, 'oneStep', null)).toEqual(plain)
    expect('stability' in setStability(one, 'oneStep', null)).toBe(false)
  })

  test('what is no number, or another setting, is refused', () => {
    const bad: readonly (readonly [Stability['id'], Stability])[] = [
      ['buffer', { id: 'buffer', points: NaN }],
      ['reviews', { id: 'reviews', count: Infinity }],
      ['buffer', { id: 'oneStep' }],
    ]
    for (const [id, set] of bad) expect(() => setStability(plain, id, set)).toThrow(AppError)
    expect(() => setStability(plain, 'spline' as 'buffer', null)).toThrow(AppError)
  })

  test('is a difference to the kept scheme', () => {
    const one = setStability(plain, 'oneStep', { id: 'oneStep' })
    expect(differencesOf(plain, one).map(({ what }) => what)).toEqual(['stability'])
    expect(differencesOf(one, one)).toEqual([])
  })

  test('a stored setting that holds no numbers rests instead of holding everybody', () => {
    const broken = { id: 'buffer', points: null } as unknown as Stability
    expect(actingStability({ ...plain, stability: [broken] })).toEqual([])
  })

  test('the buffer is said to rest where there are no lasting cut-offs', () => {
    const table = tableOf([numbers('a', [1, 2])], 2)
    const buffered = setStability(plain, 'buffer', { id: 'buffer', points: 2 })
    const codes = (scheme: typeof plain) => check(scheme, table).map(({ code }) => code)
    expect(codes(buffered)).not.toContain('stability.bufferRests')
    for (const id of ['naturalBreaks', 'valueShare'] as const) {
      const tiering =
        id === 'valueShare' ? { id, column: 'a', cumulative: [8000, 9500, 10000] } : { id }
      expect(codes({ ...buffered, tiering })).toContain('stability.bufferRests')
    }
  })
})

describe('words of a list', () => {
  test.each([
    ['金牌', 'g'],
    ['重点客户', 'g'], // by its label
    ['Ａ', 'a'],
    ['a级', 'a'],
    ['等级A', 'a'],
    ['b+', 'b'],
    ['B', null],
    ['银牌', null],
    ['', null],
  ])('%s means %s', (word, tier) => {
    expect(tierMeant(word, tiers)).toBe(tier)
  })

  test('what is pending reads back as it is written', () => {
    expect(pendingMeant(pendingText('金牌', 2), tiers)).toEqual({ tier: 'g', reviews: 2 })
    expect(pendingMeant('B+ x 3', tiers)).toEqual({ tier: 'b', reviews: 3 })
    for (const text of ['', '金牌', '银牌×2', 'A×0', '×2'])
      expect(pendingMeant(text, tiers)).toBeNull()
  })
})
