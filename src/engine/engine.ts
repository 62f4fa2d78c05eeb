import { AppError, toWire } from '../core/error.ts'
import type { Job } from '../core/job.ts'
import { finishInTurns } from '../core/steps.ts'
import { UtilityCache } from '../grading/utilityCache.ts'
import type { Document, ProjectId } from '../project/document.ts'
import { Autosave } from '../storage/autosave.ts'
import { claimProject, type Claim } from '../storage/guard.ts'
import { isRefusal, withShelf, type ShelvedStore } from '../storage/shelf.ts'
import type { Store } from '../storage/store.ts'
import { analysed } from './analysing.ts'
import { entryOf } from './entry.ts'
import { modelStates } from './modelRuns.ts'
import type { EngineEvent, SaveState } from './protocol.ts'
import { orderKnown } from './order.ts'
import { ordered, queryOf } from './ordering.ts'
import type { Hand } from './reader.ts'
import { search } from './searching.ts'
import { showTexts } from './shownTexts.ts'
import { Session, warmDocument, type ChangeListener } from './session.ts'
import { stepsOf } from './stepped.ts'
import type { SheetQuery, ViewName, Views } from './views.ts'

export interface EngineOptions {
  readonly store: Store
  /** A bundled sample by its file name. */
  readonly fetchSample: (file: string) => Promise<Blob>
  /** Today's local date, `YYYY-MM-DD`: read when a file is imported, never for a grade. */
  readonly today: () => string
  /** ISO instant, for the dates in the project list. */
  readonly now: () => string
  /** Who reads a file; this thread where nobody is named. */
  readonly takeHand?: () => Promise<Hand>
}

/** A view made while others had their turn. */
interface Answered<K extends ViewName> {
  readonly value: Views[K]['out']
  readonly isCurrent: () => boolean // nothing that it shows has changed meanwhile; a drag of a weight may go on
}

const announceEvery = 16 // ms; about one frame

/** What lives: the storage, the open project, and who listens. Handlers are functions of it. */
export class Engine {
  readonly options: EngineOptions
  readonly store: ShelvedStore
  #session: Session | null = null
  #saver: Autosave | null = null
  #claim: Claim | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #announced = -Infinity
  #timer: ReturnType<typeof setTimeout> | null = null
  readonly #emit: (event: EngineEvent) => void

  constructor(options: EngineOptions, emit: (event: EngineEvent) => void) {
    this.options = options
    this.store = withShelf(options.store)
    this.#emit = emit
    options.store.on((event) => {
      if (event.kind === 'superseded') emit({ kind: 'superseded' })
      else this.#emitState('failed', new AppError('storage.lost'))
    })
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

  /** The same for the order of the rows that a view shows. */
  async ordered(query: SheetQuery | null, job: Job): Promise<void> {
    if (query && this.#session) await ordered(this.#session, query, job)
  }

  /** The same for the texts of a column; those of the result are made when they are asked for. */
  async shown(column: string | null, job: Job): Promise<void> {
    if (column !== null && !column.startsWith('$') && this.#session)
      await finishInTurns(showTexts(this.#session, column), job)
  }

  /** The same for a view that looks at every row; null = it is made at once, or its rows are not in order any more. */
  async answered<K extends ViewName>(
    name: K,
    args: Views[K]['args'],
    job: Job,
  ): Promise<Answered<K> | null> {
    const session = this.#session
    const query = queryOf(name, args)
    if (!session || (query && !orderKnown(session, query))) return null
    const { table, orders } = session
    const steps = stepsOf(session, name, args)
    if (!steps) return null
    const value = await finishInTurns(steps, job)
    return {
      value,
      isCurrent: () =>
        this.#session === session && session.table === table && session.orders === orders,
    }
  }

  /** The same for what the quality of the list is. */
  async analysed<K extends ViewName>(name: K, args: Views[K]['args'], job: Job): Promise<void> {
    if (this.#session) await analysed(this.#session, name, args, job)
  }

  /** Runs the models of the open project, so that edits go on meanwhile. */
  async modelled(job: Job): Promise<void> {
    if (this.#session) await modelStates(this.#session.document, job)
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

  /** Grades a document step by step. Throws `job.cancelled`; nothing has happened then. */
  async prepare(document: Document, job: Job): Promise<Session> {
    const utilities = new UtilityCache()
    await warmDocument(utilities, document, job)
    const changed: ChangeListener = (changes, merge) => {
      this.#saver?.changed(changes, merge)
      this.announce()
    }
    return new Session(document, changed, utilities)
  }

  /** Only in turn. The project must be in the store. */
  async open(session: Session): Promise<void> {
    await this.close()
    await this.#start(session, 'clean')
  }

  /** Only in turn. Stores a new project and opens it; unsaved where the browser has no room for it. */
  async create(session: Session): Promise<void> {
    let refused: AppError | null = null
    try {
      await this.store.create(session.document, this.entry(session)) // refused for another reason: what was open stays open
    } catch (error) {
      if (!isRefusal(error)) throw error
      refused = error
    }
    await this.close()
    await this.#start(session, 'saved', refused)
  }

  async #start(session: Session, first: SaveState, refused: AppError | null = null): Promise<void> {
    this.#session = session
    try {
      if (refused) throw refused
      await this.#write(session, first)
    } catch (error) {
      if (!isRefusal(error)) {
        this.#session = null
        throw error
      }
      await this.store.shelve(session.document, this.entry(session))
      this.#emitState('failed', error)
    }
    this.announce()
  }

  /** From now on changes are saved, if no other tab has the project. */
  async #write(session: Session, first: SaveState): Promise<void> {
    const { id } = session.document
    this.#claim?.release()
    this.#claim = await claimProject(this.store, id)
    if (!this.#claim.writable) {
      this.#emitState('failed', new AppError('storage.otherTab'))
      return
    }
    if (this.store.isShelved(id)) await this.store.unshelve(session.document, this.entry(session))
    this.#saver = new Autosave(this.store, id, {
      document: () => session.document,
      entry: () => this.entry(session),
      state: (state, error) => this.#emitState(state, error),
    })
    this.#emitState(first, null)
  }

  /** Only in turn. Everything is saved first; where the browser has no room it is kept for this visit. */
  async close(): Promise<void> {
    const session = this.#session
    if (session) await this.#saveAll(session)
    await this.#saver?.close().catch(() => {}) // folding the log can wait: nothing is lost without it
    this.#claim?.release()
    this.#claim = null
    this.#saver = null
    this.#session = null
  }

  async #saveAll(session: Session): Promise<void> {
    const shelve = () => this.store.shelve(session.document, this.entry(session))
    if (this.store.isShelved(session.document.id)) return shelve()
    try {
      await this.#saver?.flush()
    } catch (error) {
      if (isRefusal(error)) await shelve()
      else if (!isLost(error)) throw error
    }
  }

  async save(): Promise<void> {
    const session = this.#session
    if (session && this.store.isShelved(session.document.id)) await this.#write(session, 'saved')
    else await this.#saver?.saveNow()
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

/** The project now belongs to another tab or version, or is gone: waiting would not save anything. */
function isLost(error: unknown): boolean {
  return (
    error instanceof AppError &&
    ['storage.otherTab', 'storage.superseded', 'project.missing'].includes(error.code)
  )
}
