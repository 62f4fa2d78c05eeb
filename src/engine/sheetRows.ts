import type { Job } from '../core/job.ts'
import { finishInTurns } from '../core/steps.ts'
import { deleting, duplicating } from '../project/commands/rows.ts'
import { orderOf } from './order.ts'
import { ordered } from './ordering.ts'
import { runChanges } from './running.ts'
import type { Session } from './session.ts'
import type { SheetRows } from './sheetViews.ts'

/** Deletes or copies the rows of some blocks of the view, found here so that any number will do; gives how many. */
export async function writeRows(session: Session, edit: SheetRows, job: Job): Promise<number> {
  const { document, table } = session
  await ordered(session, edit.query, job)
  const { flags, count } = rowsMeant(session, edit)
  if (count === 0) return 0
  if (edit.what === 'delete')
    await runChanges(session, 'deleteRows', deleting(document, table, flags), job)
  else {
    const changes = await finishInTurns(duplicating(table, flags), job)
    await runChanges(session, 'duplicateRows', changes, job)
  }
  return count
}

/** 1 for each row of the blocks, by row id. Rows that were seen are meant wherever they stand by now. */
function rowsMeant(session: Session, { query, blocks }: SheetRows) {
  const order = orderOf(session, query).rows
  const flags = new Uint8Array(session.table.rowCount)
  let count = 0
  for (const { from, to, rows } of blocks)
    for (const row of rows ?? order.subarray(Math.max(0, from), Math.max(0, to))) {
      if (flags[row] !== 0) continue
      flags[row] = 1
      count++
    }
  return { flags, count }
}
