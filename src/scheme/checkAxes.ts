import type { Issue } from '../core/issue.ts'
import { type Table, columnById } from '../table/table.ts'
import { groupsOf } from './groups.ts'
import type { Axis, Scheme } from './scheme.ts'

/** Sides of a matrix whose cut-offs are not in the order of their classes. */
export function checkAxes(scheme: Scheme, table: Table): readonly Issue[] {
  const { tiering } = scheme
  if (tiering.id !== 'matrix') return []
  return tiering.axes.flatMap((axis): readonly Issue[] => {
    const name =
      axis.of === 'group'
        ? groupsOf(scheme).find(({ id }) => id === axis.group)?.name
        : columnById(table, axis.column)?.name
    if (isOrdered(axis)) return []
    return [{ code: 'tiering.axisCrossed', level: 'error', detail: { axis: name ?? '' } }]
  })
}

function isOrdered(axis: Axis): boolean {
  const sign = axis.of === 'column' && axis.better === 'lower' ? -1 : 1
  return axis.cutoffs.every(
    (cutoff, at) => at === 0 || sign * cutoff < sign * (axis.cutoffs[at - 1] ?? Infinity),
  )
}
