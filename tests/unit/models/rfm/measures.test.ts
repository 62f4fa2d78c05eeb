import { describe, expect, test } from 'vitest'
import { measure, type Measuring } from '../../../../src/models/rfm/measures.ts'

/** Orders as [customer, day, amount]. */
type Order = readonly [customer: number, day: number, amount: number]
const measured = (orders: readonly Order[], customers: number, how: Partial<Measuring> = {}) =>
  measure(
    {
      customers: Int32Array.from(orders, ([customer]) => customer),
      days: Float64Array.from(orders, ([, day]) => day),
      amounts: Float64Array.from(orders, ([, , amount]) => amount),
      unit: null,
    },
    customers,
    { asOf: 100, window: null, monetary: 'total', ...how },
  )

describe('measures of purchases', () => {
  test('the last day counts, wherever it stands, also before 1970', () => {
    const { measures } = measured(
      [
        [0, 90, 1],
        [0, 97, 1],
        [0, 95, 1],
        [1, -5, 1],
        [1, -9, 1],
      ],
      2,
    )
    expect([...measures.recency]).toEqual([3, 105])
    expect([...measures.frequency]).toEqual([3, 2])
  })

  test('money is the total, or the average of the orders whose amount is known', () => {
    const orders: readonly Order[] = [
      [0, 90, 30],
      [0, 91, NaN],
      [0, 92, 60],
      [1, 90, NaN],
    ]
    const { measures } = measured(orders, 2, { monetary: 'average' })
    expect([...measures.monetary]).toEqual([45, NaN])
    expect([...measures.totals]).toEqual([90, NaN])
    expect([...measures.frequency]).toEqual([3, 1])
    expect([...measured(orders, 2).measures.monetary]).toEqual([90, NaN])
  })

  test('a credit note takes from the money and is no purchase', () => {
    const { measures } = measured(
      [
        [0, 90, 30],
        [0, 99, -10],
        [1, 99, -10],
      ],
      2,
    )
    expect([...measures.recency]).toEqual([10, NaN])
    expect([...measures.frequency]).toEqual([1, NaN])
    expect([...measures.monetary]).toEqual([20, NaN])
  })

  test('an order of nothing is a purchase', () => {
    const { measures } = measured([[0, 90, 0]], 1)
    expect([measures.frequency[0], measures.monetary[0]]).toEqual([1, 0])
  })

  test('orders of later days, without a day and of nobody do not count, and are counted', () => {
    const { measures, leftOut } = measured(
      [
        [0, 100, 1],
        [0, 101, 1],
        [0, NaN, 1],
        [-1, 50, 1],
        [-1, NaN, 1],
      ],
      1,
    )
    expect([...measures.recency]).toEqual([0])
    expect([...measures.frequency]).toEqual([1])
    expect(leftOut).toEqual({ undated: 1, later: 1 })
  })

  test('a window of 10 days is the as-of day and the nine before; who bought earlier has no measures', () => {
    const orders: readonly Order[] = [
      [0, 91, 1],
      [0, 90, 2],
      [1, 90, 4],
      [2, 100, 8],
    ]
    const { measures } = measured(orders, 3, { window: 10 })
    expect([...measures.recency]).toEqual([9, NaN, 0])
    expect([...measures.frequency]).toEqual([1, NaN, 1])
    expect([...measures.monetary]).toEqual([1, NaN, 8])
  })

  test('equal money is equal however it is summed', () => {
    const parts: readonly Order[] = [
      [0, 90, 0.1],
      [0, 90, 0.2],
      [1, 90, 0.3],
      [2, 90, 0.2],
      [2, 90, 0.1],
    ]
    const { measures } = measured([...parts, [3, 90, 123456.78]], 4)
    expect(measures.monetary[0]).toBe(0.3)
    expect(measures.monetary[2]).toBe(0.3)
    expect(measures.monetary[3]).toBe(123456.78)
    const { measures: averages } = measured(
      [
        [0, 9, 0.1],
        [0, 9, 0.1],
        [0, 9, 0.1],
        [1, 9, 0.1],
      ],
      2,
      { monetary: 'average' },
    )
    expect(averages.monetary[0]).toBe(averages.monetary[1])
  })

  test('no orders at all, and no customers', () => {
    expect([...measured([], 2).measures.recency]).toEqual([NaN, NaN])
    expect(measured([], 0).measures.frequency.length).toBe(0)
  })
})
