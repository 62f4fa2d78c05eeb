import type { FormulaProblem } from '../expression/formula/problem.ts'
import type { ColumnId, ColumnType, ReadingId } from '../table/column.ts'

export interface FormulaViews {
  /** What a formula would make, as typed: columns by name in brackets. `column`: that it is for; null = a new one. */
  formula: { args: { column: ColumnId | null; text: string }; out: FormulaView }
}

export interface FormulaView {
  readonly problem: FormulaProblem | null
  readonly type: ColumnType | null // null where there is a problem
  readonly reading: ReadingId | null
  readonly unit: string | null
  /** The first five customers of the order; `error`: #DIV/0! and the like, null = none. */
  readonly samples: readonly {
    readonly name: string
    readonly text: string
    readonly error: string | null
  }[]
  readonly failed: number // cells with an error
  readonly empty: number // cells without a value since an input is missing
  readonly counted: number // customers looked at: at most the first 100,000
}
