import { snap } from '../math/snap.ts'
import type { Term } from '../scheme/aggregation/aggregation.ts'
import { aggregations } from '../scheme/aggregation/index.ts'
import { groupsOf } from '../scheme/groups.ts'
import type { Axis, GroupId, Scheme } from '../scheme/scheme.ts'
import { numbersOf } from '../scheme/scoring/input.ts'
import type { AxisValues } from '../scheme/tiering/tiering.ts'
import { type Table, columnById } from '../table/table.ts'

/** What customers are by one side of a matrix, by row id; `terms` as the aggregation has them. Null = it is gone. */
export function axisValues(
  table: Table,
  scheme: Scheme,
  terms: readonly Term[],
  axis: Axis,
): AxisValues | null {
  if (axis.of === 'column') {
    const column = columnById(table, axis.column)
    const values = column ? numbersOf(column, table, scheme.asOf) : null
    return column && values ? { name: column.name, values } : null
  }
  const group = groupsOf(scheme).find(({ id }) => id === axis.group)
  const values = group && subscore(scheme, terms, group.id)
  return group && values ? { name: group.name, values } : null
}

/**
 * Score of a group by its criteria alone, 0..100 and snapped, by the scheme's aggregation, without its cap; NaN where nothing
 * of it counts. Null where the group is gone or has no criterion.
 */
export function subscore(
  scheme: Scheme,
  terms: readonly Term[],
  group: GroupId,
): Float64Array | null {
  const at = groupsOf(scheme).findIndex(({ id }) => id === group)
  const own = terms.filter((term) => term.group === at)
  const [first] = own
  if (!first || at < 0) return null
  const score = new Float64Array(first.utilities.length)
  const alone = own.map((term) => ({ ...term, groupWeight: 1, groupCap: null, required: false }))
  aggregations.get(scheme.aggregation.id).score(alone, score)
  for (let row = 0; row < score.length; row++) score[row] = snap(score[row] as number)
  return score
}
