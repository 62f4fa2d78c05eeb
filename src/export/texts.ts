import { criterionPoints } from '../grading/points.ts'
import { textAt } from '../table/cell.ts'
import type { Column, RowId } from '../table/column.ts'
import { writeCell, writeNumeric } from '../table/parse/cell.ts'
import { maskIdentity } from '../table/parse/identity.ts'
import { readings } from '../table/parse/index.ts'
import type { ExportInput } from './exporter.ts'

/** Keeps the first three and the last four digits: 138****6021. Shorter or already masked texts keep what they show. */
export function maskPhone(text: string): string {
  const digits = [...text].filter((char) => char >= '0' && char <= '9').length
  if (digits < 8) return text
  let seen = 0
  return text.replace(/\d/g, (digit) => {
    seen++
    return seen <= 3 || seen > digits - 4 ? digit : '*'
  })
}

/** A cell as the sheet shows it, without thousands separators. */
export function plainText(column: Column, row: RowId, input: ExportInput): string {
  const text = writeCell(column, row)
  return maskOf(column, input)?.(text) ?? text
}

/** How the column's personal numbers are masked; null = its texts stand as they are. */
function maskOf({ reading }: Column, { options }: ExportInput): ((text: string) => string) | null {
  if (reading === 'phone' && options.maskPhones) return maskPhone
  return reading === 'identity' && options.maskIdentities ? maskIdentity : null
}

/** Whether the column's personal numbers do not stand in the file as they are. */
export const isMasked = (column: Column, input: ExportInput) => maskOf(column, input) !== null

/** The same for a column's many rows: what all share is settled once, a day that comes again is not written again. */
export function textsOf(column: Column, input: ExportInput): (row: RowId) => string {
  if (maskOf(column, input)) return (row) => plainText(column, row, input)
  const own = valueTexts(column)
  const { originals } = column
  if (!originals) return own
  return (row) => {
    const code = originals.codes[row] ?? 0
    return code === 0 ? own(row) : (originals.dictionary[code] ?? '')
  }
}

function valueTexts(column: Column): (row: RowId) => string {
  switch (column.type) {
    case 'text':
      return (row) => textAt(column, row)
    case 'category':
      return (row) => column.dictionary[column.codes[row] ?? 0] ?? ''
    case 'boolean':
      return (row) => writeCell(column, row)
    case 'number':
      return (row) => writeNumeric(column, column.values[row] ?? NaN)
    case 'date': {
      const { write } = readings.get(column.reading)
      const written = new Map<number, string>()
      return (row) => {
        const day = column.values[row] ?? NaN
        if (Number.isNaN(day)) return ''
        let text = written.get(day)
        if (text === undefined) {
          text = write(day, column.unit)
          if (written.size < keptTexts) written.set(day, text)
        }
        return text
      }
    }
  }
}

const keptTexts = 10_000

/** Customers whose phone number would stand in the file unmasked, of the columns that are in it. */
export function countPhones({ options, rows }: ExportInput, columns: readonly Column[]): number {
  if (options.maskPhones) return 0
  const phones = columns.filter((column) => column.reading === 'phone')
  if (phones.length === 0) return 0
  let count = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0
    if (phones.some((column) => column.type === 'text' && textAt(column, row) !== '')) count++
  }
  return count
}

/** Score to at most nine decimals, the step it is snapped to: no tail of binary digits. */
export const scoreText = (score: number) =>
  Number.isNaN(score) ? '' : String(Math.round(score * 1e9) / 1e9)

/** Points of each enabled criterion for one customer; NaN = left out. */
export function pointsOf({ result, document }: ExportInput): (row: RowId) => readonly number[] {
  return criterionPoints(document.scheme, result)
}
