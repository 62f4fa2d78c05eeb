import type { Column, ColumnRole, ReadingId } from '../../../src/table/column.ts'
import { buildColumn } from '../../../src/table/builder.ts'
import { type ReadContext, defaultContext } from '../../../src/table/parse/reading.ts'
import type { RawCell } from '../../../src/table/raw.ts'

export const asOf = '2026-11-21'

/** A column of these cells, built as an import does. */
export function columnOf(
  reading: ReadingId,
  cells: readonly RawCell[],
  set: {
    id?: string
    role?: ColumnRole
    unit?: string | null
    context?: Partial<ReadContext>
  } = {},
): Column {
  const unit = set.unit ?? null
  return buildColumn(
    {
      id: set.id ?? 'c1',
      name: '列',
      group: null,
      role: set.role ?? 'other',
      reading,
      unit,
      context: { ...defaultContext(asOf), ...set.context },
    },
    cells,
  )
}
