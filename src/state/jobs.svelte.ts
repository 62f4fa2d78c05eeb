import type { Progress } from '../core/job.ts'

export interface Job {
  readonly progress: Progress
  readonly cancel: () => void
}

const quietFor = 300 // ms: what is done by then needs no bar (design.md, Progress)

/** The long task that runs now, for the status bar. One at a time is shown: the newest. */
export class Jobs {
  current = $state.raw<Job | null>(null)
  #newest = 0
  #control: AbortController | null = null

  /** Runs `task` with a signal and a place to report to. Rejects as `task` does. */
  async run<T>(
    task: (options: {
      signal: AbortSignal
      onProgress: (progress: Progress) => void
    }) => Promise<T>,
  ): Promise<T> {
    const number = ++this.#newest
    const began = performance.now()
    const control = new AbortController()
    const cancel = () => control.abort()
    this.#control = control
    try {
      return await task({
        signal: control.signal,
        onProgress: (progress) => {
          if (number !== this.#newest || performance.now() - began < quietFor) return
          this.current = { progress, cancel }
        },
      })
    } finally {
      if (number === this.#newest) {
        this.current = null
        this.#control = null
      }
    }
  }

  /** Ends the newest task, whether it is on show yet or not. */
  cancel(): void {
    this.#control?.abort()
  }
}
