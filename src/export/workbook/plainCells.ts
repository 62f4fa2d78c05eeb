import { customersOf } from '../../project/customersOf.ts'
import { originalAt, valueAt } from '../../table/cell.ts'
import type { Column, RowId } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import { overrideTexts } from '../overrides.ts'
import { pointsOf, textsOf } from '../texts.ts'
import type { SheetCell } from '../xlsx/xml.ts'
import type { BookColumn } from './bookColumn.ts'
import { serialOf } from './serial.ts'

/** A value as a cell of the workbook; missing = empty. Dates before 1900-03-01 stand as text: Excel cannot hold them. */
function valueCell(column: Column, row: RowId): SheetCell {
  const value = valueAt(column, row)
  if (value === null) return null
  if (column.type !== 'date' || typeof value !== 'number') return value
  const serial = serialOf(value)
  return serial < 61 ? new Date(value * 86_400_000).toISOString().slice(0, 10) : serial
}

/** Cells of the customer's own table. Words that formulas look up stand as their values; what could not be read stays as written. */
function sourceCell(input: ExportInput, column: Column): (row: RowId) => SheetCell {
  const { yes, no } = input.words.workbook.validation
  const text = textsOf(column, input)
  switch (column.type) {
    case 'boolean':
      return (row) => {
        const value = valueAt(column, row)
        return value === null ? originalAt(column, row) : value === true ? yes : no
      }
    case 'category':
      return (row) => {
        const value = valueAt(column, row)
        const original = originalAt(column, row)
        return value === null || column.role === 'tier' ? (original ?? value) : value
      }
    case 'text':
      if (!column.originals) return (row) => text(row) || null
      return (row) => (valueAt(column, row) === null ? originalAt(column, row) : text(row))
    case 'number':
    case 'date':
      return (row) => originalAt(column, row) ?? valueCell(column, row)
  }
}

/** Cells that are not formulas. */
export function plainCell(input: ExportInput, { purpose }: BookColumn): (row: RowId) => SheetCell {
  switch (purpose.kind) {
    case 'source':
      return sourceCell(input, purpose.column)
    case 'number':
      return (row) => valueCell(purpose.column, row)
    case 'utility': {
      const utilities = input.result.utilities[purpose.criterion]?.values
      return (row) => orNull(utilities?.[row] ?? NaN)
    }
    case 'override':
    case 'reason':
      return overrideCell(input, purpose.kind)
    case 'points': {
      const points = pointsOf(input)
      return (row) => orNull(points(row)[purpose.criterion] ?? NaN)
    }
    case 'prepared':
    case 'group':
    case 'withinCount':
    case 'withinAbove':
    case 'score':
    case 'toNext':
    case 'computed':
    case 'final':
    case 'completeness':
    case 'settled':
    case 'since':
    case 'pending':
    case 'reviewed':
    case 'earlierTier':
    case 'earlierNumber':
    case 'earlierSince':
    case 'earlierPending':
    case 'earlierReviews':
      return () => null // a formula, or beside one
  }
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

function overrideCell(input: ExportInput, kind: 'override' | 'reason'): (row: RowId) => SheetCell {
  const texts = overrideTexts(input, customersOf(input.document))
  return (row) => {
    const { tier, reason } = texts(row)
    return (kind === 'reason' ? reason : tier) || null
  }
}
