import type { ArgumentId, ArgumentType, PartKind } from '../expression/formula/part.ts'
import type { WeightHelperId } from '../grading/weights/helper.ts'
import type {
  AggregationId,
  ScoringId,
  Stability,
  StabilityId,
  TieringId,
} from '../scheme/scheme.ts'
import type { Field } from '../scheme/scoring/scoring.ts'
import type { StabilityField } from '../scheme/stability/stability.ts'
import type { TemplateId } from '../scheme/templates/template.ts'
import type { ColumnType, ReadingId } from '../table/column.ts'

export interface ScoringEntry {
  readonly id: ScoringId
  readonly types: readonly ColumnType[]
  readonly directed: boolean // the criterion's direction says something here
  readonly fields: readonly Field[]
}

export interface StabilityEntry {
  readonly id: StabilityId
  readonly start: Stability
  readonly fields: readonly StabilityField[]
}

export interface FunctionEntry {
  readonly id: string
  readonly kind: PartKind
  readonly arguments: readonly {
    readonly id: ArgumentId
    readonly type: ArgumentType
    readonly optional: boolean
    readonly repeated: boolean
  }[]
}

/** Form fields of the parts, so that the page imports types only. */
export interface Catalogue {
  readonly scoring: readonly ScoringEntry[]
  readonly tiering: readonly TieringId[]
  readonly aggregation: readonly AggregationId[]
  readonly stability: readonly StabilityEntry[]
  readonly weightHelpers: readonly WeightHelperId[]
  readonly templates: readonly TemplateId[]
  readonly readings: readonly { readonly id: ReadingId; readonly type: ColumnType }[]
  /** Functions of formulas; words, arguments' words and examples by id in `i18n/*\/formulas.ts`. */
  readonly functions: readonly FunctionEntry[]
  readonly samples: readonly { readonly id: string; readonly rowCount: number }[]
}
