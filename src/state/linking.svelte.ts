import { AppError } from '../core/error.ts'
import type { ImportLink } from '../engine/importLink.ts'
import type { EngineClient } from '../engine/protocol.ts'
import type { TakenFile } from './importFile.ts'
import type { Notices } from './notices.svelte.ts'

/** Records beside their customers, as they would now be imported. */
export class Linking {
  /** By session of the records. */
  found = $state.raw<ReadonlyMap<string, ImportLink>>(new Map())
  busy = $state(false)
  #asked: readonly unknown[] = []
  #control: AbortController | null = null
  readonly #client: EngineClient
  readonly #notices: Notices

  constructor(client: EngineClient, notices: Notices) {
    this.#client = client
    this.#notices = notices
  }

  forget(): void {
    this.#control?.abort()
    this.#control = null
    this.#asked = []
    this.found = new Map()
    this.busy = false
  }

  /** Under plans that were asked about already nothing is asked again. `update`: the project's customers stay. */
  async show(taken: readonly TakenFile[], update: boolean): Promise<void> {
    const plans = [update, ...taken.flatMap(({ session, plan }) => [session, plan])]
    if (plans.length === this.#asked.length && plans.every((one, at) => one === this.#asked[at]))
      return
    this.forget()
    this.#asked = plans
    const list = taken.find(({ plan }) => plan.kind === 'customers')?.session ?? null
    const records = taken.filter(({ plan }) => plan.kind !== 'customers')
    if (records.length === 0) return
    const control = new AbortController()
    this.#control = control
    this.busy = true
    try {
      for (const { session } of records) {
        const { signal } = control
        const link = await this.#client.call('linkImport', { session, list, update }, { signal })
        if (control !== this.#control) return
        this.found = new Map([...this.found, [session, link]])
      }
    } catch (error) {
      const cancelled = error instanceof AppError && error.code === 'job.cancelled'
      if (control === this.#control && !cancelled) this.#notices.fail(error)
    } finally {
      if (control === this.#control) this.busy = false
    }
  }
}
