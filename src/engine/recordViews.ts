import type { ColumnId, ColumnRole, ReadingId, RowId } from '../table/column.ts'
import type { RecordKind } from '../table/kind.ts'
import type { LinkedBy, UnlinkedReason } from '../table/link.ts'

export interface RecordTableView {
  readonly kind: RecordKind
  readonly rowCount: number
  readonly columns: number
  readonly figures: readonly string[] // names of the columns that customers have from it
  /** Rows that found their customer, by what; and those that did not, by why. Zeros are left out. */
  readonly matched: readonly { readonly by: LinkedBy; readonly count: number }[]
  readonly unmatched: readonly { readonly reason: UnlinkedReason; readonly count: number }[]
}

export interface RecordsView {
  readonly columns: readonly {
    readonly id: ColumnId
    readonly name: string
    readonly role: ColumnRole
    readonly reading: ReadingId
  }[]
  readonly total: number // rows that there are, all pages
  readonly from: number
  readonly rows: readonly {
    readonly row: RowId
    readonly texts: readonly string[] // '' where missing
    readonly customer: string | null // whose it is
    readonly reason: UnlinkedReason | null // why it is nobody's
  }[]
}
