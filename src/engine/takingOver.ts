import { AppError } from '../core/error.ts'
import { newId } from '../core/id.ts'
import type { Job } from '../core/job.ts'
import type { Language } from '../i18n/language.ts'
import { wordsOf } from '../i18n/translate.ts'
import { referenceId } from '../grading/reference.ts'
import { applyAll } from '../project/apply.ts'
import type { Change } from '../project/change.ts'
import { notedNoLonger } from '../project/edited.ts'
import { customersId, type ProjectId } from '../project/document.ts'
import type { Engine } from './engine.ts'
import { withFigures } from './figures.ts'
import type { ImportSession, ImportSessions } from './importSessions.ts'
import { recordTables } from './linking.ts'
import { newDocument } from './newDocument.ts'
import { asOfFor } from './recordDays.ts'
import { replacingTable } from './replacingTable.ts'
import { recordChanges, type RecordManner } from './takingRecords.ts'
import { updateChanges, type UpdateChoices } from './updatingTable.ts'

/** How the tables of an import are taken over. */
export interface Taking {
  readonly update: UpdateChoices | null // of the customers; null = they are exchanged
  readonly records: RecordManner
  readonly language: Language
}

const named = 3 // files in the source of a project

/** A new project of all tables of the import, which is then open. */
export async function createFrom(
  engine: Engine,
  sessions: ImportSessions,
  ones: readonly ImportSession[],
  name: string,
  language: Language,
  job: Job,
): Promise<ProjectId> {
  const tables = []
  for (const one of ones) tables.push(await sessions.build(one, job))
  const [first] = ones
  if (!first) throw new AppError('command.invalid', { why: 'nothing to import' })
  const files = ones.map(({ plan }) => plan.file.name).filter((file) => file !== '')
  const document = await newDocument(
    {
      id: newId('p'),
      name,
      source: files.slice(0, named).join(' + ') + (files.length > named ? ' …' : ''),
      tables,
      template: ones.find(({ plan }) => plan.kind === 'customers')?.plan.template ?? null,
      asOf: first.choices.asOf ?? asOfFor(tables, first.asOf),
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

/** All tables of the import into the open project: the customers first, one undo step. */
export async function takeInto(
  engine: Engine,
  sessions: ImportSessions,
  ones: readonly ImportSession[],
  taking: Taking,
  job: Job,
): Promise<ProjectId> {
  const { id } = engine.session.document
  for (;;) {
    const { document } = engine.session
    if (document.id !== id) throw new AppError('project.missing') // another was opened meanwhile
    const changes = await changesOf(engine, sessions, ones, taking, job)
    const outcome = await engine.session.prepare(changes, job) // not in turn: edits go on
    const done = await engine.inTurn(() => {
      if (engine.session.document !== document) return false // edited meanwhile: worked out anew
      engine.session.change('import', changes, null, outcome)
      return true
    })
    if (done) return id
  }
}

async function changesOf(
  engine: Engine,
  sessions: ImportSessions,
  ones: readonly ImportSession[],
  { update, records, language }: Taking,
  job: Job,
): Promise<readonly Change[]> {
  const { document: before, table } = engine.session
  let document = before
  const words = await wordsOf(language)
  const today = engine.options.today()
  const changes: Change[] = []
  const take = (more: readonly Change[]) => {
    changes.push(...more)
    document = applyAll(document, more).next
  }
  for (const one of ones) {
    if (one.plan.kind !== 'customers')
      take(
        await recordChanges(
          document,
          await sessions.build(one, job),
          records,
          language,
          job,
          today,
        ),
      )
    else if (update) take(updateChanges(document, await sessions.compare(one, job), update, words))
    else {
      const next = replacingTable(await sessions.build(one, job), table)
      // without a customer number the tiers of the last review name rows of the list that goes
      if (table.key === null && document.tables[referenceId])
        take([{ kind: 'setTable', id: referenceId, table: null }])
      take([{ kind: 'setTable', id: customersId, table: next }])
    }
  }
  if (ones.some(({ plan }) => plan.kind === 'customers')) take(notedNoLonger(document))
  // what customers get from records that were there already
  if (ones.some(({ plan }) => plan.kind === 'customers') && recordTables(document).length > 0)
    take(await withFigures(document, [], language, job))
  return changes
}
