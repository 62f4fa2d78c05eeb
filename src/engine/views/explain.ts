import type { Issue } from '../../core/issue.ts'
import { cutoffsFor } from '../../grading/cutoffsFor.ts'
import { explain as explainRow } from '../../grading/explain.ts'
import { markCode, type Column, type RowId } from '../../table/column.ts'
import { isTooLargeAt } from '../../table/parse/cell.ts'
import { columnById, columnByRole, type Table } from '../../table/table.ts'
import { coveredCell, shownCell } from '../covering.ts'
import { customerName } from '../customerName.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import type { ExplainView, Views } from '../views.ts'

export function explain(
  session: Session,
  { row, query }: Views['explain']['args'],
): ExplainView | null {
  const { document, table, result } = session
  const { sanity } = session.grade
  const { scheme, overrides } = document
  if (!table.order.includes(row)) return null
  const explanation = explainRow(table, scheme, result, overrides, row, session.reference)
  const given = columnByRole(table, 'tier')
  const viewRow = orderOf(session, query).rows.indexOf(row)
  const criteria = new Map(scheme.criteria.map((criterion) => [criterion.id, criterion]))
  const scored = new Set(explanation.lines.map((line) => criteria.get(line.criterion)?.column))
  return {
    row,
    viewRow: viewRow < 0 ? null : viewRow,
    name: customerName(table, row),
    explanation,
    lines: explanation.lines.map((line) => {
      const criterion = criteria.get(line.criterion)
      const column = criterion && columnById(table, criterion.column)
      return {
        name: criterion?.name ?? '',
        text: column ? shownCell(session, column, row) : '',
        reading: column?.reading ?? null,
        unit: column?.unit ?? null,
      }
    }),
    cutoffs: [...cutoffsFor(result, row)],
    previousTier: (given && shownCell(session, given, row)) || null,
    facts: table.columns
      .filter(({ id, role }) => role !== 'name' && role !== 'tier' && !scored.has(id))
      .map((column) => ({
        name: column.name,
        text: shownCell(session, column, row),
        isNumber: column.type === 'number',
      }))
      .filter(({ text }) => text !== ''),
    issues: [...unreadable(table, row), ...sanity.filter((issue) => issue.rows?.includes(row))],
  }
}

function unreadable(table: Table, row: RowId): readonly Issue[] {
  const isError = (column: Column) => column.marks?.[row] === markCode.error
  return table.columns.filter(isError).map((column) => ({
    code: isTooLargeAt(column, row) ? 'column.tooLarge' : 'column.unreadable',
    level: 'warning',
    detail: { column: column.name, count: 1, examples: [coveredCell(column, row)] },
    about: column.id,
    rows: [row],
  }))
}
