import type { Steps } from '../../core/steps.ts'
import type { Column, ColumnData, ColumnId } from '../../table/column.ts'
import { columnById, type Table } from '../../table/table.ts'
import { calculatingData, type Recipe } from './calculate.ts'

/** A formula with ids, and the type of its column. */
export interface Kept {
  readonly formula: string
  readonly type: Column['type']
}

const known = new WeakMap<Table, { readonly key: string; readonly data: ColumnData }>()
const keyOf = ({ formula, type }: Kept, asOf: number) => `${type} ${asOf} ${formula}`

/** All cells of a calculated column. The last ones made of a table are kept: a command is prepared, planned and carried out. */
export function* makingData(
  table: Table,
  kept: Kept,
  recipe: Recipe,
  asOf: number,
): Steps<ColumnData> {
  const key = keyOf(kept, asOf)
  const before = known.get(table)
  if (before?.key === key) return before.data
  const data = yield* calculatingData(table, kept.type, recipe, asOf)
  known.set(table, { key, data })
  return data
}

/** What was made of `old` and holds for `table` too, where the columns that are read are the same. */
export function madeBefore(
  old: Table | undefined,
  table: Table,
  kept: Kept,
  reads: ReadonlySet<ColumnId>,
  asOf: number,
): ColumnData | null {
  const made = old && known.get(old)
  if (made?.key !== keyOf(kept, asOf) || old?.rowCount !== table.rowCount) return null
  const isSame = [...reads].every((id) => columnById(old, id) === columnById(table, id))
  return isSame ? made.data : null
}
