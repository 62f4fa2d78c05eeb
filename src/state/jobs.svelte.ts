import type { Progress } from '../core/job.ts'

export interface Job {
  readonly progress: Progress
  readonly cancel: () => void
}

interface Running {
  readonly control: AbortController
  progress: Progress
  isLong: boolean
}

const quietFor = 300 // ms: what is done by then needs no bar (design.md, Progress)
const unknown: Progress = { step: 'read', done: 0, total: 0 }

/** The long task that runs now, for the status bar. One at a time is shown: the newest that has taken a while. */
export class Jobs {
  current = $state.raw<Job | null>(null)
  #running: readonly Running[] = []

  /** Runs `task` with a signal and a place to report to. Rejects as `task` does. */
  async run<T>(
    task: (options: {
      signal: AbortSignal
      onProgress: (progress: Progress) => void
    }) => Promise<T>,
  ): Promise<T> {
    const running: Running = { control: new AbortController(), progress: unknown, isLong: false }
    this.#running = [...this.#running, running]
    const timer = setTimeout(() => {
      running.isLong = true
      this.#show()
    }, quietFor)
    try {
      return await task({
        signal: running.control.signal,
        onProgress: (progress) => {
          running.progress = progress
          if (running.isLong) this.#show()
        },
      })
    } finally {
      clearTimeout(timer)
      this.#running = this.#running.filter((one) => one !== running)
      this.#show()
    }
  }

  /** Ends the task that was given this signal. */
  cancelOf(signal: AbortSignal): void {
    this.#running.find(({ control }) => control.signal === signal)?.control.abort()
  }

  /** Ends the newest task, whether it is on show yet or not. */
  cancel(): void {
    this.#running.at(-1)?.control.abort()
  }

  #show(): void {
    const shown = this.#running.findLast((running) => running.isLong)
    this.current = shown ? { progress: shown.progress, cancel: () => shown.control.abort() } : null
  }
}
