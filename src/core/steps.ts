import type { Job, Progress } from './job.ts'

/** A long computation that pauses now and then: each `yield` is a place where others may have their turn. */
export type Steps<T> = Generator<undefined, T>
/** The same, saying how far it is. */
export type ToldSteps<T> = Generator<Progress | undefined, T>

/** All of it at once, where nobody can wait. */
export function finish<T>(steps: ToldSteps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** In turns with other work. Throws `job.cancelled`. */
export async function finishInTurns<T>(steps: ToldSteps<T>, job: Job): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await job.checkpoint(step.value)
  }
}
