import type { Expression } from '../../expression/expression.ts'
import type { SqlNames } from '../../expression/sql.ts'
import type { ScoringPart, WorkbookInput, WorkbookParameter } from './scoring.ts'
import type { Scoring } from '../scheme.ts'

export interface SqlFace {
  /** Names: `x`, the number or category that is scored; `column`, all of them; its parameters. */
  readonly utility: Expression
  readonly parameters: readonly WorkbookParameter[]
}

/**
 * The utility of a present x with every parameter held, in the order of operations of the value face; null where
 * SQL has no form. Dates are days before the as-of date already.
 */
export function sqlFace(
  part: ScoringPart,
  scoring: Scoring,
  input: Omit<WorkbookInput, 'rows' | 'dated'>,
): SqlFace | null {
  const face = { ...input, rows: 0, dated: false }
  if (part.reads === 'numbers' && part.sql)
    return { utility: part.sql(scoring, face), parameters: [] }
  const { parameters, utility } = part.workbook(scoring, face)
  return utility && { utility, parameters }
}

/** What a face's names stand for: its parameters as numbers, all else as the query has it. */
export function heldNames(parameters: readonly WorkbookParameter[], others: SqlNames): SqlNames {
  const find = (name: string) => parameters.find((parameter) => parameter.name === name)
  return {
    value(name) {
      const found = find(name)
      return found?.kind === 'cell' ? found.value : others.value(name)
    },
    range(name) {
      const found = find(name)
      return found?.kind === 'range' ? { kind: 'list', values: found.values } : others.range(name)
    },
  }
}
