import type { SheetGroup } from '../../scheme/sheetGroups.ts'
import type { Column } from '../../table/column.ts'
import type { Look } from '../xlsx/styles.ts'
import type { EarlierKind, SettledKind } from './stabilityKinds.ts'

export type BookGroup = SheetGroup | 'stability' | 'details'

export type ResultKind =
  | 'score'
  | 'computed'
  | 'toNext' // points up to the next tier
  | SettledKind // against the last review
  | 'override'
  | 'final'
  | 'reason'
  | 'completeness'

/** What a column of the main sheet is for; formulas are found by it. */
export type Purpose =
  | { readonly kind: 'source'; readonly column: Column }
  | { readonly kind: 'number'; readonly column: Column } // the value scored, where the source shows words such as 每月一次
  | { readonly kind: 'prepared'; readonly criterion: number } // what is scored, where the value is prepared first
  | { readonly kind: 'utility'; readonly criterion: number } // a utility in its own column: a fixed value, or a long formula
  | { readonly kind: ResultKind }
  | { readonly kind: EarlierKind } // against the last review
  | { readonly kind: 'points'; readonly criterion: number }
  | { readonly kind: 'group'; readonly group: number } // score of a group by its criteria alone
  | { readonly kind: 'withinCount' | 'withinAbove' } // how many are in the customer's category, and above it there

export interface BookColumn {
  readonly purpose: Purpose
  readonly group: BookGroup
  readonly header: string
  readonly width: number // characters
  readonly look: Look
}
