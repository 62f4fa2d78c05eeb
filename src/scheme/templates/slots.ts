import type { Column } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { Criterion, IsoDate, Scheme, Scoring } from '../scheme.ts'
import { tierId } from '../edit.ts'
import { criterionFor } from './criterion.ts'
import { type ColumnFacts, type Meaning, meaningOf } from './meaning.ts'
import type { Template, TemplateId, TemplateWords } from './template.ts'

/** A place of a template that a column of one of these meanings takes; the first meaning met counts. */
export interface Slot {
  readonly meanings: readonly Meaning[]
  readonly weight: number
  /** Without it the template does not fit. */
  readonly core?: true
  readonly scoring?: Scoring // else by the look of the column
}

interface Start {
  readonly id: TemplateId
  readonly slots: readonly Slot[]
  /** Fit where every slot is taken, so that of two complete templates the more specific one is suggested. */
  readonly best: number
  readonly tiers?: readonly string[]
  readonly cutoffs?: readonly number[]
}

const fourTiers = ['A', 'B', 'C', 'D'] as const

/** A template that is a list of slots. Where a table has none of them, all its measures take part. */
export function slotTemplate({ id, slots, best, tiers = fourTiers, cutoffs }: Start): Template {
  const core = slots.filter((slot) => slot.core)
  return {
    id,
    fits(columns) {
      const taken = take(slots, columns)
      if (core.some((slot) => !taken.has(slot))) return 0
      const total = slots.reduce((sum, { weight }) => sum + weight, 0)
      const found = [...taken.keys()].reduce((sum, { weight }) => sum + weight, 0)
      return found * 2 < total ? 0 : (best * found) / total
    },
    build(table, asOf, words) {
      const criteria = [...take(slots, table.columns)].map(([slot, column]) =>
        fill(slot, column, table, asOf),
      )
      return schemeOf({
        id,
        table,
        asOf,
        tiers,
        cutoffs: cutoffs ?? [80, 60, 40],
        criteria: criteria.length > 0 ? criteria : measuresOf(table, asOf),
        ...(words ? { words } : {}),
      })
    },
  }
}

/** Each slot's column; a column takes one slot only. In the order of the slots. */
function take<C extends ColumnFacts>(
  slots: readonly Slot[],
  columns: readonly C[],
): ReadonlyMap<Slot, C> {
  const free = new Set(columns)
  const taken = new Map<Slot, C>()
  for (const slot of slots) {
    for (const meaning of slot.meanings) {
      const column = [...free].find((candidate) => meaningOf(candidate) === meaning)
      if (!column) continue
      taken.set(slot, column)
      free.delete(column)
      break
    }
  }
  return taken
}

function fill(slot: Slot, column: Column, table: Table, asOf: IsoDate): Criterion {
  const start = criterionFor(column, table, asOf)
  const scoring = slot.scoring && start.scoring.id !== 'lookup' ? slot.scoring : start.scoring
  return { ...start, weight: slot.weight, scoring }
}

/** Most criteria that a form of a table without known columns begins with. */
const mostMeasures = 8

/** Every column that is a measure, with equal weights. Categories have no order of their own and are left out. */
export function measuresOf(table: Table, asOf: IsoDate): Criterion[] {
  return table.columns
    .filter(isMeasure)
    .slice(0, mostMeasures)
    .map((column) => criterionFor(column, table, asOf))
}

export function isMeasure(column: ColumnFacts): boolean {
  if (column.role !== 'measure') return false
  return column.reading !== 'text' && column.reading !== 'category' && column.reading !== 'tags'
}

interface Parts {
  readonly id: TemplateId | null
  readonly table: Table
  readonly asOf: IsoDate
  readonly criteria: readonly Criterion[]
  readonly tiers?: readonly string[]
  readonly cutoffs?: readonly number[]
  readonly words?: TemplateWords
}

/** Everything but the criteria is the same in all templates. */
export function schemeOf({
  id,
  table,
  asOf,
  criteria,
  tiers = fourTiers,
  cutoffs = [80, 60, 40],
  words,
}: Parts): Scheme {
  return {
    format: 1,
    name: words?.name ?? '',
    template: id,
    asOf,
    criteria,
    aggregation: { id: 'weightedSum' },
    tiers: tiers.map((name, at) => ({ id: tierId(name), name, label: words?.labels[at] ?? '' })),
    tiering: { id: 'cutoffs', cutoffs },
    valueColumn: valueColumnOf(table.columns)?.id ?? null,
  }
}

const valueMeanings: readonly Meaning[] = [
  'totalSpend',
  'annualPurchase',
  'lifetimeValue',
  'assets',
  'monthlyCharge',
]

/** The column whose sums stand beside the counts: what a customer brought, else the first money column. */
export function valueColumnOf<C extends ColumnFacts & { readonly type: Column['type'] }>(
  columns: readonly C[],
): C | null {
  const numbers = columns.filter((column) => column.type === 'number')
  for (const meaning of valueMeanings) {
    const found = numbers.find((column) => meaningOf(column) === meaning)
    if (found) return found
  }
  return numbers.find((column) => column.reading === 'money') ?? null
}
