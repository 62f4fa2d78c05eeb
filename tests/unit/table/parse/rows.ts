import { describe, expect, test } from 'vitest'
import type { Mark, ReadingId } from '../../../../src/table/column.ts'
import { isoDay } from '../../../../src/table/parse/calendar.ts'
import { readings } from '../../../../src/table/parse/index.ts'
import { type ReadContext, defaultContext } from '../../../../src/table/parse/reading.ts'
import type { RawCell } from '../../../../src/table/raw.ts'

export const asOf = '2026-11-21'

export function read(reading: ReadingId, cell: RawCell, context: Partial<ReadContext> = {}) {
  return readings.get(reading).read(cell, { ...defaultContext(asOf), ...context })
}
/** Dates as text, so that rows can be read. */
export function shown(reading: ReadingId, cell: RawCell, context: Partial<ReadContext> = {}) {
  const { value } = read(reading, cell, context)
  return reading === 'date' && typeof value === 'number' ? isoDay(value) : value
}

type Row = readonly [RawCell, number | string | boolean | null, Mark?, Partial<ReadContext>?]

/** Each row of the table in the specification "Reading what people really write"; the title is its left-hand cell. */
export function rows(
  title: string,
  reading: ReadingId,
  list: readonly Row[],
  base?: Partial<ReadContext>,
) {
  describe(title, () => {
    test.each(list.map((row) => ({ row, name: JSON.stringify(row[0]) })))(
      `$name as ${reading}`,
      ({ row: [cell, value, mark = 'plain', context] }) => {
        const all = { ...base, ...context }
        expect(shown(reading, cell, all)).toBe(value)
        expect(read(reading, cell, all).mark).toBe(mark)
      },
    )
  })
}
