import { type RawSheet, cellOf, textOf } from './importer.ts'
import type { SheetLayout } from './layout/layout.ts'
import type { ImportPlan } from './plan.ts'

type Sample = ImportPlan['sample']
type Part = Sample[number]['part']

const longest = 200 // characters of a cell
const dataRows = 8
const titleRows = 12
const totalRows = 5

/** The first rows as they stand, and the total rows, each with the part it plays. */
export function previewRows(sheet: RawSheet, { layout, rows, notes }: SheetLayout): Sample {
  const headerTo = layout.headerFrom + layout.headerRows
  const titlesTo = layout.headerFrom < 0 ? layout.dataFrom : layout.headerFrom
  const shown: { row: number; part: Part; texts: readonly string[] }[] = []
  const show = (row: number, part: Part) => {
    const texts = sheet.columns.map((_, column) => textOf(cellOf(sheet, row, column)))
    const blank = texts.every((text) => text === '')
    shown.push({
      row,
      part: blank ? 'blank' : part,
      texts: texts.map((text) => (text.length > longest ? `${text.slice(0, longest)}…` : text)),
    })
  }
  for (let row = Math.max(0, titlesTo - titleRows); row < titlesTo; row++) show(row, 'title')
  for (let row = Math.max(0, layout.headerFrom); row < headerTo; row++) show(row, 'header')
  for (const row of rows.subarray(0, dataRows)) show(row, 'data')
  for (const row of layout.totals.slice(0, totalRows)) show(row, 'total')
  for (const row of notes.slice(0, totalRows)) show(row, 'title')
  return shown.sort((a, b) => a.row - b.row)
}
