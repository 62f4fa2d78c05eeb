import type { Document, ProjectEntry, ProjectId } from '../project/document.ts'

/** The same project under another id and name. Columns are shared: they are never changed in place. */
export function copyDocument(
  document: Document,
  entry: ProjectEntry,
  id: ProjectId,
  name: string,
  at: string,
): { readonly document: Document; readonly entry: ProjectEntry } {
  return {
    document: { ...document, id, name, createdAt: at },
    entry: { ...entry, id, name, createdAt: at, changedAt: at },
  }
}

/** Latest change first; equal instants by id, so that the list never jumps. */
export function byLatest(a: ProjectEntry, b: ProjectEntry): number {
  if (a.changedAt !== b.changedAt) return a.changedAt < b.changedAt ? 1 : -1
  return a.id < b.id ? -1 : 1
}
