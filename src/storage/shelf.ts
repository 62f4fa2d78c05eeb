import { AppError, type ErrorCode } from '../core/error.ts'
import { newId } from '../core/id.ts'
import type { Document, ProjectEntry, ProjectId } from '../project/document.ts'
import { byLatest, copyDocument } from './copy.ts'
import { memoryStore } from './memory.ts'
import type { Store } from './store.ts'

/** The browser's store, and beside it the projects that it does not take: in memory, for as long as this visit lasts. */
export interface ShelvedStore extends Store {
  /** Holds a project that cannot be written, instead of the stored one where there is one. */
  shelve(document: Document, entry: ProjectEntry): Promise<void>
  isShelved(id: ProjectId): boolean
  /** Writes a shelved project after all. Throws what the browser says; it stays on the shelf then. */
  unshelve(document: Document, entry: ProjectEntry): Promise<void>
}

const refusals: ReadonlySet<ErrorCode> = new Set([
  'storage.full',
  'storage.unavailable',
  'storage.lost',
  'storage.newer',
  'storage.damaged',
])

/** Nothing can be written, for lack of room or of a sound storage: the project itself is well. */
export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && refusals.has(error.code)
}

const undoLasts = 60_000 // ms: where room is needed, projects deleted longer ago give theirs

export function withShelf(store: Store): ShelvedStore {
  const shelf = memoryStore()
  const shelved = new Set<ProjectId>()
  const placeOf = (id: ProjectId) => (shelved.has(id) ? shelf : store)

  async function create(document: Document, entry: ProjectEntry): Promise<void> {
    try {
      await store.create(document, entry)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'storage.full') throw error
      const freed = await store.forgetRemoved(new Date(Date.now() - undoLasts).toISOString())
      if (freed === 0) throw error
      await store.create(document, entry)
    }
  }

  return {
    ...store,
    create,
    async list() {
      const own = await shelf.list()
      const kept = await store.list().catch((error: unknown) => {
        if (own.length === 0 || !isRefusal(error)) throw error
        return []
      })
      return [...own, ...kept.filter(({ id }) => !shelved.has(id))].sort(byLatest)
    },
    load: (id) => placeOf(id).load(id),
    claim: (id) => placeOf(id).claim(id),
    append: (id, changes) => placeOf(id).append(id, changes),
    fold: (document, entry) => placeOf(document.id).fold(document, entry),
    rename: (id, name) => placeOf(id).rename(id, name),
    remove: (id) => placeOf(id).remove(id),
    restore: (id) => placeOf(id).restore(id),
    async duplicate(id, name) {
      if (!shelved.has(id)) return store.duplicate(id, name)
      const entry = (await shelf.list()).find((one) => one.id === id)
      if (!entry) throw new AppError('project.missing', { id })
      const { document } = await shelf.load(id)
      const copy = copyDocument(document, entry, newId('p'), name, new Date().toISOString())
      await create(copy.document, copy.entry)
      return copy.entry
    },

    isShelved: (id) => shelved.has(id),
    async shelve(document, entry) {
      if (shelved.has(document.id)) return shelf.fold(document, entry)
      shelved.add(document.id)
      await shelf.create(document, entry)
    },
    async unshelve(document, entry) {
      try {
        await store.claim(document.id)
        await store.fold(document, entry)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'project.missing') throw error
        await create(document, entry)
      }
      shelved.delete(document.id)
      await shelf.remove(document.id)
      await shelf.forgetRemoved(new Date(Date.now() + 1000).toISOString())
    },
  }
}
