import { excelFormula } from '../../expression/excel.ts'
import type { Expression } from '../../expression/expression.ts'
import { customersOf } from '../../project/customersOf.ts'
import type { Criterion } from '../../scheme/scheme.ts'
import { preparedDirection } from '../../scheme/scoring/decay.ts'
import { scorings } from '../../scheme/scoring/index.ts'
import { numbersOf } from '../../scheme/scoring/input.ts'
import { type Bounds, prepared } from '../../scheme/scoring/prepared.ts'
import { preparation } from '../../scheme/scoring/preparation.ts'
import type { WorkbookParameter } from '../../scheme/scoring/scoring.ts'
import type { Column } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'

/** An enabled criterion as the workbook needs it: its column, its formula, the cells that the formula names. */
export interface CriterionFace {
  readonly index: number // among the enabled, as in `GradeResult.utilities`
  readonly criterion: Criterion
  readonly column: Column | null // null = the column is gone
  readonly parameters: readonly WorkbookParameter[]
  readonly utility: Expression | null // null = written as a value
  /** The number that is scored, of the source's cell, where it is prepared first: it has a column of its own. */
  readonly prepared: { readonly value: Expression; readonly values: Float64Array } | null
  /** Too long to stand in the formula of the score: it has a column of its own. */
  readonly apart: boolean
  readonly reads: 'numbers' | 'codes'
  readonly presentCount: number
}

export function criterionFaces(input: ExportInput): readonly CriterionFace[] {
  const { document, result, whole, rows } = input
  const { columns } = customersOf(input.document)
  return document.scheme.criteria
    .filter((criterion) => criterion.enabled)
    .map((criterion, index) => {
      const part = scorings.get(criterion.scoring.id)
      const column = columns.find((each) => each.id === criterion.column) ?? null
      const { parameters: effective = new Float64Array(0), bounds = null } =
        result.utilities[index] ?? {}
      const frozen = (criterion.frozen ?? null) !== null
      const dated = column?.type === 'date'
      const before = part.reads === 'numbers' ? preparation(criterion, bounds, dated) : null
      const face = part.workbook(criterion.scoring, {
        parameters: effective,
        direction: preparedDirection(criterion),
        // A part of the list must keep the ranks of the whole: values then, as for a long list.
        rows: whole ? rows.length : Infinity,
        dated: dated && before === null,
        frozen,
      })
      const parameters = [...(before?.parameters ?? []), ...face.parameters].map((parameter) =>
        whole && !frozen ? parameter : held(parameter),
      )
      return {
        index,
        criterion,
        column,
        parameters,
        utility: face.utility,
        prepared:
          face.utility === null || before === null || column === null
            ? null
            : { value: before.value, values: preparedValues(input, criterion, column, bounds) },
        apart: face.utility !== null && lengthOf(face.utility) > longest,
        reads: part.reads,
        presentCount: result.utilities[index]?.presentCount ?? 0,
      }
    })
}

function preparedValues(
  input: ExportInput,
  { prepare }: Criterion,
  column: Column,
  bounds: Bounds | null,
): Float64Array {
  const numbers = numbersOf(column, customersOf(input.document), input.document.scheme.asOf)
  return prepared(numbers ?? new Float64Array(0), prepare, bounds).values
}

/** Formulas of a sheet's cell may have 8,192 characters, and the score's holds those of all criteria. */
const longest = 320
const lengthOf = (utility: Expression) => excelFormula(utility, () => '#'.repeat(14)).length

/** Without its formulas: as it is now. */
function held(parameter: WorkbookParameter): WorkbookParameter {
  if (parameter.kind === 'cell') return { ...parameter, formula: null }
  return { kind: parameter.kind, name: parameter.name, values: parameter.values }
}
