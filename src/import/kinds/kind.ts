import type { ColumnRole, RecordRole } from '../../table/column.ts'
import type { InferredColumn } from '../../table/infer.ts'
import type { RecordKind } from '../../table/kind.ts'
import { headerWords } from '../../table/headerWords.ts'

/** What is known of a column when its table is recognised. */
export interface ColumnFacts {
  readonly name: string // the header
  readonly group: string | null // the header above it
  readonly inferred: Pick<
    InferredColumn,
    'reading' | 'role' | 'unit' | 'filled' | 'missing' | 'distinct' | 'examples'
  >
  /** Whether the same texts come again and again. Asked of few columns, since cells are looked at. */
  readonly repeats: () => boolean
}

/** Headers that say a role; `points` is how much they speak for the kind. Tested on `headerForm`. */
export interface RoleRule {
  readonly role: Extract<ColumnRole, 'key' | 'name'> | RecordRole
  readonly header: RegExp
  readonly points: number
}

/** A kind of record table: one file, one line in `index.ts`. */
export interface KindPart {
  readonly id: RecordKind
  /** Of the columns that claim one role, that of the earliest rule takes it. */
  readonly rules: readonly RoleRule[]
  /** Headers that speak for the kind without a role of their own; one point each, three at most. */
  readonly words: RegExp
  /** Without columns of all these roles (one of each list) it is not this kind. */
  readonly needs: readonly (readonly ColumnRole[])[]
}

/** 订单编号, orderid, lineitemname: half width, lower case, without blanks and signs. */
export function headerForm(header: string): string {
  return headerWords(header).replace(/ /g, '')
}
