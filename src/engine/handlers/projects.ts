import { AppError } from '../../core/error.ts'
import { newId } from '../../core/id.ts'
import type { Job } from '../../core/job.ts'
import { wordsOf } from '../../i18n/translate.ts'
import type { Language } from '../../i18n/language.ts'
import type { ProjectId } from '../../project/document.ts'
import { claimProject } from '../../storage/guard.ts'
import type { Store } from '../../storage/store.ts'
import type { Engine } from '../engine.ts'
import { emptyTable, newDocument } from '../newDocument.ts'
import type { Calls } from '../protocol.ts'
import type { Handlers } from '../server.ts'

/** Refused while another tab has the project open: that tab would not know, and write its own state over it. */
async function asWriter(store: Store, id: ProjectId, write: () => Promise<void>): Promise<void> {
  const claim = await claimProject(store, id)
  if (!claim.writable) throw new AppError('storage.otherTab', { id })
  try {
    await write()
  } finally {
    claim.release()
  }
}

/** The list of projects, and which one is open. */
export function projects(
  engine: Engine,
): Pick<
  Handlers<Calls>,
  | 'listProjects'
  | 'openProject'
  | 'closeProject'
  | 'createProject'
  | 'renameProject'
  | 'duplicateProject'
  | 'deleteProject'
  | 'restoreProject'
> {
  const { store } = engine
  /** Runs in turn; the list has changed afterwards. */
  const listed = <T>(task: () => Promise<T>) =>
    engine.inTurn(async () => {
      const value = await task()
      engine.projectsChanged()
      return value
    })
  return {
    listProjects: () => engine.inTurn(() => store.list()),
    openProject: ({ id }: { id: ProjectId }, job: Job) =>
      engine.inTurn(async () => {
        if (engine.isOpen(id)) return { damaged: [] }
        await engine.close() // first, so that what it held is in the store
        const { document, damaged } = await store.load(id)
        await engine.open(await engine.prepare(document, job))
        return { damaged }
      }),
    closeProject: () =>
      listed(async () => {
        await engine.close()
      }),
    createProject: ({ name, language = 'zh' }: { name: string; language?: Language }, job: Job) =>
      listed(async () => {
        const { now, today } = engine.options
        const document = await newDocument(
          {
            id: newId('p'),
            name,
            source: null,
            tables: [emptyTable(await wordsOf(language))],
            template: null,
            asOf: today(),
            language,
            createdAt: now(),
          },
          job,
        )
        await engine.create(await engine.prepare(document, job))
        return document.id
      }),
    renameProject: ({ id, name }: { id: ProjectId; name: string }) =>
      listed(async () => {
        if (engine.isOpen(id)) engine.session.run({ kind: 'renameProject', name })
        else await asWriter(store, id, () => store.rename(id, name))
      }),
    duplicateProject: ({ id, name }: { id: ProjectId; name: string }) =>
      listed(async () => {
        if (engine.isOpen(id)) await engine.save()
        return (await store.duplicate(id, name)).id
      }),
    deleteProject: ({ id }: { id: ProjectId }) =>
      listed(async () => {
        if (engine.isOpen(id)) await engine.close()
        await store.remove(id)
      }),
    restoreProject: ({ id }: { id: ProjectId }) => listed(() => store.restore(id)),
  }
}
