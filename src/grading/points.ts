import type { AggregationPart, Term } from '../scheme/aggregation/aggregation.ts'
import { aggregations } from '../scheme/aggregation/index.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { RowId } from '../table/column.ts'
import { termsOf } from './terms.ts'
import type { GradeResult } from './result.ts'

/** What each enabled criterion gave a customer, as the explanation tells it; NaN = left out, or not graded. */
export function criterionPoints(
  scheme: Scheme,
  result: GradeResult,
): (row: RowId) => readonly number[] {
  const part = aggregations.get(scheme.aggregation.id)
  const terms = termsOf(scheme, result.utilities)
  return (row) => {
    if (Number.isNaN(result.score[row] ?? NaN)) return terms.map(() => NaN)
    const points = part.points(terms, row, scoreBefore(part, terms, row))
    return terms.map(({ utilities }, at) =>
      Number.isNaN(utilities[row]) ? NaN : (points[at] as number),
    )
  }
}

/** The score of one customer before bonus, clamping and snapping, by the aggregation itself. */
export function scoreBefore(part: AggregationPart, terms: readonly Term[], row: RowId): number {
  const score = new Float64Array(1)
  part.score(oneRow(terms, row), score)
  return score[0] as number
}

/** The terms of a table that has just this row. */
export function oneRow(terms: readonly Term[], row: RowId): readonly Term[] {
  return terms.map((term) => ({
    ...term,
    utilities: term.utilities.slice(row, row + 1),
    present: term.present.slice(row, row + 1),
  }))
}
