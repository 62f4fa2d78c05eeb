import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import type { Change } from '../../project/change.ts'
import type { RecordKind } from '../../table/kind.ts'
import { adoptUnmatched } from '../adopting.ts'
import type { Engine } from '../engine.ts'
import { withFigures } from '../figures.ts'
import type { Calls } from '../protocol.ts'
import { kindChanges } from '../rekinding.ts'
import { languageOf } from '../running.ts'
import type { Handlers } from '../server.ts'

/** What is done with tables of records as a whole; each one undo step. */
export function tables(
  engine: Engine,
): Pick<Handlers<Calls>, 'adoptRecords' | 'removeRecords' | 'changeKind'> {
  const tableOf = (kind: RecordKind) => {
    const table = engine.session.document.tables[kind]
    if (!table) throw new AppError('command.invalid', { reason: 'no such table', table: kind })
    return table
  }
  async function change(step: string, changes: readonly Change[], job: Job) {
    const { session } = engine
    const language = languageOf(session.document)
    session.change(step, await withFigures(session.document, changes, language, job))
    return session.revision
  }
  return {
    adoptRecords: ({ kind }: { kind: RecordKind }, job: Job) =>
      engine.inTurn(async () => {
        tableOf(kind)
        const { changes, count } = await adoptUnmatched(engine.session.document, kind, job)
        return { count, revision: await change('adoptRecords', changes, job) }
      }),
    removeRecords: ({ kind }: { kind: RecordKind }, job: Job) =>
      engine.inTurn(async () => {
        const { id } = tableOf(kind)
        return {
          revision: await change('removeRecords', [{ kind: 'setTable', id, table: null }], job),
        }
      }),
    changeKind: ({ kind, to }: { kind: RecordKind; to: RecordKind }, job: Job) =>
      engine.inTurn(async () => {
        const table = tableOf(kind)
        if (engine.session.document.tables[to])
          throw new AppError('command.invalid', { reason: 'there is such a table', table: to })
        return { revision: await change('changeKind', kindChanges(table, to), job) }
      }),
  }
}
