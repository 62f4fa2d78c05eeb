import { AppError } from '../../core/error.ts'
import { newId } from '../../core/id.ts'
import type { Job } from '../../core/job.ts'
import type { Language } from '../../i18n/language.ts'
import type { ColumnChoice, ImportChoices, ImportPlan, ImportSource } from '../../import/plan.ts'
import type { Change } from '../../project/change.ts'
import { customersId, type ProjectId } from '../../project/document.ts'
import type { ColumnId } from '../../table/column.ts'
import type { TableComparison } from '../../table/compare.ts'
import { sameName } from '../../table/pairColumns.ts'
import type { Table } from '../../table/table.ts'
import { compareWith, heldByDefault, summarise } from '../comparing.ts'
import type { Engine } from '../engine.ts'
import { newDocument } from '../newDocument.ts'
import type { Calls } from '../protocol.ts'
import { openReader, type Reader } from '../reader.ts'
import { replacingTable } from '../replacingTable.ts'
import { samples } from '../samples.ts'
import type { Handlers } from '../server.ts'
import { recordChanges } from '../takingRecords.ts'
import { updateChanges, type UpdateChoices } from '../updatingTable.ts'

interface Import {
  readonly reader: Reader
  readonly asOf: string
  readonly into: Into
  choices: ImportChoices
  plan: ImportPlan
  /** Of this plan; built once for looking and accepting. */
  table: Table | null
  comparison: TableComparison | null
}
type Into = 'new' | 'replace'

/** Plan, look, change, run. The open document is not touched before the last step. */
export function importing(
  engine: Engine,
): Pick<
  Handlers<Calls>,
  'planImport' | 'changePlan' | 'compareImport' | 'runImport' | 'discardImport' | 'openSample'
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

  async function begin(
    source: ImportSource,
    choices: ImportChoices,
    into: Into,
    job: Job,
  ): Promise<Import> {
    const reader = openReader(source)
    const asOf = choices.asOf ?? engine.options.today()
    try {
      const planned = await planOf(reader, choices, into, asOf, job)
      return { reader, asOf, into, ...planned, table: null, comparison: null }
    } catch (error) {
      reader.close()
      throw error
    }
  }

  /** Into an open project its own readings go before what the file alone would suggest. */
  async function planOf(
    reader: Reader,
    choices: ImportChoices,
    into: Into,
    asOf: string,
    job: Job,
  ): Promise<Pick<Import, 'plan' | 'choices'>> {
    const plan = await reader.plan(choices, asOf, job)
    const alike = into === 'replace' ? readAlike(plan, choices, engine.session.table) : choices
    if (alike === choices) return { plan, choices }
    return { plan: await reader.plan(alike, asOf, job), choices: alike }
  }

  /** The day goes along: a reader that was started anew knows nothing of the plan. */
  const buildOf = async (one: Import, job: Job) => {
    const { reader, plan, choices, asOf } = one
    if (one.table) return one.table
    const table = await reader.build(
      plan,
      { ...choices, asOf: choices.asOf ?? asOf },
      plan.kind,
      job,
    )
    if (one.plan === plan) one.table = table
    return table
  }

  /** With the project as it is now. */
  async function comparisonOf(one: Import, job: Job): Promise<TableComparison> {
    const table = await buildOf(one, job)
    const { table: before, document } = engine.session
    if (one.comparison?.before === before && one.comparison.after === table) return one.comparison
    const comparison = await compareWith(before, table, document.scheme.asOf, job)
    if (one.table === table) one.comparison = comparison
    return comparison
  }

  async function updateBy(
    one: Import,
    choices: UpdateChoices,
    language: Language,
    job: Job,
  ): Promise<ProjectId> {
    const { id } = engine.session.document
    for (;;) {
      const comparison = await comparisonOf(one, job)
      const { document } = engine.session
      if (document.id !== id) throw new AppError('project.missing') // another was opened meanwhile
      const changes = updateChanges(document, comparison, choices, language)
      await engine.session.prepare(changes, job) // not in turn: edits go on
      const done = await engine.inTurn(() => {
        if (engine.session.document !== document) return false // edited meanwhile: compared anew
        engine.session.change('import', changes)
        return true
      })
      if (done) return document.id
    }
  }

  async function createFrom(
    one: Import,
    table: Table,
    name: string,
    language: Language,
    job: Job,
  ): Promise<ProjectId> {
    const document = await newDocument(
      {
        id: newId('p'),
        name,
        source: one.plan.file.name,
        tables: [table],
        template: one.plan.template,
        asOf: one.choices.asOf ?? one.asOf,
        language,
        createdAt: engine.options.now(),
      },
      job,
    )
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

  async function addRecords(table: Table, language: Language, job: Job): Promise<ProjectId> {
    return engine.inTurn(async () => {
      const { session } = engine
      session.change('import', await recordChanges(session.document, table, 'add', language, job))
      return session.document.id
    })
  }

  return {
    async planImport(
      args: { source: ImportSource; choices: ImportChoices; into?: Into },
      job: Job,
    ) {
      const one = await begin(args.source, args.choices, args.into ?? 'new', job)
      const session = newId('i')
      imports.set(session, one)
      return { session, plan: one.plan }
    },
    async changePlan(args: { session: string; choices: ImportChoices }, job: Job) {
      const one = importOf(args.session)
      const asOf = args.choices.asOf ?? one.asOf
      const planned = await planOf(one.reader, args.choices, one.into, asOf, job)
      Object.assign(one, planned, { table: null, comparison: null })
      return one.plan
    },
    async compareImport(args: { session: string; held?: readonly ColumnId[] }, job: Job) {
      const one = importOf(args.session)
      const comparison = await comparisonOf(one, job)
      const indexes = one.plan.columns.filter(({ include }) => include).map(({ index }) => index)
      return summarise(comparison, args.held ?? heldByDefault(comparison.before), indexes)
    },
    async runImport(
      args: {
        session: string
        name: string
        into: Into
        update?: UpdateChoices
        language?: Language
      },
      job: Job,
    ) {
      const one = importOf(args.session)
      const language = args.language ?? 'zh'
      const run = async () => {
        const isList = one.plan.kind === customersId
        if (args.into === 'replace' && args.update && isList)
          return updateBy(one, args.update, language, job)
        const table = await buildOf(one, job)
        if (args.into === 'replace' && !isList) return addRecords(table, language, job)
        return args.into === 'replace'
          ? replaceBy(table, job)
          : createFrom(one, table, args.name, language, job)
      }
      const id = await run()
      discard(args.session) // only now: what was refused can be tried again
      return id
    },
    discardImport: ({ session }: { session: string }) => discard(session),
    async openSample(args: { id: string; name?: string; language?: Language }, job: Job) {
      const { file } = samples.get(args.id)
      const blob = await engine.options.fetchSample(file)
      const one = await begin({ kind: 'file', file: blob, name: file }, {}, 'new', job)
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

/** The choices, with role and reading of each column that the project has already. */
function readAlike(plan: ImportPlan, choices: ImportChoices, before: Table): ImportChoices {
  const columns = new Map<number, ColumnChoice>()
  for (const planned of plan.columns) {
    const old = before.columns.find((column) => sameName(column, planned))
    if (!old || (old.reading === planned.reading && old.role === planned.role)) continue
    const { role, reading } = old
    columns.set(planned.index, { ...choices.columns?.[planned.index], role, reading })
  }
  if (columns.size === 0) return choices
  return { ...choices, columns: { ...choices.columns, ...Object.fromEntries(columns) } }
}
