import { AppError } from '../core/error.ts'
import type { Job } from '../core/job.ts'
import type { ImportChoices, ImportPlan, ImportSource } from '../import/plan.ts'
import type { Table, TableId } from '../table/table.ts'
import { Caller } from './caller.ts'
import type { LentWorker } from './lending.ts'
import type { ReaderCalls } from './reading.ts'

/** Reads the files of one table. The document is never in its reach. */
export interface Reader {
  /** One more file below the others. What is refused is not added. */
  add(source: ImportSource, job: Job): Promise<void>
  drop(at: number, job: Job): Promise<void>
  plan(choices: ImportChoices, asOf: string, job: Job): Promise<ImportPlan>
  build(plan: ImportPlan, choices: ImportChoices, table: TableId, job: Job): Promise<Table>
  close(): void
}

/** Someone who does the reading: a worker, or this thread where there are none. */
export interface Hand {
  ask<K extends keyof ReaderCalls>(
    name: K,
    args: Parameters<ReaderCalls[K]>[0],
    job: Job,
  ): Promise<ReturnType<ReaderCalls[K]>>
  end(): void
}

export const silenceAllowed = 20_000 // ms without progress, then the file is given up
const blindSteps = 3 // times as long for a step whose length is not known: SheetJS says nothing while it reads
const wholeTime = 15 // times as long for one question as a whole, whatever it tells

/**
 * A disposable reader of a source and of what is added to it. It is ended after use, when cancelled, and after `silence`
 * ms without progress, or when it takes too long in all (`file.timeout`); the next question starts it anew, so that a
 * cancelled import can be tried again.
 */
export function openReader(
  source: ImportSource,
  takeHand: () => Promise<Hand> = inlineHand,
): Reader {
  let opened: Promise<Hand> | null = null
  const sources = [source]
  const open = async (job: Job) => {
    const hand = await takeHand()
    try {
      for (const each of sources) await hand.ask('open', { source: each }, job)
      return hand
    } catch (error) {
      hand.end()
      throw error
    }
  }
  const close = () => {
    void opened?.then(
      (hand) => hand.end(),
      () => {}, // it ended itself
    )
    opened = null
  }
  async function ask<K extends keyof ReaderCalls>(
    name: K,
    args: Parameters<ReaderCalls[K]>[0],
    job: Job,
  ): Promise<ReturnType<ReaderCalls[K]>> {
    if (job.signal.aborted) throw new AppError('job.cancelled')
    opened ??= open(job)
    const hand = await opened.catch((error: unknown) => {
      opened = null
      throw error
    })
    try {
      return await hand.ask(name, args, job)
    } catch (error) {
      if (isEnd(error)) close()
      throw error
    }
  }
  return {
    async add(another, job) {
      await ask('open', { source: another }, job)
      sources.push(another)
    },
    async drop(at, job) {
      sources.splice(at, 1)
      if (opened) await ask('drop', { at }, job)
    },
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

/** Rejects where no worker starts. */
export async function workerHand(
  start: () => Promise<LentWorker>,
  silence: number = silenceAllowed,
): Promise<Hand> {
  const worker = await start()
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
      const whole = setTimeout(giveUp, silence * wholeTime)
      const cancel = () => end(new AppError('job.cancelled'))
      if (job.signal.aborted) cancel() // while the worker started
      job.signal.addEventListener('abort', cancel, { once: true })
      try {
        const answer = await caller.call(name, args as never, {
          onProgress(progress) {
            clearTimeout(timer)
            timer = setTimeout(giveUp, progress.total === 0 ? silence * blindSteps : silence)
            job.report(progress)
          },
        })
        return answer as never
      } finally {
        clearTimeout(timer)
        clearTimeout(whole)
        job.signal.removeEventListener('abort', cancel)
      }
    },
    end: () => end(new AppError('job.cancelled')),
  }
}

/** Node, and browsers that start no worker. */
export async function inlineHand(): Promise<Hand> {
  const { reading } = await import('./reading.ts') // parsers stay out of the engine's first chunk
  const handlers = reading()
  return {
    ask: async (name, args, job) => (await handlers[name](args, job)) as never,
    end: () => {},
  }
}
