import { toWire } from '../core/error.ts'
import { createJob, type Job, type Progress } from '../core/job.ts'
import type { Answer, Port, Request } from './port.ts'

/** One handler per call of the interface `C`. */
export type Handlers<C> = {
  readonly [K in keyof C]: C[K] extends (args: infer A) => infer R
    ? (args: A, job: Job) => R | Promise<R>
    : never
}

const progressEvery = 100 // ms

/**
 * Answers the requests of a port: each runs at once with a job of its own, errors travel as data.
 * `transfer` names the buffers of an answer that may be given away instead of copied.
 */
export function serve<C>(
  port: Port,
  handlers: Handlers<C>,
  transfer: (value: unknown) => Transferable[] = () => [],
): void {
  const running = new Map<number, AbortController>()
  const known = new Map<string, (args: unknown, job: Job) => unknown>(Object.entries(handlers))
  const post = (answer: Answer, buffers: Transferable[] = []) => port.postMessage(answer, buffers)

  async function answer(id: number, call: string, args: unknown): Promise<void> {
    const controller = new AbortController()
    running.set(id, controller)
    let told = -Infinity
    const report = (progress: Progress) => {
      const now = performance.now()
      if (now - told < progressEvery && progress.total > 0) return // steps of unknown length are waited for longer
      told = now
      post({ id, progress })
    }
    try {
      const handler = known.get(call)
      if (!handler) throw new Error(`no call named ${call}`)
      const value = await handler(args, createJob(controller.signal, report))
      post({ id, ok: true, value }, transfer(value))
    } catch (error) {
      post({ id, ok: false, error: toWire(error) })
    } finally {
      running.delete(id)
    }
  }

  port.onmessage = (event: MessageEvent<Request>) => {
    const message = event.data
    if ('cancel' in message) running.get(message.cancel)?.abort()
    else void answer(message.id, message.call, message.args)
  }
}
