import { describe, expect, test } from 'vitest'
import { asOfFor } from '../../../src/engine/recordDays.ts'
import { dayOf } from '../../../src/scheme/day.ts'
import { tableOf } from '../../../src/table/builder.ts'
import type { DateColumn } from '../../../src/table/column.ts'

/** Orders of these days. */
const ordersOn = (...days: string[]) => {
  const when: DateColumn = {
    id: 'when',
    name: '下单日期',
    group: null,
    role: 'when',
    reading: 'date',
    unit: null,
    revision: 1,
    originals: null,
    marks: null,
    type: 'date',
    values: Float64Array.from(days, dayOf),
  }
  return tableOf('orders', [when])
}

describe('the day that a new project looks from', () => {
  test('is today while orders are fresh', () => {
    expect(asOfFor([ordersOn('2026-01-02', '2026-10-30')], '2026-11-26')).toBe('2026-11-26')
  })
  test('is the last order where orders end long before today', () => {
    expect(asOfFor([ordersOn('2011-12-09', '2010-12-01')], '2026-11-26')).toBe('2011-12-09')
  })
  test('is no day in the future', () => {
    expect(asOfFor([ordersOn('2026-11-20', '2099-01-01')], '2026-11-26')).toBe('2026-11-26')
  })
  test('is today where nothing tells its day', () => {
    expect(asOfFor([ordersOn('')], '2026-11-26')).toBe('2026-11-26')
    expect(asOfFor([], '2026-11-26')).toBe('2026-11-26')
  })
})
