import { AppError } from '../core/error.ts'
import { newId } from '../core/id.ts'
import { applyAll } from '../project/apply.ts'
import type { Change } from '../project/change.ts'
import type { Document, ProjectEntry, ProjectId } from '../project/document.ts'
import { byLatest, copyDocument } from './copy.ts'
import type { Store } from './store.ts'

interface Kept {
  readonly document: Document
  readonly log: readonly Change[] // what was appended since, applied when the document is asked for
  readonly entry: ProjectEntry
  readonly removedAt: string | null // ISO instant
}

/** Projects for this visit only: `?fresh`, tests, and browsers that forbid storage. Documents are shared, not copied. */
export function memoryStore(): Store {
  const projects = new Map<ProjectId, Kept>()
  const keptOf = (id: ProjectId): Kept => {
    const kept = projects.get(id)
    if (!kept) throw new AppError('project.missing', { id })
    return kept
  }
  const documentOf = (id: ProjectId): Document => {
    const { document, log } = keptOf(id)
    if (log.length === 0) return document
    const { next } = applyAll(document, log)
    change(id, (kept) => ({ ...kept, document: next, log: [] }))
    return next
  }
  const change = (id: ProjectId, edit: (kept: Kept) => Kept) => {
    projects.set(id, edit(keptOf(id)))
  }
  const now = () => new Date().toISOString()

  // async: what a store refuses is a rejected promise, never a throw
  /* eslint-disable @typescript-eslint/require-await */
  const store: Store = {
    async list() {
      return [...projects.values()]
        .filter(({ removedAt }) => removedAt === null)
        .map(({ entry }) => entry)
        .sort(byLatest)
    },
    async create(document, entry) {
      if (projects.has(document.id)) throw new Error(`project ${document.id} is there already`)
      projects.set(document.id, { document, log: [], entry, removedAt: null })
    },
    async load(id) {
      return { document: documentOf(id), damaged: [] }
    },
    async claim(id) {
      keptOf(id)
    },
    async append(id, changes) {
      if (changes.length === 0) return
      change(id, (kept) => {
        const named = changes.findLast((change) => change.kind === 'setName')
        const name = named?.name ?? kept.entry.name
        const entry = { ...kept.entry, name, changedAt: now() }
        return { ...kept, log: [...kept.log, ...changes], entry }
      })
    },
    async fold(document, entry) {
      change(document.id, ({ removedAt }) => ({ document, log: [], entry, removedAt }))
    },
    async rename(id, name) {
      change(id, (kept) => ({
        ...kept,
        log: [...kept.log, { kind: 'setName', name }],
        entry: { ...kept.entry, name },
      }))
    },
    async duplicate(id, name) {
      const { entry } = keptOf(id)
      const copy = copyDocument(documentOf(id), entry, newId('p'), name, now())
      await store.create(copy.document, copy.entry)
      return copy.entry
    },
    async remove(id) {
      change(id, (kept) => ({ ...kept, removedAt: now() }))
    },
    async restore(id) {
      change(id, (kept) => ({ ...kept, removedAt: null }))
    },
    async forgetRemoved(before) {
      const gone = [...projects].filter(([, kept]) => (kept.removedAt ?? before) < before)
      for (const [id] of gone) projects.delete(id)
      return gone.length
    },
    async estimate() {
      return { used: null, quota: null, persisted: null }
    },
    close() {},
    on: () => () => {},
  }
  /* eslint-enable @typescript-eslint/require-await */
  return store
}
