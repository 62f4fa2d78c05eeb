import type { Change } from './change.ts'

/** Kinds that replace a part of the document as a whole and touch nothing else: the last one says it all. */
const wholesale: ReadonlySet<Change['kind']> = new Set([
  'setScheme',
  'setKeptScheme',
  'setLayout',
  'setName',
])

/** The same effect with fewer changes: a drag of 200 steps becomes one. */
export function squash(changes: readonly Change[]): readonly Change[] {
  const last = new Map(changes.map(({ kind }, index) => [kind, index]))
  return changes.filter(({ kind }, index) => !wholesale.has(kind) || last.get(kind) === index)
}
