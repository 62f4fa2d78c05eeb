import { AppError } from '../core/error.ts'
import { createJob, type Job } from '../core/job.ts'
import { finishInTurns, type ToldSteps } from '../core/steps.ts'
import { keepOrder, orderKey, orderKnown, orderSteps } from './order.ts'
import { isSearched, search } from './searching.ts'
import type { Session } from './session.ts'
import type { SheetQuery, ViewName, Views } from './views.ts'

/** Whose rows a view shows, in their order; null = it asks for none. */
export function queryOf<K extends ViewName>(name: K, args: Views[K]['args']): SheetQuery | null {
  if (name === 'sheet') return args as SheetQuery
  if (name === 'values') return valuesQuery(args as Views['values']['args'])
  return args && 'query' in args ? args.query : null
}

/** The values of a column are those of the rows that the other filters leave now, in any order. */
export function valuesQuery({ query, column }: Views['values']['args']): SheetQuery {
  const { filters, columns = [], search } = query
  const others = columns.filter((filter) => filter.column !== column)
  return { sort: null, filters, columns: others, search }
}

/**
 * Brings the order of a query, yielding, so that edits go on meanwhile; whoever asks for the same waits for the same. Begins
 * again when a change has come between. Throws `job.cancelled`; it goes on while another still waits for it.
 */
export async function ordered(session: Session, query: SheetQuery, job: Job): Promise<void> {
  while (!orderKnown(session, query)) {
    if (query.search.trim() !== '' && !isSearched(session, query.search))
      await search(session, [query.search], job)
    else await waitedFor(runFor(session, query), job)
  }
}

interface Run {
  readonly done: Promise<void>
  readonly waiting: Set<Job>
  readonly stop: () => void
}

const running = new WeakMap<Session['orders'], Map<string, Run>>()

function runFor(session: Session, query: SheetQuery): Run {
  const { orders } = session
  const runs = running.get(orders) ?? new Map<string, Run>()
  running.set(orders, runs)
  const key = orderKey(query)
  const known = runs.get(key)
  if (known) return known
  const control = new AbortController()
  const waiting = new Set<Job>()
  const job = createJob(control.signal, (progress) => {
    for (const one of waiting) one.report(progress)
  })
  const done = finishInTurns(whileCurrent(session, query), job).finally(() => {
    if (runs.get(key)?.waiting === waiting) runs.delete(key)
  })
  const run = {
    done,
    waiting,
    stop() {
      runs.delete(key) // whoever asks from now on begins anew
      control.abort()
    },
  }
  runs.set(key, run)
  return run
}

/** Ends early once the document is another one. */
function* whileCurrent(session: Session, query: SheetQuery): ToldSteps<void> {
  const { orders } = session
  const steps = orderSteps(session, query)
  while (session.orders === orders) {
    const step = steps.next()
    if (step.done) return void keepOrder(session, query, step.value)
    yield step.value
  }
}

async function waitedFor({ done, waiting, stop }: Run, job: Job): Promise<void> {
  waiting.add(job)
  const left = new Promise<never>((_, reject) => {
    const leave = () => {
      waiting.delete(job)
      if (waiting.size === 0) stop()
      reject(new AppError('job.cancelled'))
    }
    if (job.signal.aborted) leave()
    else job.signal.addEventListener('abort', leave, { once: true })
  })
  await Promise.race([done, left])
}
