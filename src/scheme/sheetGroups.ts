import type { Column, ColumnRole } from '../table/column.ts'
import type { Table } from '../table/table.ts'
import type { Scheme } from './scheme.ts'

/** The four header groups of the grading table of the field, 客户基本信息 | 分级指标 | 分级结果 | 备注, and what models add. */
export type SheetGroup = 'basic' | 'criteria' | 'result' | 'calculated' | 'note'

export interface GroupedColumn {
  readonly column: Column
  readonly group: SheetGroup
}

/** Where score, tier and what else is ours stand. */
export interface OwnResult {
  readonly column: null
  readonly group: 'result'
}

const basicOrder = ['name', 'key', 'phone', 'email', 'group', 'other'] as const // the first is frozen
const placed: readonly ColumnRole[] = [...basicOrder, 'measure', 'calculated', 'tier', 'note']

/**
 * The one order of the sheet on screen and of the exported workbook: who it is, then what is scored (scheme order), other
 * measures, our result, the tier that came with the file, what models say, notes. Every column of the table appears once.
 */
export function sheetGroups(table: Table, scheme: Scheme): readonly (GroupedColumn | OwnResult)[] {
  const scored = scheme.criteria
    .filter((criterion) => criterion.enabled)
    .flatMap((criterion) => table.columns.find((column) => column.id === criterion.column) ?? [])
  const criteria = [...new Set(scored)]
  const rest = table.columns.filter((column) => !criteria.includes(column))
  const withRole = (role: Column['role']) => rest.filter((column) => column.role === role)
  const unplaced = rest.filter(({ role }) => !placed.includes(role)) // a list that was orders before
  const grouped = (group: SheetGroup, columns: readonly Column[]) =>
    columns.map((column) => ({ column, group }))
  return [
    ...grouped('basic', [...basicOrder.flatMap(withRole), ...unplaced]),
    ...grouped('criteria', [...criteria, ...withRole('measure')]),
    { column: null, group: 'result' },
    ...grouped('result', withRole('tier')),
    ...grouped('calculated', withRole('calculated')),
    ...grouped('note', withRole('note')),
  ]
}
