import type { EngineClient } from '../engine/protocol.ts'
import { LiveView } from './liveView.svelte.ts'
import type { SheetPages } from './sheetPages.svelte.ts'
import { wholeSheet } from './selection.svelte.ts'

/** Whether sort and filters, asked for again, would show something else than is on show; asked after each edit that may do that. */
export class SheetBehind {
  readonly #pages: SheetPages
  readonly #behind: LiveView<'behind'>
  #seen: SheetPages['view'] = null

  constructor(client: EngineClient, pages: SheetPages) {
    this.#pages = pages
    this.#behind = new LiveView(client, 'behind', { query: wholeSheet })
  }

  get is(): boolean {
    return this.#pages.view?.held === true && this.#behind.current === true
  }

  clear(): void {
    this.#seen = null
    this.#behind.clear()
  }

  /** Rows have arrived. Rejects where it cannot be found out. */
  async arrived(): Promise<void> {
    const { view, shown } = this.#pages
    if (view === this.#seen || !shown) return
    this.#seen = view
    if (view?.held) await this.#behind.show({ query: shown })
    else this.#behind.clear()
  }
}
