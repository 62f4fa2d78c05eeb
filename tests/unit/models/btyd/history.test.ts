import { describe, expect, test } from 'vitest'
import { historyOf } from '../../../../src/models/btyd/history.ts'
import { patternsOf } from '../../../../src/models/btyd/patterns.ts'
import { spendDaysOf } from '../../../../src/models/btyd/spendDays.ts'

type Purchase = readonly [customer: number, day: number, amount: number]

function historyFrom(purchases: readonly Purchase[], count: number, asOf: number) {
  const given = {
    customers: Int32Array.from(purchases, ([customer]) => customer),
    days: Float64Array.from(purchases, ([, day]) => day),
    amounts: Float64Array.from(purchases, ([, , amount]) => amount),
  }
  const { frequency, recency, age, monetary } = historyOf(spendDaysOf(given, count, asOf), asOf)
  return Array.from({ length: count }, (_, row) => [
    frequency[row],
    recency[row],
    age[row],
    monetary[row],
  ])
}

describe('histories', () => {
  test('count repeat days, first to last day, first day to as-of day, and the mean of repeat days', () => {
    const purchases: Purchase[] = [
      [0, 40, 30],
      [0, 10, 100],
      [0, 20.7, 5], // the same day as the next
      [0, 20.2, 15],
      [1, 12, 7],
    ]
    expect(historyFrom(purchases, 3, 50)).toEqual([
      [2, 30, 40, 25],
      [0, 0, 38, NaN],
      [0, NaN, NaN, NaN], // never bought
    ])
  })

  test('know nothing of purchases after the as-of day, without a day, or of nobody', () => {
    const purchases: Purchase[] = [
      [0, 10, 1],
      [0, 51, 1],
      [0, NaN, 1],
      [-1, 20, 1],
      [7, 20, 1],
    ]
    expect(historyFrom(purchases, 1, 50)).toEqual([[0, 0, 40, NaN]])
  })

  test('take a day that was given back in whole for no purchase, a free one for one', () => {
    const purchases: Purchase[] = [
      [0, 10, 80],
      [0, 20, 50],
      [0, 20, -50], // bought and brought back
      [0, 30, 0], // a gift
      [0, 40, 20],
      [0, 40, -5],
    ]
    expect(historyFrom(purchases, 1, 50)).toEqual([[2, 30, 40, 7.5]])
  })

  test('take a later credit note from the purchase before it, and drop one before all', () => {
    const purchases: Purchase[] = [
      [0, 5, -99],
      [0, 10, 80],
      [0, 20, 50],
      [0, 35, -20],
      [1, 10, 80],
      [1, 12, -30], // of the first purchase: no repeat money
      [1, 20, 50],
    ]
    expect(historyFrom(purchases, 2, 50)).toEqual([
      [1, 10, 40, 30],
      [1, 10, 40, 50],
    ])
  })

  test('mean the days of which an amount is known', () => {
    const purchases: Purchase[] = [
      [0, 10, 5],
      [0, 20, NaN],
      [0, 30, 40],
      [1, 10, NaN],
      [1, 20, NaN],
    ]
    expect(historyFrom(purchases, 2, 50)).toEqual([
      [2, 20, 40, 40],
      [1, 10, 40, NaN],
    ])
  })

  test('sort days that are far apart, and before 1970', () => {
    const purchases: Purchase[] = [
      [0, 200_000, 3],
      [0, -300_000, 1],
      [0, 70_000, 2],
    ]
    expect(historyFrom(purchases, 1, 300_000)).toEqual([[2, 500_000, 600_000, 2.5]])
  })
})

describe('patterns', () => {
  test('stand for all who bought alike, and for nobody who did not or whose history cannot be', () => {
    const patterns = patternsOf({
      frequency: Float64Array.of(2, 0, 2, 0, 0, 1, 3, 2.5),
      recency: Float64Array.of(10.5, 0, 10.5, 0, NaN, 30, 5, 1),
      age: Float64Array.of(20, 20, 20, 20, NaN, 20, 20, 20),
    })
    expect(patterns.size).toBe(3)
    expect([...patterns.of]).toEqual([0, 1, 0, 1, -1, -1, 2, -1])
    expect([...patterns.weight]).toEqual([2, 2, 1])
    expect([...patterns.recency]).toEqual([10.5, 0, 5])
    expect([patterns.customers, patterns.repeaters]).toEqual([5, 3])
    expect([...patterns.above]).toEqual([3, 3, 1]) // customers with more than 0, 1, 2 repeat purchases
  })
})
