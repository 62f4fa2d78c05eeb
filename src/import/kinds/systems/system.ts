import type { ColumnRole } from '../../../table/column.ts'
import type { TableKind } from '../../../table/kind.ts'

/** An export of another system, known by its headers. One file a system, its exports in `index.ts`. */
export interface SystemExport {
  readonly id: SystemId
  readonly kind: TableKind
  /** Seen in field lists that agree (spec/value-parsing.md); else only general knowledge: to be checked by the user. */
  readonly verified: boolean
  /** Each of these lists must have a header in the file. */
  readonly needs: readonly (readonly string[])[]
  /** A file with one of these is another export. */
  readonly never?: readonly string[]
  /** What the export consists of, and how many of them a file must have at least. */
  readonly headers: readonly string[]
  readonly atLeast: number
  /** What its columns are to us where the header alone does not say it. */
  readonly roles: readonly (readonly [header: string, role: ColumnRole])[]
  /**
   * Headers of columns that were made from others and stand beside. A part in brackets must be another header, or the column
   * stand below one of `madeGroups`.
   */
  readonly derived?: readonly RegExp[]
  readonly madeGroups?: readonly string[]
}

export type SystemId =
  | 'tiersheet'
  | 'shopify.orders'
  | 'shopify.customers'
  | 'zoho.accounts'
  | 'zoho.contacts'
  | 'hubspot.companies'
  | 'hubspot.contacts'
  | 'hubspot.deals'
  | 'salesforce.account'
  | 'salesforce.report'
  | 'fxiaoke.customers'
  | 'fxiaoke.orders'

/** A comma-separated list as in the specification. */
export const list = (text: string): readonly string[] => text.split(',').map((word) => word.trim())
