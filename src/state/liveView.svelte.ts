import type { EngineClient } from '../engine/protocol.ts'
import type { ViewName, Views } from '../engine/views.ts'

/**
 * One view of the engine, kept fresh: asks again after each change, the next question only after the last answer,
 * so that a slow view never queues up. `current` keeps the last answer meanwhile.
 */
export class LiveView<K extends ViewName> {
  current = $state.raw<Views[K]['out'] | null>(null) // raw: replaced whole, may be large
  readonly #client: EngineClient
  readonly #name: K
  #args: Views[K]['args'] | null
  #active = false
  #asking: Promise<void> | null = null
  #stale = false
  #round = 0

  constructor(client: EngineClient, name: K, args: Views[K]['args']) {
    this.#client = client
    this.#name = name
    this.#args = args
  }

  /** Start or go on with these arguments; resolves once they are answered. */
  show(args: Views[K]['args'] = this.#args): Promise<void> {
    this.#args = args
    this.#active = true
    return this.refresh()
  }

  hide(): void {
    this.#active = false
  }

  clear(): void {
    this.#active = false
    this.#round++
    this.current = null
  }

  /** Resolves once an answer asked for after this call has come. */
  refresh(): Promise<void> {
    if (!this.#active) return Promise.resolve()
    this.#stale = true
    return (this.#asking ??= this.#ask())
  }

  async #ask(): Promise<void> {
    try {
      while (this.#stale && this.#active) {
        this.#stale = false
        const round = this.#round
        try {
          const answer = await this.#client.view(this.#name, this.#args)
          if (round === this.#round && this.#active) this.current = answer
        } catch (error) {
          if (round === this.#round) throw error // else nobody waits for it any more
        }
      }
    } finally {
      this.#asking = null
    }
  }
}
