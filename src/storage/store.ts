import type { Change } from '../project/change.ts'
import type { Document, ProjectEntry, ProjectId } from '../project/document.ts'

/** Where projects are kept between visits. Every promise that resolves is durable. */
export interface Store {
  /** Latest change first; without the removed ones. */
  list(): Promise<readonly ProjectEntry[]>
  /** All of the document or nothing: it shows in `list` only once every part is written. */
  create(document: Document, entry: ProjectEntry): Promise<void>
  /** The document after its last appended change. Throws `project.missing`, `storage.newer`, `storage.damaged`. */
  load(id: ProjectId): Promise<Loaded>
  /** From now on this store writes the project; another store that did so before gets `storage.otherTab`. */
  claim(id: ProjectId): Promise<void>
  /** Adds to the edit log: the changes that lead from the last appended state to the next. */
  append(id: ProjectId, changes: readonly Change[]): Promise<void>
  /**
   * Writes the document's changed columns and clears the log up to here. Only with a document that holds
   * every change appended so far, and none that is still to be appended.
   */
  fold(document: Document, entry: ProjectEntry): Promise<void>
  /** For a project that is not open; the open one is renamed by its command. */
  rename(id: ProjectId, name: string): Promise<void>
  duplicate(id: ProjectId, name: string): Promise<ProjectEntry>
  /** Kept aside until `forgetRemoved`. */
  remove(id: ProjectId): Promise<void>
  restore(id: ProjectId): Promise<void>
  /** Ends the undo of what was removed before this ISO instant, and frees its room. Resolves to how many went. */
  forgetRemoved(before: string): Promise<number>
  estimate(): Promise<Estimate>
  close(): void
  on(listener: (event: StoreEvent) => void): () => void
}

export interface Loaded {
  readonly document: Document
  /** Names of columns that lost cells; `#edits` where part of the log is lost, `#<table>` for a lost table. */
  readonly damaged: readonly string[]
}

/** Facts of the browser, null where it does not say. Never a promise of room: `quota` is a guess. */
export interface Estimate {
  readonly used: number | null // bytes, of the whole origin
  readonly quota: number | null // bytes
  readonly persisted: boolean | null // safe from eviction
}

export type StoreEvent =
  | { readonly kind: 'superseded' } // a newer version of the app needs the storage: nothing is written any more
  | { readonly kind: 'lost' } // the browser has closed or wiped the storage: nothing is written any more
