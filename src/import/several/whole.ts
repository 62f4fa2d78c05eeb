import type { Job } from '../../core/job.ts'
import { matchedBy } from '../../table/matchRows.ts'
import type { TableKind } from '../../table/kind.ts'
import { planColumns, type ReadColumn } from '../columns.ts'
import type { RawSheet } from '../importer.ts'
import { join, type Joined } from './join.ts'
import { latestOf, type Identity, type Repeats } from './latest.ts'
import type { SheetLayout } from '../layout/layout.ts'
import { type Parts, type ReadSource, partsOf } from './parts.ts'
import type { ImportChoices, ImportPlan, PlannedColumn } from '../plan.ts'
import { recognisedIn } from '../recognisedIn.ts'
import { onceEach } from './sameRows.ts'
import type { OpenedSource } from '../source.ts'
import { understood } from '../understood.ts'

/** Everything that becomes one table, as one sheet. */
export interface Whole {
  readonly sources: readonly ReadSource[]
  readonly parts: Parts
  readonly sheet: RawSheet
  readonly layout: SheetLayout
  readonly joined: Joined | null // null = a single sheet, as it stands
  readonly repeats: ImportPlan['repeats']
  readonly kind: TableKind | null // of joined parts, as the lead says; null = not asked yet
}

/**
 * One sheet is taken as it stands. Several parts are joined, and who or what stands in several of them is found by the
 * columns of the lead: one more pass over its cells.
 */
export async function wholeOf(
  opened: readonly OpenedSource[],
  choices: ImportChoices,
  asOf: string,
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
  const alone = { joined: null, repeats: null, kind: null }
  const sourceColumn = choices.sourceColumn?.trim() || null
  if (parts.all.length === 1 && sourceColumn === null)
    return { sources, parts, sheet: lead.sheet, layout: lead.layout, ...alone }
  const kept = memoryOf(opened[0] as OpenedSource)
  const joined = kept.joined([...parts.all.map(({ layout }) => layout), sourceColumn], () =>
    join(parts, sourceColumn),
  )
  if (parts.all.length === 1)
    return { sources, parts, sheet: joined.sheet, layout: joined.layout, ...alone, joined }
  const { kind, columns, read } = await leadOf(parts, choices, asOf, job)
  const identity = identityOf(columns, read)
  const told = identity.map(({ role, index, reading }) => `${role}/${index}/${reading}`).join()
  const found =
    kind !== 'customers'
      ? await kept.repeats([joined, 'rows'], () => onceEach(joined, job))
      : identity.length === 0
        ? null
        : await kept.repeats([joined, told, asOf], () => latestOf(joined, identity, job))
  const taken = choices.repeats ?? 'once'
  const { sheet, layout } = found && taken === 'once' ? found.joined : joined
  const repeats = found && { count: found.count, taken }
  return { sources, parts, sheet, layout, joined, repeats, kind }
}

/** What the columns of the lead are: one pass over its cells. */
async function leadOf({ lead }: Parts, choices: ImportChoices, asOf: string, job: Job) {
  const read: ReadColumn[] = []
  for (const header of lead.layout.headers) {
    await job.checkpoint({ step: 'type', done: read.length, total: lead.layout.headers.length })
    const inferred = understood(lead.sheet).columnOf(lead.layout, header, choices, asOf)
    read.push({ header, inferred })
  }
  const { kind, roles } = recognisedIn(lead.sheet, lead.layout, read, choices.kind)
  return { kind, read, columns: planColumns(read, choices, roles).columns }
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
