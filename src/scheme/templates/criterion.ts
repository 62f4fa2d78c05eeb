import { median } from '../../math/median.ts'
import { summary } from '../../math/summary.ts'
import type { Column } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { Criterion, IsoDate, Scoring, ScoringId } from '../scheme.ts'
import { scorings } from '../scoring/index.ts'
import { numbersOf } from '../scoring/input.ts'
import type { Direction } from '../scoring/scoring.ts'
import { directionOf } from './meaning.ts'

/** Below as many customers a rank says little. */
const enoughForRanks = 50
/** A median this near one end of the range leaves nearly everybody at that end of a straight line. */
const crowded = 0.2

/** A sensible criterion for a column: weight 10, read by what its header says. Dates are days before `asOf`, so early and late only differ by the direction. */
export function criterionFor(column: Column, table: Table, asOf?: IsoDate): Criterion {
  const direction = directionOf(column)
  const day = asOf ?? '1970-01-01'
  return {
    id: `k_${column.id}`,
    column: column.id,
    name: column.name,
    enabled: true,
    weight: 10,
    direction,
    scoring: startOf(defaultScoring(column, table, day), column, table, day, direction),
    missing: { id: 'reweight' },
  }
}

/** The start of another scoring function on this column. */
export function startOf(
  id: ScoringId,
  column: Column,
  table: Table,
  asOf: IsoDate,
  direction: Direction,
): Scoring {
  return scorings.get(id).defaults({ column, table, asOf, direction })
}

function defaultScoring(column: Column, table: Table, asOf: IsoDate): ScoringId {
  const values = numbersOf(column, table, asOf)
  if (values === null) return 'lookup'
  return isSkewed(values) ? 'percentile' : 'linear'
}

/** Most money and count columns of real lists are: a few customers far above all others. */
export function isSkewed(values: Float64Array): boolean {
  const { count, min, max } = summary(values)
  if (count <= enoughForRanks || min === max) return false
  const place = (median(values) - min) / (max - min)
  return place < crowded || place > 1 - crowded
}
