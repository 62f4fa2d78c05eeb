import type { Job } from '../core/job.ts'
import { matchedBy } from '../table/matchRows.ts'
import type { TableKind } from '../table/kind.ts'
import { planColumns, type ReadColumn } from './columns.ts'
import type { RawSheet } from './importer.ts'
import { join, type Joined } from './join.ts'
import { latestOf, type Identity, type Repeats } from './latest.ts'
import type { SheetLayout } from './layout.ts'
import { type Parts, type ReadSource, partsOf } from './parts.ts'
import type { ImportChoices, ImportPlan, PlannedColumn } from './plan.ts'
import { onceEach } from './sameRows.ts'
import type { OpenedSource } from './source.ts'
import { understood } from './understood.ts'

/** Everything that becomes one table, as one sheet. */
export interface Whole {
  readonly sources: readonly ReadSource[]
  readonly parts: Parts
  readonly sheet: RawSheet
  readonly layout: SheetLayout
  readonly joined: Joined | null // null = a single sheet, as it stands
  readonly repeats: ImportPlan['repeats']
}

/** Says what the rows are, from the columns of the sheet on show. */
export type KindOf = (columns: readonly PlannedColumn[]) => TableKind

/**
 * One sheet is taken as it stands. Several parts are joined, and who or what stands in several of them is found by the
 * columns of the lead: one more pass over its cells.
 */
export async function wholeOf(
  opened: readonly OpenedSource[],
  choices: ImportChoices,
  asOf: string,
  kindOf: KindOf,
  job: Job,
): Promise<Whole> {
  const sources: ReadSource[] = []
  for (const [place, source] of opened.entries()) {
    const { delimiter = null } = choices
    const guessed = place === 0 || source.encoding?.sure === false
    const encoding = guessed ? (choices.encoding ?? null) : null
    sources.push({ opened: source, reading: await source.read({ encoding, delimiter }, job) })
  }
  const parts = await partsOf(sources, choices, job)
  const { lead } = parts
  const sourceColumn = choices.sourceColumn?.trim() || null
  if (parts.all.length === 1 && sourceColumn === null)
    return { sources, parts, sheet: lead.sheet, layout: lead.layout, joined: null, repeats: null }
  const kept = memoryOf(opened[0] as OpenedSource)
  const joined = kept.joined([...parts.all.map(({ layout }) => layout), sourceColumn], () =>
    join(parts, sourceColumn),
  )
  const single = parts.all.length === 1
  const found = single ? null : await repeatsIn(joined, parts, choices, asOf, kindOf, kept, job)
  const taken = choices.repeats ?? 'once'
  const { sheet, layout } = found && taken === 'once' ? found.joined : joined
  const repeats = found && { count: found.count, taken }
  return { sources, parts, sheet, layout, joined, repeats }
}

async function repeatsIn(
  joined: Joined,
  { lead }: Parts,
  choices: ImportChoices,
  asOf: string,
  kindOf: KindOf,
  kept: Memory,
  job: Job,
): Promise<Repeats | null> {
  const read: ReadColumn[] = []
  for (const header of lead.layout.headers) {
    await job.checkpoint({ step: 'type', done: read.length, total: lead.layout.headers.length })
    const inferred = understood(lead.sheet).columnOf(lead.layout, header, choices, asOf)
    read.push({ header, inferred })
  }
  const { columns } = planColumns(read, choices)
  if ((choices.kind ?? kindOf(columns)) !== 'customers')
    return kept.repeats([joined, 'rows'], () => onceEach(joined, job))
  const identity = identityOf(columns, read)
  if (identity.length === 0) return null
  const told = identity.map(({ role, index, reading }) => `${role}/${index}/${reading}`).join()
  return kept.repeats([joined, told, asOf], () => latestOf(joined, identity, job))
}

function identityOf(columns: readonly PlannedColumn[], read: readonly ReadColumn[]): Identity[] {
  return matchedBy.flatMap((role): Identity[] => {
    const at = columns.findIndex((column) => column.role === role && column.include)
    const column = columns[at]
    const context = read[at]?.inferred.context
    if (!column || !context) return []
    return [{ role, index: column.index, reading: column.reading, context }]
  })
}

/** What was joined last from a source, so that a choice for one column does not join anew. */
interface Memory {
  joined(key: readonly unknown[], make: () => Joined): Joined
  repeats(key: readonly unknown[], make: () => Promise<Repeats>): Promise<Repeats>
}
const memories = new WeakMap<OpenedSource, Memory>()

function memoryOf(source: OpenedSource): Memory {
  const known = memories.get(source)
  if (known) return known
  const memory = { joined: last<Joined>(), repeats: lastLater<Repeats>() }
  memories.set(source, memory)
  return memory
}

function last<T>(): (key: readonly unknown[], make: () => T) => T {
  let kept: { readonly key: readonly unknown[]; readonly value: T } | null = null
  return (key, make) => {
    if (!kept || !same(kept.key, key)) kept = { key, value: make() }
    return kept.value
  }
}

/** What failed or was cancelled is not kept. */
function lastLater<T>(): (key: readonly unknown[], make: () => Promise<T>) => Promise<T> {
  let kept: { readonly key: readonly unknown[]; readonly value: T } | null = null
  return async (key, make) => {
    if (kept && same(kept.key, key)) return kept.value
    const value = await make()
    kept = { key, value }
    return value
  }
}

const same = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((part, at) => part === other[at])
