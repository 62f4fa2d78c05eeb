import { AppError } from '../../core/error.ts'
import { newId } from '../../core/id.ts'
import type { Job } from '../../core/job.ts'
import type { Language } from '../../i18n/language.ts'
import type { ImportChoices, ImportPlan, ImportSource } from '../../import/plan.ts'
import type { Change } from '../../project/change.ts'
import { customersId, type ProjectId } from '../../project/document.ts'
import type { Table } from '../../table/table.ts'
import type { Engine } from '../engine.ts'
import { newDocument } from '../newDocument.ts'
import type { Calls } from '../protocol.ts'
import { openReader, type Reader } from '../reader.ts'
import { replacingTable } from '../replacingTable.ts'
import { samples } from '../samples.ts'
import type { Handlers } from '../server.ts'

interface Import {
  readonly reader: Reader
  readonly asOf: string
  choices: ImportChoices
  plan: ImportPlan
}

/** Plan, look, change, run. The open document is not touched before the last step. */
export function importing(
  engine: Engine,
): Pick<
  Handlers<Calls>,
  'planImport' | 'changePlan' | 'runImport' | 'discardImport' | 'openSample'
> {
  const imports = new Map<string, Import>()
  const importOf = (session: string) => {
    const found = imports.get(session)
    if (!found) throw new AppError('job.cancelled', { session })
    return found
  }
  const discard = (session: string) => {
    imports.get(session)?.reader.close()
    imports.delete(session)
  }

  async function begin(source: ImportSource, choices: ImportChoices, job: Job): Promise<Import> {
    const reader = openReader(source)
    const asOf = choices.asOf ?? engine.options.today()
    try {
      return { reader, asOf, choices, plan: await reader.plan(choices, asOf, job) }
    } catch (error) {
      reader.close()
      throw error
    }
  }

  /** The day goes along: a reader that was started anew knows nothing of the plan. */
  const buildOf = ({ reader, plan, choices, asOf }: Import, job: Job) =>
    reader.build(plan, { ...choices, asOf: choices.asOf ?? asOf }, customersId, job)

  async function createFrom(
    one: Import,
    table: Table,
    name: string,
    language: Language,
    job: Job,
  ): Promise<ProjectId> {
    const document = newDocument({
      id: newId('p'),
      name,
      source: one.plan.file.name,
      table,
      template: one.plan.template,
      asOf: one.choices.asOf ?? one.asOf,
      language,
      createdAt: engine.options.now(),
    })
    const prepared = await engine.prepare(document, job) // not in turn: edits of what is open go on
    await engine.inTurn(() => engine.create(prepared))
    engine.projectsChanged()
    return document.id
  }

  async function replaceBy(table: Table, job: Job): Promise<ProjectId> {
    const changesFor = (before: Table): readonly Change[] => [
      { kind: 'setTable', id: customersId, table: replacingTable(table, before) },
    ]
    const before = engine.session.table
    const prepared = changesFor(before)
    await engine.session.prepare(prepared, job) // not in turn, as above
    return engine.inTurn(() => {
      const { session } = engine
      session.change('import', session.table === before ? prepared : changesFor(session.table))
      return session.document.id
    })
  }

  return {
    async planImport(args: { source: ImportSource; choices: ImportChoices }, job: Job) {
      const one = await begin(args.source, args.choices, job)
      const session = newId('i')
      imports.set(session, one)
      return { session, plan: one.plan }
    },
    async changePlan(args: { session: string; choices: ImportChoices }, job: Job) {
      const one = importOf(args.session)
      const asOf = args.choices.asOf ?? one.asOf
      one.plan = await one.reader.plan(args.choices, asOf, job)
      one.choices = args.choices
      return one.plan
    },
    async runImport(
      args: { session: string; name: string; into: 'new' | 'replace'; language?: Language },
      job: Job,
    ) {
      const one = importOf(args.session)
      const table = await buildOf(one, job)
      const id =
        args.into === 'replace'
          ? await replaceBy(table, job)
          : await createFrom(one, table, args.name, args.language ?? 'zh', job)
      discard(args.session) // only now: what was refused can be tried again
      return id
    },
    discardImport: ({ session }: { session: string }) => discard(session),
    async openSample(args: { id: string; name?: string; language?: Language }, job: Job) {
      const { file } = samples.get(args.id)
      const blob = await engine.options.fetchSample(file)
      const one = await begin({ kind: 'file', file: blob, name: file }, {}, job)
      try {
        const table = await buildOf(one, job)
        return await createFrom(
          one,
          table,
          args.name ?? one.plan.suggestedName,
          args.language ?? 'zh',
          job,
        )
      } finally {
        one.reader.close()
      }
    },
  }
}
