import type { ColumnRole } from '../../table/column.ts'
import type { TableKind } from '../../table/kind.ts'

const whose: readonly ColumnRole[] = ['key', 'name', 'phone', 'email']
const beside: readonly ColumnRole[] = ['group', 'note', 'other']
const happened: readonly ColumnRole[] = ['record', 'when', 'status', 'cancelled']

/** The roles that a column can have in a table of each kind, in the order in which they are offered. */
export const rolesOfKind: Readonly<Record<TableKind, readonly ColumnRole[]>> = {
  customers: ['key', 'name', 'phone', 'email', 'group', 'measure', 'tier', 'note', 'other'],
  orders: [
    ...whose,
    ...happened,
    ...(['total', 'amount', 'refund', 'item', 'quantity', 'price'] as const),
    ...beside,
  ],
  interactions: [...whose, ...happened, ...beside],
  service: [...whose, ...happened, ...beside],
  survey: [...whose, ...happened, 'answer', ...beside],
}
