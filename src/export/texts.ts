import { ungraded } from '../grading/result.ts'
import { customersId } from '../project/document.ts'
import { textAt } from '../table/cell.ts'
import type { Column, RowId } from '../table/column.ts'
import { customerKey } from '../table/key.ts'
import { writeCell } from '../table/parse/cell.ts'
import type { Table } from '../table/table.ts'
import type { ExportInput } from './exporter.ts'

export function customersOf(input: ExportInput): Table {
  const table = input.document.tables[customersId]
  if (!table) throw new Error('a document without customers cannot be exported')
  return table
}

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
  return input.options.maskPhones && column.reading === 'phone' ? maskPhone(text) : text
}

/** Customers whose phone number would stand in the file unmasked. */
export function countPhones(input: ExportInput): number {
  if (input.options.maskPhones) return 0
  const columns = customersOf(input).columns.filter((column) => column.reading === 'phone')
  if (columns.length === 0) return 0
  let count = 0
  for (let i = 0; i < input.rows.length; i++) {
    const row = input.rows[i] ?? 0
    if (columns.some((column) => column.type === 'text' && textAt(column, row) !== '')) count++
  }
  return count
}

/** Score to at most nine decimals, the step it is snapped to: no tail of binary digits. */
export const scoreText = (score: number) => String(Number(score.toFixed(9)))

/** The columns of the result, as texts: score, tier, the computed tier where it was set by hand, reason, completeness. */
export function resultTexts(input: ExportInput): {
  readonly headers: readonly string[]
  texts(row: RowId): string[]
} {
  const { document, result, words, options } = input
  const table = customersOf(input)
  const { tiers, criteria } = document.scheme
  const names = words.workbook.columns
  const enabled = criteria.filter((criterion) => criterion.enabled)
  const tierName = (index: number | undefined) =>
    index === undefined || index === ungraded ? '' : (tiers[index]?.name ?? '')
  return {
    headers: [
      names.score,
      names.tier,
      names.computedTier,
      names.reason,
      names.completeness,
      ...(options.details ? enabled.map((criterion) => names.pointsOf(criterion.name)) : []),
    ],
    texts(row) {
      const score = result.score[row] ?? NaN
      const final = result.final[row]
      const settled = result.settled[row]
      const override = document.overrides.get(customerKey(table, row))
      const texts = [
        Number.isNaN(score) ? '' : scoreText(score),
        tierName(final),
        tierName(settled),
        override?.reason ?? '',
        String(Math.round((result.completeness[row] ?? 0) * 1000) / 1000),
      ]
      if (options.details)
        for (const points of pointsOf(input, row))
          texts.push(Number.isNaN(points) ? '' : scoreText(points))
      return texts
    },
  }
}

/** Points of each enabled criterion for one customer (100 · share · utility); NaN = left out. */
export function pointsOf(input: ExportInput, row: RowId): readonly number[] {
  const { result, document } = input
  const enabled = document.scheme.criteria.filter((criterion) => criterion.enabled)
  let total = 0
  for (const [index, criterion] of enabled.entries())
    if (!Number.isNaN(result.utilities[index]?.values[row] ?? NaN)) total += criterion.weight
  return enabled.map((criterion, index) => {
    const utility = result.utilities[index]?.values[row] ?? NaN
    return total > 0 ? (100 * criterion.weight * utility) / total : NaN
  })
}
