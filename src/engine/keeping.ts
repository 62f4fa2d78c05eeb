import { AppError } from '../core/error.ts'
import type { Change } from '../project/change.ts'
import type { ProjectEntry } from '../project/document.ts'
import { Autosave } from '../storage/autosave.ts'
import { claimProject, type Claim } from '../storage/guard.ts'
import { isRefusal, type ShelvedStore } from '../storage/shelf.ts'
import type { SaveState } from './protocol.ts'
import type { Session } from './session.ts'

/** Keeps the open project: saves its changes, or shelves it for this visit where the browser has no room. Only in turn. */
export class Keeping {
  readonly #store: ShelvedStore
  readonly #entryOf: (session: Session) => ProjectEntry
  readonly #tell: (state: SaveState, error: unknown) => void
  #saver: Autosave | null = null
  #claim: Claim | null = null

  constructor(
    store: ShelvedStore,
    entryOf: (session: Session) => ProjectEntry,
    tell: (state: SaveState, error: unknown) => void,
  ) {
    this.#store = store
    this.#entryOf = entryOf
    this.#tell = tell
  }

  /** The project is in the store, or `refused` says why it is not. Throws what is not for want of room. */
  async begin(session: Session, first: SaveState, refused: AppError | null = null): Promise<void> {
    try {
      if (refused) throw refused
      await this.#write(session, first)
    } catch (error) {
      if (!isRefusal(error)) throw error
      await this.#shelve(session)
      this.#tell('failed', error)
    }
  }

  /** `merge`: the drag that the changes are a step of. */
  changed(changes: readonly Change[], merge: string | null): void {
    this.#saver?.changed(changes, merge)
  }

  /** A drag has ended: its last step is saved now. */
  settle(): void {
    this.#saver?.settle()
  }

  async save(session: Session | null): Promise<void> {
    if (session && this.#isShelved(session)) await this.#write(session, 'saved')
    else await this.#saver?.saveNow()
  }

  /** Everything is saved first. */
  async end(session: Session | null): Promise<void> {
    if (session) await this.#saveAll(session)
    await this.#saver?.close().catch(() => {}) // folding the log can wait: nothing is lost without it
    this.#claim?.release()
    this.#claim = null
    this.#saver = null
  }

  /** From now on changes are saved, if no other tab has the project. */
  async #write(session: Session, first: SaveState): Promise<void> {
    const { id } = session.document
    this.#claim?.release()
    this.#claim = await claimProject(this.#store, id)
    if (!this.#claim.writable) {
      this.#tell('failed', new AppError('storage.otherTab'))
      return
    }
    if (this.#isShelved(session))
      await this.#store.unshelve(session.document, this.#entryOf(session))
    this.#saver = new Autosave(this.#store, id, {
      document: () => session.document,
      entry: () => this.#entryOf(session),
      state: this.#tell,
    })
    this.#tell(first, null)
  }

  async #saveAll(session: Session): Promise<void> {
    if (this.#isShelved(session)) return this.#shelve(session)
    try {
      await this.#saver?.flush()
    } catch (error) {
      if (isRefusal(error)) await this.#shelve(session)
      else if (!isLost(error)) throw error
    }
  }

  #isShelved(session: Session): boolean {
    return this.#store.isShelved(session.document.id)
  }

  #shelve(session: Session): Promise<void> {
    return this.#store.shelve(session.document, this.#entryOf(session))
  }
}

/** The project now belongs to another tab or version, or is gone: waiting would not save anything. */
function isLost(error: unknown): boolean {
  return (
    error instanceof AppError &&
    ['storage.otherTab', 'storage.superseded', 'project.missing'].includes(error.code)
  )
}
