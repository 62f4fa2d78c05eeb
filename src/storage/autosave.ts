import { AppError, type ErrorCode } from '../core/error.ts'
import type { Change } from '../project/change.ts'
import type { Document, ProjectEntry, ProjectId } from '../project/document.ts'
import { squash } from '../project/squash.ts'
import { weigh } from '../project/weigh.ts'
import type { Store } from './store.ts'

export type SaveState = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed'

export interface AutosaveParts {
  /** The document as it is now: every change that was told is in it. */
  readonly document: () => Document
  readonly entry: () => ProjectEntry
  readonly state: (state: SaveState, error: Error | null) => void
}

export interface AutosaveTimes {
  readonly drag: number // ms that a step of a drag may wait to be logged
  readonly idle: number // ms without a change until the log is folded
  readonly retry: number // ms until the first retry; doubles up to `retryMost`
  readonly retryMost: number
  readonly foldAt: number // edits in the log
  readonly foldBytes: number // a change heavier than this goes into the columns at once, not through the log
}

const usual: AutosaveTimes = {
  drag: 250,
  idle: 2000,
  retry: 1000,
  retryMost: 30_000,
  foldAt: 500,
  foldBytes: 16 * 2 ** 20,
}

/** Trying again cannot help: the storage now belongs to another, or is gone. */
const final: ReadonlySet<ErrorCode> = new Set([
  'storage.superseded',
  'storage.otherTab',
  'storage.lost',
  'storage.newer',
  'project.missing',
])

/**
 * Keeps the open project saved: each change is logged at once, the log is folded when it is quiet.
 * What could not be written stays in memory and is tried again; `failed` until it succeeds.
 */
