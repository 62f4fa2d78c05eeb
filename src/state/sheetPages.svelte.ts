import { AppError } from '../core/error.ts'
import type { CallOptions } from '../engine/caller.ts'
import type { EngineClient } from '../engine/protocol.ts'
import type { SheetQuery, SheetView, SheetWindow } from '../engine/views.ts'
import { Jobs } from './jobs.svelte.ts'

export const pageRows = 100
const mostPages = 40

interface Page {
  readonly window: SheetWindow
  readonly version: number
}

/**
 * Rows of the sheet as far as they were looked at, in pages of 100, at most 40 of them. After a change the old numbers
 * stay on show until the new ones are here; one question at a time, so that a slow engine never queues up. Another order
 * or other rows are a job that can be cancelled: what was on show stays then. A newer query ends the one before.
 */
export class SheetPages {
  view = $state.raw<SheetView | null>(null)
  /** The query that `view` and the pages answer; a new one shows only once its first rows are here. */
  shown = $state.raw<SheetQuery | null>(null)
  readonly #client: EngineClient
  readonly #arrived: () => void
  readonly #failed: (error: unknown) => void
  readonly #jobs: Jobs
  #control = new AbortController() // of the query that is waited for
  #query: SheetQuery | null = null
  #pages = new Map<number, Page>()
  #version = 0
  #from = 0
  #to = 0
  #viewVersion = -1
  #asking: Promise<void> | null = null
  #round = 0

  /** `arrived` is told after each answer. */
  constructor(
    client: EngineClient,
    arrived: () => void,
    failed: (error: unknown) => void,
    jobs = new Jobs(),
  ) {
    this.#client = client
    this.#jobs = jobs
    this.#arrived = arrived
    this.#failed = failed
  }

  get version(): number {
    return this.#version
  }

  show(query: SheetQuery): Promise<void> {
    if (this.#query !== query) {
      this.#control.abort()
      this.#control = new AbortController()
      this.#query = query
      this.#version++
      this.#from = 0
      this.#to = Math.max(1, Math.min(this.#to - this.#from, 2 * pageRows))
    }
    return this.#start()
  }

  /** Everything on show may have changed. */
  outdate(): Promise<void> {
    this.#version++
    return this.#query ? this.#start() : Promise.resolve()
  }

  want(from: number, to: number): void {
    this.#from = Math.max(0, from)
    this.#to = Math.max(this.#from + 1, to)
    if (this.#query && this.#missing().length > 0) void this.#start()
  }

  clear(): void {
    this.#round++
    this.#control.abort()
    this.#query = null
    this.#pages.clear()
    this.#viewVersion = -1
    this.view = null
    this.shown = null
  }

  at(row: number): { readonly window: SheetWindow; readonly index: number } | undefined {
    const page = this.#pages.get(Math.floor(row / pageRows))
    const index = row % pageRows
    return page && index < page.window.rows.length ? { window: page.window, index } : undefined
  }

  #start(): Promise<void> {
    return (this.#asking ??= this.#ask())
  }

  async #ask(): Promise<void> {
    await Promise.resolve() // calls of the same task are one round
    try {
      for (;;) {
        const query = this.#query
        const version = this.#version
        const missing = this.#missing()
        const needsView = this.#viewVersion !== version
        if (!query || (!needsView && missing.length === 0)) return
        const round = this.#round
        const ask = (options: CallOptions) =>
          Promise.all([
            needsView ? this.#client.view('sheet', query, options) : null,
            ...missing.map((page) => {
              const [from, to] = [page * pageRows, (page + 1) * pageRows]
              return this.#client.view('window', { query, from, to }, options)
            }),
          ])
        const answer = await (this.shown === query || this.shown === null
          ? ask({})
          : this.#asJob(ask))
        if (answer === null) {
          if (round !== this.#round || query !== this.#query) continue // a newer one has ended it
          this.#query = this.shown // cancelled
          return
        }
        const [view, ...windows] = answer
        if (round !== this.#round || query !== this.#query) continue
        this.#take(query, version, view, missing, windows)
      }
    } catch (error) {
      this.#failed(error)
    } finally {
      this.#asking = null
    }
  }

  /** null = it was cancelled, by hand or by a newer query. */
  async #asJob<T>(ask: (options: CallOptions) => Promise<T>): Promise<T | null> {
    const { signal } = this.#control
    try {
      return await this.#jobs.run((options) => {
        const stop = () => this.#jobs.cancelOf(options.signal)
        signal.addEventListener('abort', stop)
        return ask(options).finally(() => signal.removeEventListener('abort', stop))
      })
    } catch (error) {
      if (error instanceof AppError && error.code === 'job.cancelled') return null
      throw error
    }
  }

  #take(
    query: SheetQuery,
    version: number,
    view: SheetView | null,
    pages: readonly number[],
    windows: readonly SheetWindow[],
  ): void {
    if (this.shown !== query) this.#pages.clear()
    pages.forEach((page, i) => {
      const window = windows[i]
      if (window) this.#pages.set(page, { window, version })
    })
    if (view) {
      this.view = view
      this.#viewVersion = version
    }
    this.shown = query
    this.#forget()
    this.#arrived()
  }

  /** Pages to ask for next: those on show that are old or absent, else one absent neighbour. */
  #missing(): number[] {
    const first = Math.floor(this.#from / pageRows)
    const last = Math.floor((this.#to - 1) / pageRows)
    const end = this.view ? Math.max(0, Math.ceil(this.view.rowCount / pageRows) - 1) : 0
    const isFirstAnswer = this.shown !== this.#query
    const old: number[] = []
    for (let page = first; page <= last && (isFirstAnswer || page <= end); page++)
      if (this.#pages.get(page)?.version !== this.#version) old.push(page)
    if (old.length > 0 || isFirstAnswer) return old
    const near = [last + 1, first - 1].find(
      (page) => page >= 0 && page <= end && !this.#pages.has(page),
    )
    return near === undefined ? [] : [near]
  }

  #forget(): void {
    if (this.#pages.size <= mostPages) return
    const middle = (this.#from + this.#to) / 2 / pageRows
    const far = [...this.#pages.keys()].sort((a, b) => Math.abs(b - middle) - Math.abs(a - middle))
    for (const page of far.slice(0, this.#pages.size - mostPages)) this.#pages.delete(page)
  }
}
