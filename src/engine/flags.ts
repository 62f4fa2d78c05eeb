import { markCode, type Column } from '../table/column.ts'
import type { Table } from '../table/table.ts'
import type { Issue } from '../core/issue.ts'
import { keepLast, once } from './once.ts'
import type { Session } from './session.ts'

/** How many cells of a column could not be read. */
export const failedCells = once((column: Column): number => {
  if (!column.marks) return 0
  let count = 0
  for (const mark of column.marks) if (mark === markCode.error) count++
  return count
})

/** 1 per row id with a cell that could not be read, or named by an issue of the data. */
const flagRows = (table: Table, sanity: readonly Issue[]): Uint8Array => {
  const flags = new Uint8Array(table.rowCount)
  for (const column of table.columns) {
    if (failedCells(column) === 0) continue
    column.marks?.forEach((mark, row) => {
      if (mark === markCode.error) flags[row] = 1
    })
  }
  for (const issue of sanity) for (const row of issue.rows ?? []) flags[row] = 1
  return flags
}

/** Customers to be checked (数据待核): flags per row id, and how many living ones there are. */
export interface ToCheck {
  readonly flags: Uint8Array
  readonly count: number
}

const checks = new WeakMap<Session, (table: Table, sanity: readonly Issue[]) => ToCheck>()

export function toCheck(session: Session): ToCheck {
  let compute = checks.get(session)
  if (!compute) {
    compute = keepLast((table: Table, sanity: readonly Issue[]) => {
      const flags = flagRows(table, sanity)
      let count = 0
      for (const row of table.order) count += flags[row] ?? 0
      return { flags, count }
    })
    checks.set(session, compute)
  }
  return compute(session.table, session.grade.sanity)
}
