import { AppError, toWire } from '../core/error.ts'
import type { Job } from '../core/job.ts'
import type { Document, ProjectId } from '../project/document.ts'
import { Autosave } from '../storage/autosave.ts'
import { claimProject, type Claim } from '../storage/guard.ts'
import type { Store } from '../storage/store.ts'
import { entryOf } from './entry.ts'
import type { EngineEvent, SaveState } from './protocol.ts'
import { search } from './searching.ts'
import { Session } from './session.ts'

export interface EngineOptions {
  readonly store: Store
  /** A bundled sample by its file name. */
  readonly fetchSample: (file: string) => Promise<Blob>
  /** Today's local date, `YYYY-MM-DD`: read when a file is imported, never for a grade. */
  readonly today: () => string
  /** ISO instant, for the dates in the project list. */
  readonly now: () => string
}

const announceEvery = 16 // ms; about one frame

/** What lives: the storage, the open project, and who listens. Handlers are functions of it. */
export class Engine {
  readonly options: EngineOptions
  #session: Session | null = null
  #saver: Autosave | null = null
  #claim: Claim | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #announced = -Infinity
  #timer: ReturnType<typeof setTimeout> | null = null
  readonly #emit: (event: EngineEvent) => void

  constructor(options: EngineOptions, emit: (event: EngineEvent) => void) {
    this.options = options
    this.#emit = emit
    options.store.on((event) => {
      if (event.kind === 'superseded') emit({ kind: 'superseded' })
      else this.#emitState('failed', new AppError('storage.lost'))
    })
  }

  get store(): Store {
    return this.options.store
  }

  /** The open project. */
  get session(): Session {
    if (!this.#session) throw new AppError('project.missing')
    return this.#session
  }

  /** Searches outside the turn, so that edits go on meanwhile. Nothing to do where no project is open. */
  async searched(texts: readonly string[], job: Job): Promise<void> {
    if (texts.length > 0 && this.#session) await search(this.#session, texts, job)
  }

  isOpen(id: ProjectId): boolean {
    return this.#session?.document.id === id
  }

  /** Questions and edits wait for what opens or closes a project, and come in the order in which they were asked. */
  inTurn<T>(task: () => T | Promise<T>): Promise<T> {
    const turn = this.#turn.then(task)
    this.#turn = turn.catch(() => {})
    return turn
  }

  /** Only in turn. The project must be in the store. */
  async open(document: Document): Promise<void> {
    await this.close()
    await this.#start(this.#sessionOf(document), 'clean')
  }

  /** Only in turn. Stores a new project and opens it. */
  async create(document: Document): Promise<void> {
    const session = this.#sessionOf(document)
    await this.store.create(document, this.entry(session)) // refused: what was open stays open
    await this.close()
    await this.#start(session, 'saved')
  }

  #sessionOf(document: Document): Session {
    return new Session(document, (changes, merge) => {
      this.#saver?.changed(changes, merge)
      this.announce()
    })
  }

  async #start(session: Session, first: SaveState): Promise<void> {
    const { id } = session.document
    const state = (to: SaveState, error: unknown) => this.#emitState(to, error)
    const claim = await claimProject(this.store, id)
    this.#session = session
    this.#claim = claim
    if (claim.writable) {
      const parts = { document: () => session.document, entry: () => this.entry(session), state }
      this.#saver = new Autosave(this.store, id, parts)
      state(first, null)
    } else state('failed', new AppError('storage.otherTab'))
    this.announce()
  }

  /** Only in turn. Everything is saved first; where that fails the project stays open, unless it is no longer ours. */
  async close(): Promise<void> {
    await this.#saver?.flush().catch((error: unknown) => {
      if (!isLost(error)) throw error
    })
    await this.#saver?.close().catch(() => {}) // folding the log can wait: nothing is lost without it
    this.#claim?.release()
    this.#claim = null
    this.#saver = null
    this.#session = null
  }

  async save(): Promise<void> {
    await this.#saver?.saveNow()
  }

  /** A drag has ended: its last step is saved now. */
  settle(): void {
    this.session.settle()
    this.#saver?.settle()
    this.announce()
  }

  entry(session: Session) {
    return entryOf(session, this.options.now())
  }

  projectsChanged(): void {
    this.#emit({ kind: 'projects' })
  }

  /** Says `changed` at once or, while changes stream, once a frame and after the last one. */
  announce(): void {
    if (this.#timer !== null) return
    const wait = this.#announced + announceEvery - performance.now()
    if (wait > 0) this.#timer = setTimeout(() => this.#say(), wait)
    else this.#say()
  }

  #emitState(state: SaveState, error: unknown): void {
    this.#emit({ kind: 'saveState', state, error: error === null ? null : toWire(error) })
  }

  #say(): void {
    this.#timer = null
    this.#announced = performance.now()
    if (this.#session) this.#emit({ kind: 'changed', revision: this.#session.revision })
  }
}

/** The storage now belongs to another tab or version, or is gone: waiting would not save anything. */
function isLost(error: unknown): boolean {
  return (
    error instanceof AppError &&
    ['storage.otherTab', 'storage.superseded', 'storage.lost', 'project.missing'].includes(
      error.code,
    )
  )
}
