import { AppError } from './error.ts'

/** How far a long task has come. `done` of `total` in `unit`; total 0 = not known. */
export interface Progress {
  readonly step: 'read' | 'parse' | 'type' | 'build' | 'model' | 'grade' | 'sort' | 'write' | 'save'
  readonly done: number
  readonly total: number
}

/** A task that can report, yield and be cancelled. Long loops await `checkpoint` every few milliseconds of work. */
export interface Job {
  readonly signal: AbortSignal
  report(progress: Progress): void
  /** Yields to other messages if the last yield is long ago; throws `job.cancelled` once cancelled. */
  checkpoint(progress?: Progress): Promise<void>
}

const yieldEvery = 12 // ms

/** MessageChannel, since setTimeout is clamped to 4 ms and slower in background tabs. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

export function createJob(
  signal: AbortSignal = new AbortController().signal,
  report: (progress: Progress) => void = () => {},
): Job {
  let last = performance.now()
  const stopIfCancelled = () => {
    if (signal.aborted) throw new AppError('job.cancelled')
  }
  return {
    signal,
    report,
    async checkpoint(progress) {
      stopIfCancelled()
      if (performance.now() - last < yieldEvery) return
      if (progress) report(progress)
      await nextTask()
      last = performance.now()
      stopIfCancelled()
    },
  }
}
