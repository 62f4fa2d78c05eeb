import { AppError } from '../../core/error.ts'
import { columnById } from '../../table/table.ts'
import { orderOf } from '../order.ts'
import type { Session } from '../session.ts'
import { textsOf } from '../sheetTexts.ts'
import type { Views } from '../views.ts'

const copyLimit = 200_000 // cells

/** As spreadsheets put cells on the clipboard: tabs between, quoted where a cell would else be read as several. */
export function copy(session: Session, args: Views['copy']['args']): string {
  const order = orderOf(session, args.query).rows
  const spans = [args, ...(args.also ?? [])]
  const rows = spans.flatMap(({ from, to }) => [
    ...order.subarray(Math.max(0, from), Math.max(0, Math.min(to, from + copyLimit + 1))),
  ])
  const cells = rows.length * args.columns.length
  if (cells > copyLimit) throw new AppError('command.invalid', { cells, limit: copyLimit })
  const writers = args.columns.map((id) => textsOf(session, id))
  const lines = rows.map((row) => writers.map((write) => quoted(write(row))).join('\t'))
  if (args.header) {
    const titles = args.columns.map(
      (id, index) => args.titles?.[index] ?? columnById(session.table, id)?.name ?? '',
    )
    lines.unshift(titles.map(quoted).join('\t'))
  }
  return lines.join('\r\n')
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
