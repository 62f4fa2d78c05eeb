import { isFigure } from '../models/figureIds.ts'
import type { Column, NumberColumn, RowId } from '../table/column.ts'
import { readings } from '../table/parse/index.ts'

/**
 * Calculated numbers as the sheet shows them, to digits that mean something: 5.3%, 55.33, 0.0042. The cells keep all of
 * theirs. Null: not such a column.
 */
export function figureTexts(column: Column | undefined): ((row: RowId) => string) | null {
  if (column?.type !== 'number' || !isFigure(column.id)) return null
  const { write } = readings.get(column.reading)
  const rounded = rounding(column)
  return (row) => {
    const value = column.values[row] ?? NaN
    return Number.isNaN(value) ? '' : write(rounded(value), column.unit)
  }
}

function rounding({ reading }: NumberColumn): (value: number) => number {
  if (reading === 'percent') return (value) => Math.round(value * 1000) / 1000
  return (value) =>
    Math.abs(value) < 0.1 ? Number(value.toPrecision(2)) : Math.round(value * 100) / 100
}
