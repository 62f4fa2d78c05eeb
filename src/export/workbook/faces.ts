import type { Expression } from '../../expression/expression.ts'
import type { Criterion } from '../../scheme/scheme.ts'
import { scorings } from '../../scheme/scoring/index.ts'
import type { WorkbookParameter } from '../../scheme/scoring/scoring.ts'
import type { Column } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import { customersOf } from '../texts.ts'

/** An enabled criterion as the workbook needs it: its column, its formula, the cells that the formula names. */
export interface CriterionFace {
  readonly index: number // among the enabled, as in `GradeResult.utilities`
  readonly criterion: Criterion
  readonly column: Column | null // null = the column is gone
  readonly parameters: readonly WorkbookParameter[]
  readonly utility: Expression | null // null = written as a value
  readonly reads: 'numbers' | 'codes'
  readonly presentCount: number
}

export function criterionFaces(input: ExportInput): readonly CriterionFace[] {
  const { document, result, whole, rows } = input
  const { columns } = customersOf(input)
  return document.scheme.criteria
    .filter((criterion) => criterion.enabled)
    .map((criterion, index) => {
      const part = scorings.get(criterion.scoring.id)
      const column = columns.find((each) => each.id === criterion.column) ?? null
      const face = part.workbook(criterion.scoring, {
        parameters: result.utilities[index]?.parameters ?? new Float64Array(0),
        direction: criterion.direction,
        // A part of the list must keep the ranks of the whole: values then, as for a long list.
        rows: whole ? rows.length : Infinity,
        dated: column?.type === 'date',
      })
      const parameters = face.parameters.map((parameter): WorkbookParameter =>
        parameter.kind === 'cell' && !whole ? { ...parameter, formula: null } : parameter,
      )
      return {
        index,
        criterion,
        column,
        parameters,
        utility: face.utility,
        reads: part.reads,
        presentCount: result.utilities[index]?.presentCount ?? 0,
      }
    })
}
