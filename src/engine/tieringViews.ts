import type { CriteriaGroup } from '../scheme/scheme.ts'
import type { ColumnId, ReadingId } from '../table/column.ts'

/** Views of criteria groups, of the matrix and of tiers within a column. */
export interface TieringViews {
  /** Customers in each cell of the matrix; null where tiers are set otherwise. */
  matrix: { args: null; out: MatrixView | null }
  /** A page, at most 200, of the categories that tiers are drawn within; null where they are drawn for all together. */
  within: { args: { from: number; to: number }; out: WithinView | null }
}

export interface MatrixView {
  readonly counts: readonly (readonly number[])[] // graded customers [class down][class across]
  readonly missing: readonly [number, number] // of them without a number on each side
}

export interface WithinView {
  readonly total: number // categories with customers
  readonly rows: readonly {
    readonly name: string // '' = without one
    readonly customers: number
    readonly counts: readonly number[] // by final tier
    readonly ungraded: number
    readonly cutoffs: readonly number[] // over the score; empty where tiers go by something else
  }[]
}

export interface GroupSummary {
  readonly group: CriteriaGroup
  readonly share: number // of the whole, 0..1
}

/** A column that a side of a matrix can go by. */
export interface AxisColumn {
  readonly column: ColumnId
  readonly name: string
  readonly reading: ReadingId
  readonly unit: string | null
}

/** What the form of a scheme offers for groups, a matrix and tiers within a column. */
export interface TieringChoices {
  readonly groups: readonly GroupSummary[]
  readonly axisColumns: readonly AxisColumn[]
  readonly withinColumns: readonly { readonly column: ColumnId; readonly name: string }[]
}
