import type { EngineClient } from '../engine/protocol.ts'
import { LiveView } from './liveView.svelte.ts'

const quiet = 400 // ms without a change: a drag has ended, a burst of edits is over

/** The check of the scheme, asked for again once edits have come to rest. */
export class SchemeLint {
  readonly view: LiveView<'lint'>
  /** Something has changed since the last look. */
  isWaiting = $state(true)
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(client: EngineClient) {
    this.view = new LiveView(client, 'lint', null)
  }

  /** Something may have changed. */
  changed(): void {
    this.isWaiting = true
    this.#stop()
    this.#timer = setTimeout(() => void this.#look(), quiet)
  }

  leave(): void {
    this.#stop()
    this.view.hide()
  }

  async #look(): Promise<void> {
    this.#timer = null
    try {
      await this.view.show()
    } catch {
      return // the project was closed meanwhile, or a later look tells
    }
    if (this.#timer !== null) return
    if (this.view.current?.isStale) this.changed()
    else this.isWaiting = false
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
