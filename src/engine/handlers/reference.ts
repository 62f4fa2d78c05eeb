import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import { referenceId } from '../../grading/reference.ts'
import type { Table } from '../../table/table.ts'
import type { Engine } from '../engine.ts'
import type { ImportSessions } from '../importSessions.ts'
import type { Calls } from '../protocol.ts'
import {
  loadedReference,
  previewReference,
  type ReferenceChoice,
  type ReferenceList,
} from '../reference/loading.ts'
import { settledReference } from '../reference/settling.ts'
import type { Handlers } from '../server.ts'

/** The tiers of the last review: where they come from, and this review as the next one's. Each one undo step. */
export function reference(
  engine: Engine,
  sessions: ImportSessions,
): Pick<
  Handlers<Calls>,
  'previewReference' | 'loadReference' | 'settleReview' | 'removeReference'
> {
  async function listOf(session: string | null, job: Job): Promise<ReferenceList> {
    if (session === null) return { origin: 'column', name: '', table: engine.session.table }
    const one = sessions.get(session)
    return { origin: 'file', name: one.plan.file.name, table: await sessions.build(one, job) }
  }
  function set(kind: string, table: Table | null): { revision: number } {
    const { session } = engine
    session.change(kind, [{ kind: 'setTable', id: referenceId, table }])
    return { revision: session.revision }
  }
  return {
    async previewReference(
      args: { session: string | null; choice: ReferenceChoice | null },
      job: Job,
    ) {
      const list = await listOf(args.session, job)
      const { table, document } = engine.session
      return previewReference(table, document.scheme.tiers, list, args.choice, job)
    },
    async loadReference(args: { session: string | null; choice: ReferenceChoice }, job: Job) {
      const list = await listOf(args.session, job)
      const done = await engine.inTurn(async () => {
        const { table, document } = engine.session
        const own = args.session === null ? { ...list, table } : list
        return set(
          'loadReference',
          await loadedReference(table, document.scheme.tiers, own, args.choice, job),
        )
      })
      if (args.session !== null) sessions.discard(args.session) // only now: what was refused can be tried again
      return done
    },
    settleReview: (_: null, job: Job) =>
      engine.inTurn(async () => {
        const { session } = engine
        const { table, document, heldResult, reference: before } = session
        if (heldResult.totals.graded === 0) throw new AppError('reference.ungraded')
        return set(
          'settleReview',
          await settledReference(table, document.scheme, heldResult, before, job),
        )
      }),
    removeReference: () =>
      engine.inTurn(() =>
        engine.session.reference
          ? set('removeReference', null)
          : { revision: engine.session.revision },
      ),
  }
}
