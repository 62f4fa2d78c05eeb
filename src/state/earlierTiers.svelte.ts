import type { EngineClient } from '../engine/protocol.ts'
import type { ReferenceChoice, ReferencePreview } from '../engine/reference/loading.ts'
import type { Jobs } from './jobs.svelte.ts'
import type { Notices } from './notices.svelte.ts'

/** Tiers of the last review on their way in: from a file that was read, or from a column of the list. */
export interface Loading {
  readonly name: string | null // of the file; null = a column of the list
  readonly session: string | null
  readonly preview: ReferencePreview
}

/** Loads, settles and removes what the next review is compared with. */
export class EarlierTiers {
  loading = $state.raw<Loading | null>(null)
  busy = $state(false)
  readonly #client: EngineClient
  readonly #notices: Notices
  readonly #jobs: Jobs
  #round = 0 // rises when a choice is made: late answers are dropped

  constructor(client: EngineClient, notices: Notices, jobs: Jobs) {
    this.#client = client
    this.#notices = notices
    this.#jobs = jobs
  }

  fromColumn(): Promise<void> {
    return this.#try(async () => this.#look(null, null))
  }

  fromFile(file: File): Promise<void> {
    return this.#try(async () => {
      const source = { kind: 'file', file, name: file.name } as const
      const { session } = await this.#jobs.run((options) =>
        this.#client.call('planImport', { source, choices: {} }, options),
      )
      try {
        await this.#look(file.name, session)
      } catch (error) {
        await this.#client.call('discardImport', { session })
        throw error
      }
    })
  }

  /** Asks anew what the list would give. */
  async choose(set: Partial<ReferenceChoice>): Promise<void> {
    const { loading } = this
    if (!loading) return
    const { name, session, preview } = loading
    const choice = { ...preview.choice, ...set }
    this.loading = { ...loading, preview: { ...preview, choice } }
    const round = ++this.#round
    try {
      const next = await this.#client.call('previewReference', { session, choice })
      if (round === this.#round && this.loading) this.loading = { name, session, preview: next }
    } catch (error) {
      this.#notices.fail(error)
    }
  }

  /** The number of customers whose tier was taken; null = refused. */
  async take(): Promise<number | null> {
    const { loading } = this
    if (!loading) return null
    const { session, preview } = loading
    let taken: number | null = null
    await this.#try(async () => {
      await this.#jobs.run((options) =>
        this.#client.call('loadReference', { session, choice: preview.choice }, options),
      )
      taken = preview.matched
      this.#round++
      this.loading = null
    })
    return taken
  }

  async close(): Promise<void> {
    const session = this.loading?.session
    this.#round++
    this.loading = null
    if (session) await this.#client.call('discardImport', { session })
  }

  /** False = refused. */
  settle(): Promise<boolean> {
    return this.#do((options) => this.#client.call('settleReview', null, options))
  }

  remove(): Promise<boolean> {
    return this.#do((options) => this.#client.call('removeReference', null, options))
  }

  async #do(task: Parameters<Jobs['run']>[0]): Promise<boolean> {
    let done = false
    await this.#try(async () => {
      await this.#jobs.run(task)
      done = true
    })
    return done
  }

  async #look(name: string | null, session: string | null): Promise<void> {
    const preview = await this.#client.call('previewReference', { session, choice: null })
    this.loading = { name, session, preview }
  }

  async #try(task: () => Promise<void>): Promise<void> {
    this.busy = true
    try {
      await task()
    } catch (error) {
      this.#notices.fail(error)
    } finally {
      this.busy = false
    }
  }
}
