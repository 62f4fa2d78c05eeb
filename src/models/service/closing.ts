import type { RowId } from '../../table/column.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import { filledRows, numbersOf, rowsSaying } from '../records/rows.ts'

/** 未解决 and unresolved hold the words for closed, so these come first. */
const open =
  /未(处理|解决|完成|关闭|完结|办结|结案|结)|待|处理中|受理|跟进中|进行中|派单|分派|转派|挂起|升级|重新打开|新建|^新$|^new$|unresolved|not_?-?(closed|resolved)|reopen|^open(ed)?$|pending|progress|hold|waiting|escalat|assigned|processing|^active$/
const done =
  /解决|完成|关闭|办结|结案|完结|结束|已处理|处理完|结单|归档|closed|resolved|solved|done|complete|finish/

export interface Closing {
  readonly isOpen: (row: RowId) => boolean
  /** The day on which it was done with; NaN = it is open, or the day is not known. */
  readonly closedOn: (row: RowId) => number
  readonly hasDays: boolean
}

/**
 * Which cases are open on the as-of date: what the status says, else those without a closing day where there is such a
 * column. What was closed later was open then. Null = the table cannot tell.
 */
export function closingOf(table: Table, asOf: number): Closing | null {
  const status = columnByRole(table, 'status')
  const saysOpen = rowsSaying(status, (form) => open.test(form))
  const saysDone = rowsSaying(status, (form) => !open.test(form) && done.test(form))
  const column = columnByRole(table, 'closed')
  if (!column && !saysOpen.includes(1) && !saysDone.includes(1)) return null
  const days = numbersOf(column)
  const filled = filledRows(column)
  const isOpen = (row: RowId) =>
    saysOpen[row] === 1 ||
    (days !== null && (days[row] as number) > asOf) ||
    (column !== undefined && !filled[row] && !saysDone[row])
  return {
    isOpen,
    closedOn: (row) => (isOpen(row) ? NaN : (days?.[row] ?? NaN)),
    hasDays: days !== null,
  }
}
