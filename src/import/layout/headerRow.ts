import { type RawSheet, cellOf, isBlank, textOf } from '../importer.ts'
import { isKnownHeader, isLabel, isPeriod, isTyped } from './look.ts'
import type { Merged } from './merged.ts'

const headRows = 40 // a header stands within the first ones that hold something
const bodyRows = 60 // looked at below a candidate

interface Candidate {
  readonly row: number
  readonly score: number
}

/** The row that names the columns (the lowest one of several), or −1: the file has no header. */
export function findHeaderRow(sheet: RawSheet, merged: Merged): number {
  const filled = firstFilledRows(sheet)
  const width = usualWidth(sheet, filled)
  let best: Candidate = { row: -1, score: 0 }
  for (const [place, row] of filled.slice(0, headRows).entries()) {
    const look = lookAt(sheet, merged, row, width)
    if (look.kind === 'data') break // a header does not stand below customers
    const last = filled.length > 1 && row === filled[filled.length - 1]
    if (look.kind !== 'header' || (last && look.known < 0.5)) continue
    const placed = look.score - place * 0.03
    if (placed > best.score) best = { row, score: placed }
  }
  return best.row
}

function firstFilledRows(sheet: RawSheet): number[] {
  const rows: number[] = []
  for (let row = 0; row < sheet.rowCount && rows.length < headRows + bodyRows; row++)
    if (sheet.columns.some((column) => !isBlank(column.at(row)))) rows.push(row)
  return rows
}

/** Filled cells of a common row: the median over rows with more than one, so that titles do not count. */
function usualWidth(sheet: RawSheet, rows: readonly number[]): number {
  const counts = rows
    .map((row) => sheet.columns.filter((column) => !isBlank(column.at(row))).length)
    .filter((count) => count > 1)
    .sort((a, b) => a - b)
  return counts[counts.length >> 1] ?? 1
}

type Look =
  | { readonly kind: 'header'; readonly score: number; readonly known: number }
  | { readonly kind: 'data' | 'other' } // other: too few cells, a title

/** Labels, many of them, known words, and other kinds of cells below make a header. */
function lookAt(sheet: RawSheet, merged: Merged, row: number, width: number): Look {
  let filled = 0
  let labels = 0
  let known = 0
  let contrast = 0
  let repeated = 0
  let sameKind = 0
  for (let column = 0; column < sheet.columns.length; column++) {
    const cell = merged.shown(row, column)
    const merge = merged.at(row, column)
    if (isBlank(cell) || (merge && merge.column < column)) continue
    filled++
    const body = bodyOf(sheet, row, column)
    const typedBody = body.length > 0 && body.filter((b) => isTyped(b)).length / body.length >= 0.6
    const text = textOf(cell)
    const label = isLabel(cell) && !(isPeriod(cell) && body.some((b) => isPeriod(b)))
    if (label) labels++
    if (label && typedBody) contrast++
    if (!label && typedBody) sameKind++
    if (isKnownHeader(text)) known++
    if (!merge && body.some((b) => textOf(b) === text)) repeated++
  }
  const share = (count: number) => count / Math.max(1, filled)
  const isData =
    share(labels) < 0.6 || share(sameKind) > 0.1 || (share(repeated) > 0.3 && share(known) < 0.3)
  if (filled === 0 || filled < width / 2) return { kind: 'other' }
  if (isData) return { kind: filled >= width * 0.6 ? 'data' : 'other' }
  const fill = Math.min(1, filled / width) * 1.5
  const score = share(labels) + fill + share(known) + share(contrast) - share(repeated) * 1.5
  return { kind: 'header', score, known: share(known) }
}

function bodyOf(sheet: RawSheet, row: number, column: number) {
  const body = []
  const end = Math.min(sheet.rowCount, row + 1 + bodyRows * 2)
  for (let r = row + 1; r < end && body.length < bodyRows; r++) {
    const cell = cellOf(sheet, r, column)
    if (!isBlank(cell)) body.push(cell)
  }
  return body
}
