import { AppError } from '../../core/error.ts'
import type { Job } from '../../core/job.ts'
import type { Language } from '../../i18n/language.ts'
import type { ImportChoices, ImportSource } from '../../import/plan.ts'
import type { TableComparison } from '../../table/compare.ts'
import { cellsOf, type Held } from '../comparedCells.ts'
import { heldByDefault, summarise } from '../comparing.ts'
import type { Engine } from '../engine.ts'
import { linkOfImport } from '../importLink.ts'
import type { ImportSessions, Into } from '../importSessions.ts'
import type { Calls } from '../protocol.ts'
import { samples } from '../samples.ts'
import type { Handlers } from '../server.ts'
import { createFrom, takeInto } from '../takingOver.ts'
import type { RecordManner } from '../takingRecords.ts'
import type { UpdateChoices } from '../updatingTable.ts'

type ImportCall =
  | 'planImport'
  | 'addSource'
  | 'dropSource'
  | 'alikeImport'
  | 'changePlan'
  | 'compareImport'
  | 'comparedCells'
  | 'linkImport'
  | 'runImport'
  | 'discardImport'
  | 'openSample'

/** Plan, look, change, run. The open document is not touched before the last step. */
export function importing(
  engine: Engine,
  sessions: ImportSessions,
): Pick<Handlers<Calls>, ImportCall> {
  return {
    async planImport(
      args: { source: ImportSource; choices: ImportChoices; into?: Into },
      job: Job,
    ) {
      const one = await sessions.begin(args.source, args.choices, args.into ?? 'new', job)
      return { session: sessions.keep(one), plan: one.plan }
    },
    addSource: (args: { session: string; source: ImportSource }, job: Job) =>
      sessions.add(sessions.get(args.session), args.source, job),
    dropSource: (args: { session: string; at: number; choices: ImportChoices }, job: Job) =>
      sessions.drop(sessions.get(args.session), args.at, args.choices, job),
    alikeImport: (args: { session: string; among: readonly string[] }) =>
      sessions.alike(args.session, args.among),
    changePlan: (args: { session: string; choices: ImportChoices }, job: Job) =>
      sessions.plan(sessions.get(args.session), args.choices, job),
    async compareImport(args: { session: string } & Partial<Held>, job: Job) {
      const one = sessions.get(args.session)
      const comparison = await sessions.compare(one, job)
      const indexes = one.plan.columns.filter(({ include }) => include).map(({ index }) => index)
      return summarise(comparison, heldOf(comparison, args), indexes)
    },
    async comparedCells(
      args: { session: string; from: number; to: number } & Partial<Held>,
      job: Job,
    ) {
      const comparison = await sessions.compare(sessions.get(args.session), job)
      return cellsOf(comparison, heldOf(comparison, args), args.from, args.to)
    },
    async linkImport(args: { session: string; list: string | null; update?: boolean }, job: Job) {
      const one = sessions.get(args.session)
      const records = await sessions.build(one, job)
      const open = one.into === 'replace' ? engine.session.document : null
      const listed = args.list === null ? null : await sessions.build(sessions.get(args.list), job)
      const asOf = open?.scheme.asOf ?? one.asOf
      const customers = listed ?? (open ? engine.session.table : null)
      const others = listed && open && args.update ? [engine.session.table] : []
      const all = customers ? [customers, ...others] : []
      return linkOfImport(all, records, open?.tables[records.id], asOf, job)
    },
    async runImport(
      args: {
        session: string
        with?: readonly string[]
        name: string
        into: Into
        update?: UpdateChoices
        records?: RecordManner
        language?: Language
      },
      job: Job,
    ) {
      const all = [args.session, ...(args.with ?? [])]
      const ones = all.map((session) => sessions.get(session))
      const kinds = new Set(ones.map(({ plan }) => plan.kind))
      if (kinds.size < ones.length)
        throw new AppError('command.invalid', { why: 'one of each kind' })
      // customers first: what records say of them needs them to be there
      ones.sort((a, b) => Number(b.plan.kind === 'customers') - Number(a.plan.kind === 'customers'))
      const { update = null, records = 'add', language = 'zh' } = args
      const id =
        args.into === 'replace'
          ? await takeInto(engine, sessions, ones, { update, records, language }, job)
          : await createFrom(engine, sessions, ones, args.name, language, job)
      for (const session of all) sessions.discard(session) // only now: what was refused can be tried again
      return id
    },
    discardImport: ({ session }: { session: string }) => sessions.discard(session),
    async openSample(args: { id: string; name?: string; language?: Language }, job: Job) {
      const { file, asOf } = samples.get(args.id)
      const choices = asOf === undefined ? {} : { asOf }
      const blob = await engine.options.fetchSample(file)
      const one = await sessions.begin(
        { kind: 'file', file: blob, name: file },
        choices,
        'new',
        job,
      )
      const name = args.name ?? one.plan.suggestedName
      try {
        return await createFrom(engine, sessions, [one], name, args.language ?? 'zh', job)
      } finally {
        one.reader.close()
      }
    },
  }
}

const heldOf = ({ before }: TableComparison, { held, edited }: Partial<Held>): Held => ({
  held: held ?? heldByDefault(before),
  edited,
})
