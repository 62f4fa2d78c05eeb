import type { Override } from '../grading/result.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Cell, Column, ColumnId, RowId } from '../table/column.ts'
import type { CustomerKey, Table, TableId } from '../table/table.ts'

/**
 * The few primitive edits of a document; everything a user does becomes a list of these.
 * Each has an inverse of the same union (`apply.ts`), and each is what the edit log stores.
 * Rows are row ids, never places in a sorted view, so undo survives a re-sort.
 */
export type Change =
  | {
      readonly kind: 'setCells'
      readonly table: TableId
      readonly column: ColumnId
      readonly rows: readonly RowId[]
      readonly cells: readonly Cell[]
    }
  | { readonly kind: 'appendRows'; readonly table: TableId; readonly count: number } // missing everywhere, not yet in the order
  | { readonly kind: 'dropLastRows'; readonly table: TableId; readonly count: number } // inverse of appendRows
  | { readonly kind: 'setOrder'; readonly table: TableId; readonly order: Uint32Array }
  | {
      readonly kind: 'setColumn' // add, replace or (null) remove
      readonly table: TableId
      readonly id: ColumnId
      readonly at: number // place in `columns`
      readonly column: Column | null
    }
  | { readonly kind: 'setKey'; readonly table: TableId; readonly key: ColumnId | null }
  | { readonly kind: 'setTable'; readonly id: TableId; readonly table: Table | null }
  | { readonly kind: 'setScheme'; readonly scheme: Scheme }
  | { readonly kind: 'setKeptScheme'; readonly scheme: Scheme }
  | {
      readonly kind: 'setOverrides'
      readonly entries: readonly {
        readonly customer: CustomerKey
        readonly override: Override | null
      }[]
    }
  | { readonly kind: 'setName'; readonly name: string }
