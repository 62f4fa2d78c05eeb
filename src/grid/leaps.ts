import type { Place, Step } from './selection.ts'
import type { Surface } from './surface.ts'

/**
 * Ctrl and an arrow: to the edge of the filled cells, which only the source knows. Leaps are made one after the other,
 * each from where the one before led; any other key or press ends what is still asked for.
 */
export class Leaps {
  readonly #surface: Surface
  #turn: Promise<void> = Promise.resolve()
  #round = 0

  constructor(surface: Surface) {
    this.#surface = surface
  }

  /** False = the source knows of no edges. `from` is asked when its turn has come. */
  leap(from: () => Place, step: Step, then: (place: Place) => void): boolean {
    const surface = this.#surface
    if (!surface.source.edge) return false
    const round = this.#round
    this.#turn = this.#turn.then(async () => {
      if (round !== this.#round) return
      const place = await surface.source.edge?.(from(), step).catch(() => null)
      if (place && round === this.#round && surface.editor.state === 'closed') then(place)
    })
    return true
  }

  /** What is asked for no longer counts. */
  drop(): void {
    this.#round++
  }
}
