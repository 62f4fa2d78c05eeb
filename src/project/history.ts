import { finish, type Steps } from '../core/steps.ts'
import { applying } from './apply.ts'
import type { Change } from './change.ts'
import type { Document } from './document.ts'
import { squash } from './squash.ts'
import { weigh } from './weigh.ts'

/** What one undo takes back. */
export interface Step {
  readonly kind: string // of the command, for the undo menu; also steps that are no commands, such as an import
  readonly changes: readonly Change[] // in the order in which they were applied
  readonly inverses: readonly Change[] // in the order in which they are to be applied
}

interface KeptStep extends Step {
  readonly bytes: number
  readonly before: number // contents, see `History.contents`
  readonly after: number
}

/** Undo and redo of one open document. Not kept over a reload. */
export interface History {
  readonly done: readonly KeptStep[] // oldest first
  readonly undone: readonly KeptStep[] // the next to redo last
  readonly joining: string | null // merge key that the last step still takes in
  readonly limit: number // bytes
  /** Names what the document holds: the same number, the same contents. */
  readonly contents: number
  readonly named: number // the last number given
}

/** What undo or redo did: `changes` is what the edit log takes. */
export interface Stepped {
  readonly history: History
  readonly document: Document
  readonly kind: string
  readonly changes: readonly Change[]
}

export function emptyHistory(limit = 64 * 2 ** 20): History {
  return { done: [], undone: [], joining: null, limit, contents: 0, named: 0 }
}

/**
 * The history after a new step. A step with the `merge` key of the one before it joins it, until `settle`.
 * The oldest steps go once their bytes exceed the limit; the last step always stays.
 */
export function record(history: History, step: Step, merge: string | null = null): History {
  if (step.changes.length === 0) return history
  const last = history.done.at(-1)
  const joins = merge !== null && merge === history.joining && last !== undefined
  const after = history.named + 1
  const done = joins
    ? [...history.done.slice(0, -1), kept(joined(last, step), last.before, after)]
    : [...history.done, kept(step, history.contents, after)]
  const now = { contents: after, named: after }
  return { ...history, ...now, done: bounded(done, history.limit), undone: [], joining: merge }
}

/** A drag or burst has ended: the next step stands by itself. */
export function settle(history: History): History {
  return history.joining === null ? history : { ...history, joining: null }
}

/** null = nothing to undo. `document` must be the one that the last step led to. */
export const undo = (history: History, document: Document): Stepped | null =>
  finish(undoing(history, document))

/** The same, with pauses. */
export function* undoing(history: History, document: Document): Steps<Stepped | null> {
  const step = history.done.at(-1)
  if (step === undefined) return null
  const { next, inverses } = yield* applying(document, step.inverses)
  const { kind, before, after } = step
  const turned = kept({ kind, changes: inverses, inverses: step.inverses }, before, after)
  return {
    history: {
      ...history,
      done: history.done.slice(0, -1),
      undone: [...history.undone, turned],
      joining: null,
      contents: before,
    },
    document: next,
    kind,
    changes: step.inverses,
  }
}

/** null = nothing to redo. `document` must be the one that the last undo led to. */
export const redo = (history: History, document: Document): Stepped | null =>
  finish(redoing(history, document))

/** The same, with pauses. */
export function* redoing(history: History, document: Document): Steps<Stepped | null> {
  const step = history.undone.at(-1)
  if (step === undefined) return null
  const { next, inverses } = yield* applying(document, step.changes)
  const { kind, before, after } = step
  const turned = kept({ kind, changes: step.changes, inverses }, before, after)
  return {
    history: {
      ...history,
      done: [...history.done, turned],
      undone: history.undone.slice(0, -1),
      joining: null,
      contents: after,
    },
    document: next,
    kind,
    changes: step.changes,
  }
}

function joined(before: Step, after: Step): Step {
  return {
    kind: before.kind,
    changes: squash([...before.changes, ...after.changes]),
    inverses: squash([...after.inverses, ...before.inverses]),
  }
}

function kept(step: Step, before: number, after: number): KeptStep {
  let bytes = 0
  for (const change of step.changes) bytes += weigh(change)
  for (const change of step.inverses) bytes += weigh(change)
  return { ...step, bytes, before, after }
}

function bounded(steps: readonly KeptStep[], limit: number): readonly KeptStep[] {
  let bytes = 0
  let from = steps.length
  while (from > 0) {
    bytes += steps[from - 1]?.bytes ?? 0
    if (bytes > limit && from < steps.length) break
    from--
  }
  return from === 0 ? steps : steps.slice(from)
}
