import type { Issue } from '../core/issue.ts'
import type { ColumnRole } from '../table/column.ts'
import type { TableKind } from '../table/kind.ts'
import type { Cells } from '../table/raw.ts'
import { type RawSheet, isBlank } from './importer.ts'
import type { SheetLayout } from './layout/layout.ts'
import type { PlannedColumn } from './plan.ts'
import { repeated } from './repeated.ts'

const shownRows = 1_000 // of an issue
const shownNumbers = 10

/** Facts about one sheet. Rows are those of the file, 0-based; numbers in words count from 1, as Excel does. */
export function sheetIssues(sheet: RawSheet, found: SheetLayout): Issue[] {
  return [
    ...sheet.issues,
    ...hiddenRowsIssue(sheet),
    ...rowsIssue('rows.totals', found.layout.totals),
    ...rowsIssue('rows.notes', found.notes),
    ...raggedIssue(sheet, found),
  ]
}

/** Facts about the table as a whole, of however many sheets it is made. */
export function tableIssues(
  found: SheetLayout,
  columns: readonly PlannedColumn[],
  cellsOf: (index: number) => Cells,
  kind: TableKind,
): Issue[] {
  return kind === 'customers'
    ? [...tierIssue(columns), ...identityIssues(found, columns, cellsOf)]
    : recordIssues(columns)
}

export function hiddenSheetsIssue(sheets: readonly RawSheet[]): Issue[] {
  const hidden = sheets.filter((each) => each.hidden && each.rowCount > 0)
  if (hidden.length === 0) return []
  const names = hidden.map(({ name }) => name).slice(0, 5)
  return [{ code: 'sheet.hidden', level: 'info', detail: { count: hidden.length, names } }]
}

function hiddenRowsIssue({ hiddenRows }: RawSheet): Issue[] {
  if (hiddenRows === 0) return []
  return [{ code: 'sheet.hiddenRows', level: 'info', detail: { count: hiddenRows } }]
}

function rowsIssue(code: 'rows.totals' | 'rows.notes', rows: readonly number[]): Issue[] {
  if (rows.length === 0) return []
  const numbers = rows.slice(0, shownNumbers).map((row) => String(row + 1))
  return [
    {
      code,
      level: 'info',
      detail: { count: rows.length, rows: numbers },
      rows: rows.slice(0, shownRows),
    },
  ]
}

/** Records of a text file that are shorter than most, or longer with something in the extra cells. */
function raggedIssue(sheet: RawSheet, { rows }: SheetLayout): Issue[] {
  const { widths } = sheet
  if (!widths) return []
  const usual = usualWidth(widths, rows)
  const odd: number[] = []
  let count = 0
  const extra = sheet.columns.slice(usual)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    const width = widths[row] ?? 0
    if (width === usual) continue
    if (width > usual && extra.every((column) => isBlank(column.at(row)))) continue
    if (odd.length < shownRows) odd.push(row)
    count++
  }
  if (count === 0) return []
  return [{ code: 'rows.ragged', level: 'warning', detail: { count }, rows: odd }]
}

function usualWidth(widths: ArrayLike<number>, rows: Uint32Array): number {
  const counts = new Uint32Array(0x10000) // by width
  for (let at = 0; at < rows.length; at++)
    counts[Math.min(widths[rows[at] as number] ?? 0, 0xffff)]!++
  return counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0))
}

function tierIssue(columns: readonly PlannedColumn[]): Issue[] {
  const column = columns.find(({ role, include }) => role === 'tier' && include)
  if (!column || column.issues.some(({ code }) => code === 'column.hasTiers')) return []
  return [
    {
      code: 'column.hasTiers',
      level: 'info',
      detail: { column: column.name },
      about: column.name,
    },
  ]
}

/** Customers without a number, numbers given twice; where there are no numbers, names that come twice. */
function identityIssues(
  { rows }: SheetLayout,
  columns: readonly PlannedColumn[],
  cellsOf: (index: number) => Cells,
): Issue[] {
  const key = columns.find(({ role, include }) => role === 'key' && include)
  const name = columns.find(({ role, include }) => role === 'name' && include)
  const column = key ?? name
  if (!column) return []
  const { blanks, repeats } = repeated(cellsOf(column.index))
  const fileRows = (places: readonly number[]) => places.map((place) => rows[place] ?? 0)
  const issues: Issue[] = []
  if (key && blanks.count > 0)
    issues.push({
      code: 'rows.blankKeys',
      level: 'warning',
      detail: { column: column.name, count: blanks.count },
      about: column.name,
      rows: fileRows(blanks.first),
    })
  if (repeats.texts > 0)
    issues.push({
      code: key ? 'keys.duplicate' : 'names.duplicate',
      level: key ? 'warning' : 'info',
      detail: { column: column.name, count: repeats.texts, examples: repeats.examples },
      about: column.name,
      rows: fileRows(repeats.first),
    })
  return issues
}

/** Records that name no customer cannot be joined; without a day or an amount some figures will be missing. */
function recordIssues(columns: readonly PlannedColumn[]): Issue[] {
  const has = (...roles: readonly ColumnRole[]) =>
    columns.some(({ role, include }) => include && roles.includes(role))
  if (has('key', 'name', 'phone', 'email')) return []
  return [{ code: 'records.noCustomer', level: 'error', detail: {} }]
}
