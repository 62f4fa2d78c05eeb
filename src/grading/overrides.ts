import type { Issue } from '../core/issue.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { rulesOf } from '../scheme/rules/index.ts'
import type { RowId } from '../table/column.ts'
import { customerKeys, rowsOfKeys } from '../table/key.ts'
import type { CustomerKey, Table } from '../table/table.ts'
import type { Override, Overrides } from './result.ts'
import { isHit } from './rules.ts'

export interface Applied {
  readonly rows: ReadonlyMap<RowId, number> // row → tier index
  readonly issues: readonly Issue[]
}

/** An override holds to the end of its last day. */
export function isValid(override: Override, scheme: Scheme): boolean {
  return override.expires === null || scheme.asOf <= override.expires
}

/**
 * The valid overrides as tier indexes by row; those of unknown customers, of tiers that are gone and against a veto are
 * reported. `ruleHits` as in the result.
 */
export function applyOverrides(
  table: Table,
  scheme: Scheme,
  overrides: Overrides,
  ruleHits: Uint32Array,
): Applied {
  const rows = new Map<RowId, number>()
  if (overrides.size === 0) return { rows, issues: [] }
  const known = knownRows(table, overrides)
  const tierAt = new Map(scheme.tiers.map((tier, at) => [tier.id, at]))
  const unknown: CustomerKey[] = []
  let gone = 0
  for (const [customer, override] of overrides) {
    if (!isValid(override, scheme)) continue
    const mine = known.get(customer)
    const tier = tierAt.get(override.tier)
    if (!mine) unknown.push(customer)
    else if (tier === undefined) gone++
    else for (const row of mine) rows.set(row, tier)
  }
  const issues: Issue[] = []
  const lost = unknown.length - ofMerged(table, unknown)
  if (lost > 0)
    issues.push({ code: 'override.unknownCustomer', level: 'info', detail: { count: lost } })
  const against = againstVeto(scheme, rows, ruleHits)
  if (against > 0)
    issues.push({ code: 'override.beatsVeto', level: 'warning', detail: { count: against } })
  if (gone > 0)
    issues.push({ code: 'override.tierGone', level: 'warning', detail: { count: gone } })
  return { rows, issues }
}

/** Ruled tiers and those set by hand, written to `final`; where none is, they are `ruled` itself. */
export function overridden(
  ruled: Uint8Array,
  rows: Applied['rows'],
  final: Uint8Array,
): Uint8Array {
  if (rows.size === 0) return ruled
  if (final !== ruled) final.set(ruled)
  for (const [row, tier] of rows) final[row] = tier
  return final
}

/** How many of these are customers who were merged into others: they come back when that is taken apart. */
function ofMerged(table: Table, customers: readonly CustomerKey[]): number {
  if (!table.merges || customers.length === 0) return 0
  const keyOf = customerKeys(table)
  const keys = new Set([...table.merges.values()].flatMap(({ rows }) => rows.map(keyOf)))
  return customers.filter((customer) => keys.has(customer)).length
}

/** Customers set by hand to a better tier than the last though a veto holds. */
function againstVeto(
  scheme: Scheme,
  rows: ReadonlyMap<RowId, number>,
  ruleHits: Uint32Array,
): number {
  const vetoes = rulesOf(scheme).flatMap(({ effect }, bit) => (effect.id === 'veto' ? [bit] : []))
  if (vetoes.length === 0) return 0
  let count = 0
  for (const [row, tier] of rows)
    if (tier < scheme.tiers.length - 1 && vetoes.some((bit) => isHit(ruleHits[row] ?? 0, bit)))
      count++
  return count
}

interface Known {
  readonly key: unknown
  readonly order: Uint32Array
  readonly rows: ReturnType<typeof rowsOfKeys>
}
const remembered = new WeakMap<Overrides, Known>()

/** The look-up reads every key, so it is kept for as long as overrides, key column and rows stay the same objects. */
function knownRows(table: Table, overrides: Overrides): Known['rows'] {
  const key = table.columns.find((column) => column.id === table.key) ?? null
  const last = remembered.get(overrides)
  if (last?.key === key && last.order === table.order) return last.rows
  const rows = rowsOfKeys(table, overrides.keys())
  remembered.set(overrides, { key, order: table.order, rows })
  return rows
}
