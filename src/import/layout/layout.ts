import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { findHeaderRow } from './headerRow.ts'
import { type Header, type HeaderSpan, headersOf, headerSpan } from './headers.ts'
import { type RawSheet, cellOf, isBlank, textOf } from '../importer.ts'
import { isNote, isTyped, totalText } from './look.ts'
import { mergedView } from './merged.ts'
import type { ImportChoices, Layout } from '../plan.ts'

/** Where the table stands in its sheet. Rows and columns as in the file, 0-based. */
export interface SheetLayout {
  readonly layout: Layout
  readonly headers: readonly Header[] // of the columns that hold something, by their place
  readonly rows: Uint32Array // the customers, blank and total rows left out
  readonly notes: readonly number[] // rows below the data that are no customers: 制表人：… · 数据来源：…
}

/**
 * Skips titles and notes, finds up to three header rows, the customers, total rows and closing notes.
 * Throws `file.headerOnly` when there is a header and nothing below, `file.empty` when there is nothing at all.
 */
export async function findLayout(
  sheet: RawSheet,
  choices: ImportChoices,
  job: Job,
): Promise<SheetLayout> {
  const firstRow = firstFilled(sheet, 0)
  if (firstRow < 0) throw new AppError('file.empty', { sheet: sheet.name })
  const merged = mergedView(sheet)
  const chosen = chosenSpan(sheet, choices)
  const span =
    chosen === undefined ? headerSpan(sheet, merged, findHeaderRow(sheet, merged)) : chosen
  const dataFrom = span ? span.to : firstRow
  const headers = headersOf(sheet, merged, span, dataFrom)
  const notes = closingNotes(sheet, dataFrom)
  const dataTo = notes[0] ?? sheet.rowCount
  const rows = new Uint32Array(Math.max(0, dataTo - dataFrom))
  const totals: number[] = []
  let count = 0
  for (let row = dataFrom; row < dataTo; row++) {
    if (row % 1_024 === 0)
      await job.checkpoint({ step: 'type', done: row - dataFrom, total: dataTo - dataFrom })
    const kind = kindOf(sheet, row)
    if (kind === 'total' && choices.includeTotals !== true) totals.push(row)
    else if (kind !== 'blank') rows[count++] = row
  }
  if (count === 0) throw new AppError('file.headerOnly', { sheet: sheet.name })
  const layout: Layout = {
    headerFrom: span ? span.from : -1,
    headerRows: span ? span.to - span.from : 0,
    dataFrom,
    dataTo: lastFilled(sheet, dataFrom, dataTo) + 1,
    totals,
  }
  return { layout, headers, rows: rows.slice(0, count), notes }
}

/** undefined = not chosen by hand; null = chosen: no header. */
function chosenSpan(sheet: RawSheet, choices: ImportChoices): HeaderSpan | null | undefined {
  if (choices.headerFrom === undefined && choices.headerRows === undefined) return undefined
  if (choices.headerFrom === -1 || choices.headerRows === 0) return null
  const from = Math.min(choices.headerFrom ?? firstFilled(sheet, 0), sheet.rowCount)
  return { from, to: Math.min(from + Math.min(3, choices.headerRows ?? 1), sheet.rowCount) }
}

function firstFilled(sheet: RawSheet, from: number): number {
  for (let row = from; row < sheet.rowCount; row++)
    if (sheet.columns.some((column) => !isBlank(column.at(row)))) return row
  return -1
}

function lastFilled(sheet: RawSheet, from: number, to: number): number {
  for (let row = to - 1; row >= from; row--)
    if (sheet.columns.some((column) => !isBlank(column.at(row)))) return row
  return from - 1
}

/**
 * A total row names itself in its first or second filled cell; a customer who happens to be called Total has other
 * texts beside the name (region, phone), a total has numbers only.
 */
function kindOf(sheet: RawSheet, row: number): 'blank' | 'total' | 'data' {
  let seen = 0
  let word: 'whole' | 'ending' | null = null
  let texts = 0
  const { columns } = sheet
  for (let at = 0; at < columns.length; at++) {
    const cell = columns[at]?.at(row)
    if (cell === undefined || cell === null || isBlank(cell)) continue
    seen++
    if (word !== null) {
      if (!isTyped(cell) && totalText(textOf(cell)) === null) texts++
    } else if (typeof cell === 'string') word = seen <= 2 ? totalText(cell) : null
    if (seen >= 2 && word === null) return 'data'
  }
  if (seen === 0) return 'blank'
  if (word === null) return 'data'
  return texts === 0 && (word === 'whole' || seen > 1) ? 'total' : 'data'
}

const closingRows = 12

/**
 * Rows after the last customer: signed notes, or texts in the places of numbers. They end the data only together, from
 * the first of them to the end of the sheet.
 */
function closingNotes(sheet: RawSheet, dataFrom: number): number[] {
  const typed = typedColumns(sheet, dataFrom)
  const notes: number[] = []
  let looked = 0
  for (let row = sheet.rowCount - 1; row > dataFrom && looked < closingRows; row--) {
    const filled = sheet.columns.flatMap((column, index) =>
      isBlank(column.at(row)) ? [] : [index],
    )
    if (filled.length === 0) continue
    looked++
    const kind = kindOf(sheet, row)
    if (kind === 'total') continue
    const first = textOf(cellOf(sheet, row, filled[0] ?? 0))
    const signed = filled.length <= 3 && isNote(first)
    const chatter =
      typed.length >= 2 && typed.every((column) => !isTyped(cellOf(sheet, row, column)))
    if (!signed && !(chatter && filled.length < sheet.columns.length)) break
    notes.unshift(row)
  }
  return notes
}

/** Columns whose filled cells among the first hundred are nearly all numbers, dates, codes. */
function typedColumns(sheet: RawSheet, dataFrom: number): number[] {
  return sheet.columns.flatMap((column, index) => {
    let filled = 0
    let typed = 0
    for (let row = dataFrom; row < dataFrom + 100; row++) {
      const cell = column.at(row)
      if (cell === undefined || isBlank(cell)) continue
      filled++
      if (isTyped(cell)) typed++
    }
    return filled >= 5 && typed / filled >= 0.7 ? [index] : []
  })
}
