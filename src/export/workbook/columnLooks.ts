import type { Column } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import { plainText } from '../texts.ts'
import type { Look } from '../xlsx/styles.ts'

/** Few points are never shown as none. */
export const gap: Look = { align: 'right', format: '[<0.05]0.0########;0.0' }
export const day: Look = { align: 'center', format: 'yyyy\\-mm\\-dd' }

export function lookOf(column: Column): Look {
  switch (column.type) {
    case 'number':
      return { align: 'right', format: numberFormat(column.reading, column.values) }
    case 'date':
      return day
    case 'boolean':
      return { align: 'center' }
    case 'category':
      return { align: column.reading === 'tier' ? 'center' : 'left' }
    case 'text':
      if (column.formula !== undefined) return { align: 'left' } // Excel would show the formula itself
      return { align: 'left', format: '@' } // codes and phones keep their digits when they are edited
  }
}

function numberFormat(reading: Column['reading'], values: Float64Array): string {
  let decimals = 0
  for (const value of values) {
    if (Number.isNaN(value) || Number.isInteger(value)) continue
    decimals = Number.isInteger(Math.round(value * 1e6) / 1e5) ? Math.max(decimals, 1) : 2
    if (decimals === 2) break
  }
  if (reading === 'percent' || reading === 'discount')
    return reading === 'percent' ? '0.0%' : '0.00'
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

/** In characters, from the header and up to 200 texts; a Chinese character is two wide. */
export function widthOf(column: Column, input: ExportInput): number {
  const wide = (text: string) =>
    [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2.1 : 1.1), 0)
  let width = wide(column.name)
  const step = Math.max(1, Math.floor(input.rows.length / 200))
  for (let i = 0; i < input.rows.length; i += step)
    width = Math.max(width, wide(plainText(column, input.rows[i] ?? 0, input)))
  return Math.min(40, Math.max(8, Math.ceil(width) + 3))
}