export class Autosave {
  readonly #store: Store
  readonly #id: ProjectId
  readonly #parts: AutosaveParts
  readonly #times: AutosaveTimes
  #waiting: readonly Change[] = []
  #merge: string | null = null // of the drag whose steps wait
  #heavy = false // what waits is to be folded, not logged
  #logged = 0 // edits in the log since the last fold
  #writing: Promise<boolean> | null = null // never rejects
  #folding: Promise<boolean> | null = null // never rejects
  #error: Error | null = null // why the last write failed
  #state: SaveState = 'clean'
  #stopped = false
  #delay: number
  #dragTimer: ReturnType<typeof setTimeout> | undefined
  #idleTimer: ReturnType<typeof setTimeout> | undefined
  #retryTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    store: Store,
    id: ProjectId,
    parts: AutosaveParts,
    times: Partial<AutosaveTimes> = {},
  ) {
    this.#store = store
    this.#id = id
    this.#parts = parts
    this.#times = { ...usual, ...times }
    this.#delay = this.#times.retry
  }

  get state(): SaveState {
    return this.#state
  }

  /** The document has just taken these changes. `merge`: the drag that they are a step of. */
  changed(changes: readonly Change[], merge: string | null = null): void {
    if (changes.length === 0 || this.#stopped) return
    this.#waiting = squash([...this.#waiting, ...changes])
    this.#heavy ||= changes.reduce((sum, change) => sum + weigh(change), 0) > this.#times.foldBytes
    if (this.#state !== 'failed') this.#tell('dirty')
    if (merge !== null && (this.#merge === null || this.#merge === merge)) {
      this.#merge = merge
      this.#dragTimer ??= setTimeout(() => this.settle(), this.#times.drag)
    } else this.settle()
  }

  /** A drag has ended: its last step is logged now. */
  settle(): void {
    clearTimeout(this.#dragTimer)
    this.#dragTimer = undefined
    this.#merge = null
    if (this.#waiting.length > 0) void this.#write()
  }

  /** Resolves when everything told so far is durable. Throws what kept it from being so. */
  async flush(): Promise<void> {
    if (this.#stopped && this.#error !== null) throw this.#error
    this.settle()
    while (this.#writing !== null) if (!(await this.#writing)) throw this.#reason()
  }

  /** As `flush`, and folds the log. */
  async saveNow(): Promise<void> {
    do {
      await this.flush()
      await this.#folding
    } while (this.#writing !== null || this.#waiting.length > 0)
    if (!(await this.#fold())) throw this.#reason()
  }

  /** Saves, then stops. Throws like `flush`, and goes on then; but not where saving has ended for good. */
  async close(): Promise<void> {
    if (!this.#stopped) await this.flush()
    await this.#folding
    if (!this.#stopped && this.#logged > 0) await this.#fold() // if it fails, the log holds it all
    this.#stop()
  }

  /** Logs what waits, and what comes to wait meanwhile. False: it failed, the state says so, a retry is due. */
  #write(): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(false)
    this.#writing ??= this.#writeAll().then((done) => {
      this.#writing = null
      if (done && this.#waiting.length > 0 && this.#merge === null) void this.#write()
      return done
    })
    return this.#writing
  }

  async #writeAll(): Promise<boolean> {
    clearTimeout(this.#retryTimer)
    if (this.#state !== 'failed') this.#tell('saving')
    try {
      while (this.#waiting.length > 0 && this.#merge === null)
        await (this.#heavy ? this.#foldWaiting() : this.#logWaiting())
    } catch (error) {
      this.#failed(error)
      return false
    }
    this.#error = null
    this.#delay = this.#times.retry
    this.#tell(this.#waiting.length > 0 ? 'dirty' : 'saved')
    this.#foldSoon()
    return true
  }

  async #logWaiting(): Promise<void> {
    const changes = this.#waiting
    this.#waiting = []
    try {
      await this.#store.append(this.#id, changes)
      this.#logged++
    } catch (error) {
      this.#waiting = squash([...changes, ...this.#waiting])
      throw error
    }
  }

  /** The document holds what waits too, and nothing is logged before it is written. */
  async #foldWaiting(): Promise<void> {
    await this.#folding
    const changes = this.#waiting
    this.#waiting = []
    this.#heavy = false
    try {
      await this.#store.fold(this.#parts.document(), this.#parts.entry())
      this.#logged = 0
    } catch (error) {
      this.#waiting = squash([...changes, ...this.#waiting])
      this.#heavy = true
      throw error
    }
  }

  #foldSoon(wait = this.#logged >= this.#times.foldAt ? 0 : this.#times.idle): void {
    clearTimeout(this.#idleTimer)
    if (this.#logged > 0) this.#idleTimer = setTimeout(() => this.#foldIfQuiet(), wait)
  }

  #foldIfQuiet(): void {
    const quiet = this.#writing === null && this.#waiting.length === 0
    if (quiet) void this.#fold()
    else this.#foldSoon(this.#times.drag)
  }

  /** Only while nothing waits. Changes told meanwhile are logged beside it: the store keeps them apart. */
  #fold(): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(false)
    this.#folding ??= this.#foldLog().finally(() => (this.#folding = null))
    return this.#folding
  }

  /** A failure is no loss, for the log holds it all: tried again later, said only where saving has ended for good. */
  async #foldLog(): Promise<boolean> {
    const logged = this.#logged
    try {
      await this.#store.fold(this.#parts.document(), this.#parts.entry())
      this.#logged -= logged
      return true
    } catch (error) {
      if (isFinal(error)) this.#failed(error)
      else {
        this.#error = asError(error)
        this.#foldSoon(this.#later())
      }
      return false
    }
  }

  #failed(error: unknown): void {
    this.#error = asError(error)
    this.#tell('failed')
    if (isFinal(error)) this.#stop()
    else this.#retryTimer = setTimeout(() => void this.#write(), this.#later())
  }

  /** The next back-off, in ms. */
  #later(): number {
    const wait = this.#delay
    this.#delay = Math.min(wait * 2, this.#times.retryMost)
    return wait
  }

  #reason(): Error {
    return this.#error ?? new Error('saving has ended')
  }

  #stop(): void {
    this.#stopped = true
    for (const timer of [this.#dragTimer, this.#idleTimer, this.#retryTimer]) clearTimeout(timer)
  }

  #tell(state: SaveState): void {
    if (state === this.#state && state !== 'failed') return
    this.#state = state
    this.#parts.state(state, state === 'failed' ? this.#error : null)
  }
}

function isFinal(error: unknown): boolean {
  return error instanceof AppError && final.has(error.code)
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
