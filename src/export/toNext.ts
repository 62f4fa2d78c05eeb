import { lowestAbove } from '../grading/cutoffAbove.ts'
import { cutoffsFor } from '../grading/cutoffsFor.ts'
import { tierings } from '../scheme/tiering/index.ts'
import type { RowId } from '../table/column.ts'
import type { ExportInput } from './exporter.ts'

/** Whether tiers are drawn over the score, so that points lead up to the next one. */
export const saysToNext = ({ document }: ExportInput): boolean =>
  document.scheme.tiers.length > 1 && tierings.get(document.scheme.tiering.id).measure === 'score'

/** Points up to the next tier by the score, as the explanation has them; NaN = in the best one that can be reached, or ungraded. */
export function pointsToNext({ result }: ExportInput): (row: RowId) => number {
  return (row) => {
    const score = result.score[row] ?? NaN
    return (lowestAbove(score, cutoffsFor(result, row)) ?? NaN) - score
  }
}
