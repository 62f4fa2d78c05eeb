import type { Progress } from '../core/job.ts'
import type { EngineClient } from '../engine/protocol.ts'
import type { RecordTableView } from '../engine/recordViews.ts'
import type { Views } from '../engine/views.ts'
import type { RecordKind } from '../table/kind.ts'
import type { Jobs } from './jobs.svelte.ts'
import { LiveView } from './liveView.svelte.ts'
import type { Notices } from './notices.svelte.ts'

export const recordsPerPage = 50

type Rows = Views['records']['args']['rows']

/** Tables of records of the open project: which one is on show, which of its rows, and what is done with it. */
export class RecordTables {
  kind = $state<RecordKind | null>(null)
  rows = $state<Rows>('all')
  /** A step is being worked out. */
  busy = $state(false)
  readonly tables: LiveView<'tables'>
  readonly page: LiveView<'records'>
  readonly current: RecordTableView | null = $derived.by(
    () => this.tables.current?.find(({ kind }) => kind === this.kind) ?? null,
  )
  #from = 0
  readonly #client: EngineClient
  readonly #notices: Notices
  readonly #jobs: Jobs

  constructor(client: EngineClient, notices: Notices, jobs: Jobs) {
    this.#client = client
    this.#notices = notices
    this.#jobs = jobs
    this.tables = new LiveView(client, 'tables', null)
    this.page = new LiveView(client, 'records', { kind: 'orders', rows: 'all', from: 0, to: 0 })
  }

  /** After each change of the document. The first table is shown until another one is chosen. */
  async refresh(): Promise<void> {
    try {
      await this.tables.show()
      const kinds = this.tables.current?.map(({ kind }) => kind) ?? []
      if (this.kind === null || !kinds.includes(this.kind)) {
        this.kind = kinds[0] ?? null
        this.rows = 'all'
        this.#from = 0
      }
      await this.#ask()
    } catch (error) {
      this.#notices.fail(error)
    }
  }

  async show(kind: RecordKind, rows: Rows = 'all', from = 0): Promise<void> {
    this.kind = kind
    this.rows = rows
    this.#from = Math.max(0, from)
    try {
      await this.#ask()
    } catch (error) {
      this.#notices.fail(error)
    }
  }

  turn(pages: number): Promise<void> {
    return this.kind === null
      ? Promise.resolve()
      : this.show(this.kind, this.rows, this.#from + pages * recordsPerPage)
  }

  async #ask(): Promise<void> {
    const { kind, rows } = this
    if (kind === null) return this.page.clear()
    await this.page.show({ kind, rows, from: this.#from, to: this.#from + recordsPerPage })
    const total = this.page.current?.total ?? 0
    if (this.#from === 0 || this.#from < total) return
    this.#from = 0 // rows went away
    await this.page.show({ kind, rows, from: 0, to: recordsPerPage })
  }

  /** How many customers were added; null = it could not be done. */
  adopt(kind: RecordKind): Promise<number | null> {
    return this.#work(async (options) => {
      const { count } = await this.#client.call('adoptRecords', { kind }, options)
      return count
    })
  }

  async remove(kind: RecordKind): Promise<boolean> {
    const done = await this.#work((options) =>
      this.#client.call('removeRecords', { kind }, options),
    )
    return done !== null
  }

  async changeKind(kind: RecordKind, to: RecordKind): Promise<boolean> {
    const done = await this.#work((options) =>
      this.#client.call('changeKind', { kind, to }, options),
    )
    if (done !== null) this.kind = to
    return done !== null
  }

  async #work<T>(
    task: (options: {
      signal: AbortSignal
      onProgress: (progress: Progress) => void
    }) => Promise<T>,
  ): Promise<T | null> {
    this.busy = true
    try {
      return await this.#jobs.run(task)
    } catch (error) {
      this.#notices.fail(error)
      return null
    } finally {
      this.busy = false
    }
  }

  leave(): void {
    this.tables.hide()
    this.page.hide()
  }
}
