import { AppError } from '../../core/error.ts'
import { newId } from '../../core/id.ts'
import type { Change } from '../../project/change.ts'
import type { ProjectEntry, ProjectId } from '../../project/document.ts'
import { byLatest, copyDocument } from '../copy.ts'
import { browserEstimate } from '../estimate.ts'
import type { Store, StoreEvent } from '../store.ts'
import { databaseName, openDatabase, type Database } from './database.ts'
import { readDocument } from './read.ts'
import type { ProjectRecord } from './records.ts'
import { sweep } from './sweep.ts'
import { dropDataset } from './datasets.ts'
import { writeDocument } from './write.ts'

/** Projects in IndexedDB. Throws `storage.newer`, `storage.unavailable`. */
export async function openDexieStore(name = databaseName): Promise<Store> {
  const listeners = new Set<(event: StoreEvent) => void>()
  const database = await openDatabase(name, (event) => {
    for (const listener of listeners) listener(event)
  })
  await sweep(database, Date.now())
  return dexieStore(database, listeners)
}

function dexieStore(database: Database, listeners: Set<(event: StoreEvent) => void>): Store {
  const { tables } = database
  const session = newId('s')
  /** Number of the last edit that the open documents hold: what a fold may clear. */
  const heldEdit = new Map<ProjectId, number>()

  const projectOf = async (id: ProjectId): Promise<ProjectRecord> => {
    const project = await tables.projects.get(id)
    if (!project) throw new AppError('project.missing', { id })
    return project
  }
  /** A second line behind the locks of `guard.ts`, which plain-http pages do not have. */
  const ownProject = async (id: ProjectId): Promise<ProjectRecord> => {
    const project = await projectOf(id)
    if (project.writer !== null && project.writer !== session)
      throw new AppError('storage.otherTab', { id })
    return project
  }
  const change = (id: ProjectId, edit: (project: ProjectRecord) => ProjectRecord) =>
    database.transact('rw', async () => {
      await tables.projects.put(edit(await projectOf(id)))
    })

  /** Inside a transaction: gives the edit its number. */
  const log = async (
    project: ProjectRecord,
    changes: readonly Change[],
    edited: (entry: ProjectEntry, changes: readonly Change[]) => ProjectEntry,
  ): Promise<number> => {
    const edit = project.lastEdit + 1
    await tables.edits.add({ project: project.id, edit, changes })
    await tables.projects.put({
      ...project,
      entry: edited(project.entry, changes),
      lastEdit: edit,
    })
    return edit
  }

  const store: Store = {
    async list() {
      const projects = await database.read(() => tables.projects.toArray())
      return projects
        .filter(({ removedAt }) => removedAt === null)
        .map(({ entry }) => entry)
        .sort(byLatest)
    },

    async create(document, entry) {
      const { id } = document
      await writeDocument(database, document, entry, {
        editsUpTo: 0,
        async check() {
          if (await tables.projects.get(id)) throw new Error(`project ${id} is there already`)
        },
        put: (entry) =>
          tables.projects.put({ id, entry, removedAt: null, writer: null, lastEdit: 0 }),
      })
      heldEdit.set(id, 0)
    },

    async load(id) {
      const { document, damaged, lastEdit } = await readDocument(database, id)
      heldEdit.set(id, lastEdit)
      return { document, damaged }
    },

    claim: (id) => change(id, (project) => ({ ...project, writer: session })),

    async append(id, changes) {
      if (changes.length === 0) return
      const edit = await database.transact('rw', async () =>
        log(await ownProject(id), changes, touched),
      )
      heldEdit.set(id, edit)
    },

    async fold(document, entry) {
      const editsUpTo = heldEdit.get(document.id) ?? 0 // now: what is appended while we write stays in the log
      let project: ProjectRecord
      await writeDocument(database, document, entry, {
        editsUpTo,
        async check() {
          project = await ownProject(document.id)
        },
        put: (entry) => tables.projects.put({ ...project, entry }),
      })
    },

    async rename(id, name) {
      await database.transact('rw', async () => {
        await log(await projectOf(id), [{ kind: 'setName', name }], (entry) => ({ ...entry, name }))
      })
    },

    async duplicate(id, name) {
      const project = await database.read(() => projectOf(id))
      const { document } = await readDocument(database, id)
      const at = new Date().toISOString()
      const copy = copyDocument(document, project.entry, newId('p'), name, at)
      await store.create(copy.document, copy.entry)
      return copy.entry
    },

    remove: (id) => change(id, (project) => ({ ...project, removedAt: new Date().toISOString() })),
    restore: (id) => change(id, (project) => ({ ...project, removedAt: null })),

    forgetRemoved: (before) =>
      database.transact('rw', async () => {
        const projects = await tables.projects.toArray()
        const gone = projects.filter(({ removedAt }) => (removedAt ?? before) < before)
        for (const { id } of gone) {
          const datasets = await tables.datasets.where('project').equals(id).primaryKeys()
          for (const dataset of datasets) await dropDataset(tables, dataset)
          await tables.edits.where('[project+edit]').between([id, 0], [id, Infinity]).delete()
          await tables.documents.delete(id)
          await tables.projects.delete(id)
        }
        return gone.length
      }),

    estimate: browserEstimate,
    close: () => database.close(),
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return store
}

/** The list tells the name and time of the last edit even before the log is folded. */
function touched(entry: ProjectEntry, changes: readonly Change[]): ProjectEntry {
  const named = changes.findLast((change) => change.kind === 'setName')
  return { ...entry, name: named?.name ?? entry.name, changedAt: new Date().toISOString() }
}
