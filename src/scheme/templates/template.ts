import type { IsoDate, Scheme } from '../scheme.ts'
import type { Table } from '../../table/table.ts'
import type { ColumnFacts } from './meaning.ts'

/** Every template; `index.ts` lists the parts and `i18n` has a name for each. */
export type TemplateId =
  | 'frequencySpendLifetime'
  | 'rfmList' // retail
  | 'b2b'
  | 'bank'
  | 'telecom'
  | 'general'

/** A scheme to begin with. A part is one file; `index.ts` lists them. */
export interface Template {
  readonly id: TemplateId
  /** How well it fits columns of which only header and reading are known, 0..1. */
  fits(columns: readonly ColumnFacts[]): number
  /** The scheme for this table; columns that it would like and that are not there are left out. */
  build(table: Table, asOf: IsoDate, words?: TemplateWords): Scheme
}

/** Prose for the customer, in the language of the page. */
export interface TemplateWords {
  readonly labels: readonly string[] // of the tiers, best first
  readonly name?: string // of the scheme
}
