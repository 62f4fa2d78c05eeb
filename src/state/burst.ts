const quiet = 1000 // ms

/** Names acts that follow each other at once, a key held down: those of one name are one undo step. */
export class Burst {
  #about = ''
  #last = -Infinity
  #count = 0

  /** `now` in ms. */
  name(about: string, now = performance.now()): string {
    if (about !== this.#about || now - this.#last > quiet) this.#count++
    this.#about = about
    this.#last = now
    return `${about} ${String(this.#count)}`
  }
}
