import { buildColumn } from '../../src/table/builder.ts'
import { cellAt } from '../../src/table/cell.ts'
import type { Mark, ReadingId } from '../../src/table/column.ts'
import { type InferChoice, type InferredColumn, inferColumn } from '../../src/table/infer.ts'
import { isoDay } from '../../src/table/parse/calendar.ts'
import { defaultContext } from '../../src/table/parse/reading.ts'
import type { RawCell } from '../../src/table/raw.ts'

export const asOf = '2026-11-21'

/** A column as an import reads it: understood from header and cells, then built by the rules found. */
export function imported(header: string, cells: readonly RawCell[], choice: InferChoice = {}) {
  const inferred: InferredColumn = inferColumn(cells, header, defaultContext(asOf), choice)
  const { reading, role, unit, context } = inferred
  const column = buildColumn(
    { id: 'c1', name: header, group: null, role, reading, unit, context },
    cells,
  )
  const read = cells.map((cell, row) => {
    const { value, mark, original } = cellAt(column, row)
    return { cell, value: dated(reading, value), mark, original }
  })
  return { inferred, column, read }
}

/** Dates as text, so that expectations can be read. */
function dated(reading: ReadingId, value: number | boolean | string | null) {
  return reading === 'date' && typeof value === 'number' ? isoDay(value) : value
}

/** A cell, what it is, and what is said of it where that is not 'plain'. */
export type Expected = readonly [RawCell, number | boolean | string | null, Mark?]

/** One column of the page: its row, a header that such a column has, its cells. */
export interface Case {
  /** How the left-hand text of the row begins, on the page "Reading what people really write". */
  readonly row: string
  readonly header: string
  readonly cells: readonly Expected[]
  readonly reading: ReadingId
  readonly unit?: string | null
  /** Cells that such a column has beside them; they make it what it is. */
  readonly among?: readonly RawCell[]
  readonly choice?: InferChoice
  readonly issues?: readonly string[]
}
