import type { ColumnRole } from '../../table/column.ts'
import type { TableKind } from '../../table/kind.ts'

const whose: readonly ColumnRole[] = ['key', 'name', 'phone', 'email']
const beside: readonly ColumnRole[] = ['group', 'note', 'other']
const happened: readonly ColumnRole[] = ['record', 'when', 'status', 'cancelled']

/** The roles that a column can have in a table of each kind, in the order in which they are offered. */
export const rolesOfKind: Readonly<Record<TableKind, readonly ColumnRole[]>> = {
  customers: [
    'key',
    'name',
    'phone',
    'email',
    'group',
    'measure',
    'tier',
    'referrer',
    'note',
    'other',
  ],
  orders: [
    ...whose,
    ...happened,
    ...([
      'total',
      'amount',
      'refund',
      'discount',
      'cost',
      'profit',
      'item',
      'category',
      'quantity',
      'price',
      'channel',
    ] as const),
    ...beside,
  ],
  interactions: [...whose, ...happened, 'channel', ...beside],
  service: [...whose, ...happened, 'closed', ...beside],
  survey: [...whose, ...happened, 'answer', ...beside],
}
