import { AppError } from '../core/error.ts'
import type { Job } from '../core/job.ts'
import type { ImportChoices, ImportPlan, ImportSource } from '../import/plan.ts'
import type { Table, TableId } from '../table/table.ts'
import { Caller } from './caller.ts'
import { started } from './port.ts'
import { reading, type ReaderCalls } from './reading.ts'

/** Reads one file. The document is never in its reach. */
export interface Reader {
  plan(choices: ImportChoices, asOf: string, job: Job): Promise<ImportPlan>
  build(plan: ImportPlan, choices: ImportChoices, table: TableId, job: Job): Promise<Table>
  close(): void
}

/** Someone who does the reading: a worker, or this thread where there are none. */
interface Hand {
  ask<K extends keyof ReaderCalls>(
    name: K,
    args: Parameters<ReaderCalls[K]>[0],
    job: Job,
  ): Promise<ReturnType<ReaderCalls[K]>>
  end(): void
}

export const silenceAllowed = 60_000 // ms without progress, then the file is given up

/**
 * A disposable reader of one source. It is ended after use, when cancelled, and after `silence` ms without progress
 * (`file.timeout`); the next question starts it anew, so that a cancelled import can be tried again.
 */
export function openReader(
  source: ImportSource,
  silence: number = silenceAllowed,
  takeHand: () => Promise<Hand> = () => workerHand(silence).catch(inlineHand),
): Reader {
  let hand: Promise<Hand> | null = null
  const close = () => {
    void hand?.then((one) => one.end())
    hand = null
  }
  async function ask<K extends keyof ReaderCalls>(
    name: K,
    args: Parameters<ReaderCalls[K]>[0],
    job: Job,
  ): Promise<ReturnType<ReaderCalls[K]>> {
    if (job.signal.aborted) throw new AppError('job.cancelled')
    let opened = hand !== null
    try {
      hand ??= takeHand()
      const one = await hand
      if (!opened) await one.ask('open', { source }, job)
      opened = true
      return await one.ask(name, args, job)
    } catch (error) {
      if (!opened || isEnd(error)) close()
      throw error
    }
  }
  return {
    plan: (choices, asOf, job) => ask('plan', { choices, asOf }, job),
    build: (plan, choices, table, job) => ask('build', { plan, choices, table }, job),
    close,
  }
}

/** After these nothing is left to ask; other refusals leave the file open for other choices. */
const isEnd = (error: unknown) =>
  !(error instanceof AppError) ||
  error.code === 'job.cancelled' ||
  error.code === 'file.timeout' ||
  error.code === 'file.damaged'

async function workerHand(silence: number): Promise<Hand> {
  const worker = await started(
    new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module', name: 'reader' }),
  )
  const caller = new Caller<ReaderCalls>()
  caller.attach(worker)
  const end = (error: Error) => {
    worker.terminate()
    caller.die(error)
  }
  worker.onerror = () => end(new AppError('file.damaged')) // out of memory, or a crash in a parser
  return {
    async ask(name, args, job) {
      const giveUp = () => end(new AppError('file.timeout'))
      let timer = setTimeout(giveUp, silence)
      const cancel = () => end(new AppError('job.cancelled'))
      job.signal.addEventListener('abort', cancel, { once: true })
      try {
        const answer = await caller.call(name, args as never, {
          onProgress(progress) {
            clearTimeout(timer)
            timer = setTimeout(giveUp, silence)
            job.report(progress)
          },
        })
        return answer as never
      } finally {
        clearTimeout(timer)
        job.signal.removeEventListener('abort', cancel)
      }
    },
    end: () => end(new AppError('job.cancelled')),
  }
}

/** Node, and browsers that start no worker inside a worker. */
async function inlineHand(): Promise<Hand> {
  const handlers = reading()
  return {
    ask: async (name, args, job) => (await handlers[name](args as never, job)) as never,
    end: () => {},
  }
}
