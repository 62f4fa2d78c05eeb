import type { RowId } from '../table/column.ts'
import type { Distinct } from '../table/merge.ts'
import type { Duplicates } from './pairing.ts'

/** Without the groups that were found not to be one customer. One that has grown since is suggested anew. */
export function withoutDistinct(found: Duplicates, distinct: Distinct | undefined): Duplicates {
  if (!distinct || found.certain.length === 0) return found
  const known = new Map<RowId, Set<string>>()
  for (const [id, rows] of distinct)
    for (const row of rows) known.set(row, (known.get(row) ?? new Set()).add(id))
  const rows: RowId[] = []
  const starts = [0]
  const stays: number[] = []
  for (let group = 0; group < found.certain.length; group++) {
    const all = found.rows.subarray(found.starts[group], found.starts[group + 1])
    const [first = -1, ...others] = all
    const ids = [...(known.get(first) ?? [])]
    if (ids.some((id) => others.every((row) => known.get(row)?.has(id)))) continue
    for (const row of all) rows.push(row)
    starts.push(rows.length)
    stays.push(group)
  }
  return {
    rows: Uint32Array.from(rows),
    starts: Uint32Array.from(starts),
    certain: Uint8Array.from(stays, (group) => found.certain[group] ?? 0),
    reasons: Uint8Array.from(stays, (group) => found.reasons[group] ?? 0),
  }
}
