import type { Issue } from '../core/issue.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { RowId } from '../table/column.ts'
import { rowsOfKeys } from '../table/key.ts'
import type { Table } from '../table/table.ts'
import type { Override, Overrides } from './result.ts'

export interface Applied {
  readonly rows: ReadonlyMap<RowId, number> // row → tier index
  readonly issues: readonly Issue[]
}

/** An override holds to the end of its last day. */
export function isValid(override: Override, scheme: Scheme): boolean {
  return override.expires === null || scheme.asOf <= override.expires
}

/** The valid overrides as tier indexes by row; those of unknown customers and of tiers that are gone are reported. */
export function applyOverrides(table: Table, scheme: Scheme, overrides: Overrides): Applied {
  const rows = new Map<RowId, number>()
  if (overrides.size === 0) return { rows, issues: [] }
  const known = knownRows(table, overrides)
  const tierAt = new Map(scheme.tiers.map((tier, at) => [tier.id, at]))
  let unknown = 0
  let gone = 0
  for (const [customer, override] of overrides) {
    if (!isValid(override, scheme)) continue
    const mine = known.get(customer)
    const tier = tierAt.get(override.tier)
    if (!mine) unknown++
    else if (tier === undefined) gone++
    else for (const row of mine) rows.set(row, tier)
  }
  const issues: Issue[] = []
  if (unknown > 0)
    issues.push({ code: 'override.unknownCustomer', level: 'info', detail: { count: unknown } })
  if (gone > 0)
    issues.push({ code: 'override.tierGone', level: 'warning', detail: { count: gone } })
  return { rows, issues }
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
