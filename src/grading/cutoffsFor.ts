import type { RowId } from '../table/column.ts'
import type { GradeResult } from './result.ts'

/**
 * Effective cut-offs over the score that a customer is held against: those of its own category where tiers are drawn
 * within a column, else those of all. Empty where tiers follow something else than the score.
 */
export function cutoffsFor(
  { cutoffs, within }: Pick<GradeResult, 'cutoffs' | 'within'>,
  row: RowId,
): Float64Array {
  return within === null ? cutoffs : (within.cutoffs[within.codes[row] ?? 0] ?? none)
}

const none = new Float64Array(0)
