import type { Finding } from '../../quality/check.ts'
import { type ColumnEdit, editsOf } from '../../quality/fix.ts'
import { findingNow } from '../../quality/findings.ts'
import { textsNow } from '../../quality/texts.ts'
import type { Cell, Column, RowId } from '../../table/column.ts'
import { textOfCell } from '../../table/parse/cell.ts'
import { columnById } from '../../table/table.ts'
import { subjectOf } from '../analysing.ts'
import { isCovered, shownCell, shownOf } from '../covering.ts'
import { customerName } from '../customerName.ts'
import type { FindingPage, ValueCount } from '../qualityViews.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'

const mostRows = 200
const mostTexts = 20

export function finding(
  session: Session,
  { finding: id, choice, from, to }: Views['finding']['args'],
): FindingPage | null {
  const { table } = session
  const subject = subjectOf(session)
  const found = findingNow(subject, id)
  if (!found) return null
  const columns = found.columns.flatMap((one) => columnById(table, one) ?? [])
  const edits = choice ? editsOf(subject, found, choice) : []
  const all: ArrayLike<RowId> = edits[0]?.rows ?? (choice ? [] : found.rows)
  const rows = Array.from(all).slice(Math.max(0, from), Math.min(to, from + mostRows))
  const after = columns.map((column) => cellsOf(edits, column, rows))
  return {
    customers: found.rows.length,
    changes: edits.reduce((sum, edit) => sum + edit.rows.length, 0),
    columns: columns.map(({ id, name }) => ({ id, name })),
    rows: rows.map((row) => ({
      row,
      name: customerName(table, row),
      cells: columns.map((column, at) => {
        const cell = after[at]?.get(row)
        const shown = shownOf(session, column)
        return {
          text: shownCell(session, column, row),
          after: cell ? shown(textOfCell(column, cell)) : null,
        }
      }),
    })),
    ...textsIn(session, columns[0], found),
  }
}

function cellsOf(
  edits: readonly ColumnEdit[],
  column: Column,
  rows: readonly RowId[],
): ReadonlyMap<RowId, Cell> {
  const wanted = new Set(rows)
  const cells = new Map<RowId, Cell>()
  const edit = edits.find((one) => one.column === column.id)
  edit?.rows.forEach((row, i) => {
    if (wanted.has(row)) cells.set(row, edit.cells[i] as Cell)
  })
  return cells
}

function textsIn(
  session: Session,
  column: Column | undefined,
  { rows }: Finding,
): Pick<FindingPage, 'texts' | 'kinds'> {
  if (!column) return { texts: [], kinds: 0 }
  const { codes, words } = textsNow(column)
  const counts = new Map<number, number>()
  for (const row of rows) {
    const code = codes[row] as number
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostTexts)
  const cover = isCovered(session, column) ? shownOf(session, column) : null
  const texts = most.map(([code, count]): ValueCount => {
    const text = words[code] as string
    return { text, ...(cover && { shown: cover(text) }), count }
  })
  return { texts, kinds: counts.size }
}
