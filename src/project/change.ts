import type { Override } from '../grading/result.ts'
import type { ModelId } from '../models/figureIds.ts'
import type { ModelChoice } from '../models/model.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { Cell, Column, ColumnId, RowId } from '../table/column.ts'
import type { Merge, MergeId } from '../table/merge.ts'
import type { CustomerKey, Table, TableId } from '../table/table.ts'
import type { SheetLayout } from './layout.ts'

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
      readonly rows: readonly RowId[] // each once
      readonly cells: readonly Cell[]
      /** Only on inverses: how the column was held before, so that it comes back exactly. */
      readonly held?: HeldShape
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
  | {
      readonly kind: 'setMerges' // record or (null) forget
      readonly table: TableId
      readonly entries: readonly { readonly id: MergeId; readonly merge: Merge | null }[]
    }
  | {
      readonly kind: 'setDistinct' // record or (null) forget
      readonly table: TableId
      readonly entries: readonly { readonly id: string; readonly rows: readonly RowId[] | null }[]
    }
  | { readonly kind: 'setTable'; readonly id: TableId; readonly table: Table | null }
  | {
      readonly kind: 'setEdited' // cells that were written by hand, or no longer count as such
      readonly table: TableId
      readonly column: ColumnId
      readonly rows: readonly RowId[]
      readonly edited: boolean
    }
  | { readonly kind: 'setScheme'; readonly scheme: Scheme }
  | { readonly kind: 'setKeptScheme'; readonly scheme: Scheme }
  | {
      readonly kind: 'setOverrides'
      readonly entries: readonly {
        readonly customer: CustomerKey
        readonly override: Override | null
      }[]
    }
  | {
      readonly kind: 'setModel' // what was decided about a model; null = nothing, it is as usual
      readonly model: ModelId
      readonly choice: ModelChoice | null
    }
  | { readonly kind: 'setLayout'; readonly layout: SheetLayout | null } // null = as given
  | { readonly kind: 'setName'; readonly name: string }

/** What setting cells lets grow: the lengths and absences that its inverse restores. */
export interface HeldShape {
  readonly words: number // length of a category column's dictionary; 0 for other types
  readonly originals: number // length of the dictionary of originals; 0 = the column had none
  readonly marks: boolean // whether the column had marks
  readonly unchanged: readonly RowId[] // text columns: rows that still had their text in `bytes`
}
