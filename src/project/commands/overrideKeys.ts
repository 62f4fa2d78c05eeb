import type { Override } from '../../grading/result.ts'
import { customerKey, rowsOfKeys } from '../../table/key.ts'
import type { CustomerKey, Table } from '../../table/table.ts'
import { applyAll } from '../apply.ts'
import type { Change } from '../change.ts'
import { withMovedReference } from './referenceKeys.ts'
import { renamedRows } from './renamedRows.ts'
import { customersId, type Document } from '../document.ts'

/**
 * The changes, and what keeps each override, and each tier of the last review, with its customer where they change what names customers:
 * a customer number typed anew, the key column removed or another one chosen.
 */
export function withMovedOverrides(
  document: Document,
  table: Table,
  changes: readonly Change[],
): readonly Change[] {
  return withMovedReference(document, table, changes, movedOverrides(document, table, changes))
}

function movedOverrides(
  document: Document,
  table: Table,
  changes: readonly Change[],
): readonly Change[] {
  if (table.id !== customersId || document.overrides.size === 0) return changes
  const rows = renamedRows(table, changes)
  if (rows.length === 0) return changes
  const after = applyAll(document, changes).next.tables[table.id] ?? table
  const moved = rows
    .map((row) => ({ from: customerKey(table, row), to: customerKey(after, row) }))
    .filter(({ from, to }) => from !== to && document.overrides.has(from))
  if (moved.length === 0) return changes
  const stillUsed = rowsOfKeys(
    after,
    moved.map(({ from }) => from),
  )
  const entries = new Map<CustomerKey, Override | null>()
  for (const { from } of moved) if (!stillUsed.has(from)) entries.set(from, null)
  for (const { from, to } of moved) {
    const override = document.overrides.get(from)
    const taken = document.overrides.has(to) && entries.get(to) !== null
    if (override !== undefined && !taken) entries.set(to, override)
  }
  return [...changes, setOverrides(entries)]
}

/** Takes away the overrides of customers that are to go (1 by row id), unless a row that stays bears the same key. */
export function withoutOverrides(
  document: Document,
  table: Table,
  gone: Uint8Array,
): readonly Change[] {
  if (table.id !== customersId || document.overrides.size === 0) return []
  const lost = [...rowsOfKeys(table, document.overrides.keys())].flatMap(([key, rows]) =>
    rows.every((row) => gone[row] === 1) ? key : [],
  )
  return lost.length === 0 ? [] : [setOverrides(new Map(lost.map((key) => [key, null])))]
}

function setOverrides(entries: ReadonlyMap<CustomerKey, Override | null>): Change {
  return {
    kind: 'setOverrides',
    entries: [...entries].map(([customer, override]) => ({ customer, override })),
  }
}
