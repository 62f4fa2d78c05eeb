import { AppError } from '../core/error.ts'
import type { EngineClient } from '../engine/protocol.ts'
import type { SheetQuery } from '../engine/views.ts'

/** How many customers a query would leave, before it is applied. A newer question takes the place of one that is under way. */
export class FilterCount {
  count = $state<number | null>(null) // null = not known, or not yet
  /** A bound as typed that its column cannot read. */
  unreadable = $state<string | null>(null)
  readonly #client: EngineClient
  #asking = new AbortController()

  constructor(client: EngineClient) {
    this.#client = client
  }

  /** null = nothing is asked. */
  async ask(query: SheetQuery | null): Promise<void> {
    this.#asking.abort()
    const { signal } = (this.#asking = new AbortController())
    this.unreadable = null
    if (query === null) {
      this.count = null
      return
    }
    try {
      const unsorted = { ...query, sort: null, thenBy: [] }
      const { rowCount } = await this.#client.view('sheet', unsorted, { signal })
      if (!signal.aborted) this.count = rowCount
    } catch (error) {
      if (signal.aborted) return
      this.count = null
      const isBound = error instanceof AppError && error.code === 'command.invalid'
      if (isBound) this.unreadable = String(error.detail['bound'] ?? '')
      else throw error
    }
  }
}
