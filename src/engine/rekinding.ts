import { rolesOfKind } from '../import/kinds/recognise.ts'
import type { Change } from '../project/change.ts'
import type { RecordKind } from '../table/kind.ts'
import type { Column } from '../table/column.ts'
import { writeCell } from '../table/parse/cell.ts'
import type { Table } from '../table/table.ts'

/** The same rows as records of another kind: roles are derived anew, contents stay. */
export function kindChanges(table: Table, kind: RecordKind): readonly Change[] {
  const roles = rolesOfKind(
    kind,
    table.columns.map((column) => ({
      name: column.name,
      group: column.group,
      inferred: {
        ...column,
        filled: 1,
        missing: 0,
        distinct: 1,
        examples: firstTexts(table, column),
      },
      repeats: () => false,
    })),
  )
  const columns = table.columns.map((column, at): Column => ({
    ...column,
    role: roles[at] ?? keptRole(column),
  }))
  const key = columns.find(({ role }) => role === 'key')?.id ?? null
  return [
    { kind: 'setTable', id: table.id, table: null },
    { kind: 'setTable', id: kind, table: { ...table, id: kind, key, columns } },
  ]
}

function firstTexts(table: Table, column: Column): string[] {
  return Array.from(table.order.slice(0, 5), (row) => writeCell(column, row))
}

/** Roles of the former kind say nothing in the new one. */
function keptRole({ role }: Column): Column['role'] {
  if (role === 'channel' || role === 'category') return 'group'
  return role === 'phone' || role === 'email' || role === 'group' || role === 'note'
    ? role
    : 'other'
}
