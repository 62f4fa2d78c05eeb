import { AppError } from '../../core/error.ts'
import { modelOf } from '../../models/figureIds.ts'
import type { Column } from '../../table/column.ts'
import { profileColumn, type ColumnProfile } from '../../table/profile.ts'
import type { Table, TableId } from '../../table/table.ts'
import type { Session } from '../session.ts'
import type { ColumnView } from '../views.ts'

export function columns(
  session: Session,
  { table: id }: { table: TableId },
): readonly ColumnView[] {
  const table = session.document.tables[id]
  if (!table) throw new AppError('command.invalid', { reason: 'no such table', table: id })
  return table.columns.map((column) => {
    const { id, name, group, role, reading, type, unit } = column
    const model = modelOf(id)
    return { id, name, group, model, role, reading, type, unit, ...profileOf(table, column) }
  })
}

const known = new WeakMap<
  Column,
  { readonly order: Uint32Array; readonly profile: ColumnProfile }
>()

export function profileOf({ order }: Table, column: Column): ColumnProfile {
  const before = known.get(column)
  if (before?.order === order) return before.profile
  const profile = profileColumn(column, order)
  known.set(column, { order, profile })
  return profile
}
