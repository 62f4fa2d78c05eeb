/** Tasks one after another, in the order in which they were given; one that fails holds up none. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  take<T>(task: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(task)
    this.#last = turn.catch(() => {}) // told to who gave the task
    return turn
  }
}
