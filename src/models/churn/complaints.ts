import type { Job } from '../../core/job.ts'
import { columnByRole, type Table } from '../../table/table.ts'
import { matchForm } from '../../table/parse/normalise.ts'
import type { LinkedRecords } from '../model.ts'
import { eachLiving, numbersOf, rowsSaying, saysAnywhere } from '../rows.ts'
import { rowsOut } from '../taken.ts'

const complaint = /投诉|客诉|complain/
/** 未解决 and unresolved are not closed; 待关闭 neither. */
const closed =
  /^(已|客户|用户)*(解决|关闭|完成|完结|处理(完|好|完毕|完成)?|办结|结案|结束|答复|回复)$|^(closed|resolved|solved|done|completed?|finished|settled)$/

/** 1 per customer with a complaint that is not resolved yet; null where the records do not tell. Yields. */
export async function openComplaints(
  { table, whose }: LinkedRecords,
  customers: number,
  asOf: number,
  job: Job,
): Promise<Uint8Array | null> {
  const status = columnByRole(table, 'status')
  const about = complaintRows(table)
  if (!about || !saysAnywhere(status, (form) => closed.test(form))) return null
  const done = rowsSaying(status, (form) => closed.test(form))
  const said = rowsSaying(status, () => true)
  const out = rowsOut(table, 'others')
  const when = numbersOf(columnByRole(table, 'when'))
  const open = new Uint8Array(customers)
  await eachLiving(table, job, (row) => {
    const customer = whose[row] ?? -1
    if (customer < 0 || out[row] || !about[row] || !said[row] || done[row]) return
    if (!((when?.[row] ?? NaN) > asOf)) open[customer] = 1
  })
  return open
}

/** Rows that are complaints; null = not to be told. */
function complaintRows(table: Table): Uint8Array | null {
  for (const column of table.columns) {
    if (column.role !== 'group' && column.type !== 'category') continue
    const rows = rowsSaying(column, (form) => complaint.test(form))
    if (rows.includes(1)) return rows
  }
  const said = table.columns.some(
    ({ role, name }) => (role === 'record' || role === 'when') && complaint.test(matchForm(name)),
  )
  return said ? new Uint8Array(table.rowCount).fill(1) : null
}
