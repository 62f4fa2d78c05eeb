import { cutoffsFor } from '../grading/cutoffsFor.ts'
import { decimalsOf } from '../grading/explain.ts'
import { isValid } from '../grading/overrides.ts'
import { type GradeResult, ungraded } from '../grading/result.ts'
import type { RowId } from '../table/column.ts'
import { customerKey } from '../table/key.ts'
import { readings } from '../table/parse/index.ts'
import { columnById } from '../table/table.ts'
import { shownCell } from './covering.ts'
import type { Session } from './session.ts'
import {
  completenessColumn,
  reasonColumn,
  scoreColumn,
  settledColumn,
  tierColumn,
} from './sheetColumns.ts'

/** How one column of the sheet, the table's or the result's, writes its cells; '' where missing. */
export function textsOf(
  session: Session,
  id: string,
  result: GradeResult = session.result,
): (row: RowId) => string {
  const { document, table } = session
  if (id === scoreColumn)
    return (row) => {
      const score = result.score[row] ?? NaN
      return Number.isNaN(score) ? '' : score.toFixed(decimalsOf(score, cutoffsFor(result, row)))
    }
  if (id === completenessColumn) {
    const { write } = readings.get('percent')
    return (row) => {
      const share = result.completeness[row] ?? NaN
      return Number.isNaN(share) ? '' : write(Math.round(share * 1000) / 1000, null)
    }
  }
  if (id === tierColumn || id === settledColumn)
    return (row) => {
      const tier = (id === tierColumn ? result.final : result.settled)[row] ?? ungraded
      return tier === ungraded ? '' : (document.scheme.tiers[tier]?.name ?? '')
    }
  if (id === reasonColumn) {
    const { overrides, scheme } = document
    if (overrides.size === 0) return () => ''
    return (row) => {
      const override = overrides.get(customerKey(table, row))
      return override && isValid(override, scheme) ? override.reason : ''
    }
  }
  const column = columnById(table, id)
  return column ? (row) => shownCell(session, column, row) : () => ''
}
