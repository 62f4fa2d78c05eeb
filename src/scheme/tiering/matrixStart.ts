import { quantile } from '../../math/quantile.ts'
import { columnById, type Table } from '../../table/table.ts'
import { groupOf, groupsOf } from '../groups.ts'
import type { Axis, Scheme } from '../scheme.ts'
import { numbersOf } from '../scoring/input.ts'
import { directionOf } from '../templates/meaning.ts'
import { cellsFor, classesFor, evenCutoffs, type Matrix } from './matrixCells.ts'

/**
 * The two weightiest groups with criteria; where there are none, the value column and the weightiest criterion of another
 * column of numbers or dates, parted so that about as many customers are in each class.
 */
export function startMatrix(scheme: Scheme, table: Table): Matrix {
  const tiers = scheme.tiers.length
  const classes = classesFor(tiers)
  const found = [...groupAxes(scheme, classes), ...columnAxes(scheme, table, classes)].slice(0, 2)
  const none = groupAxis('', classes)
  const [down = none, across = none] = found
  return {
    id: 'matrix',
    axes: [down, across],
    cells: cellsFor(down.cutoffs.length + 1, across.cutoffs.length + 1, tiers),
  }
}

function groupAxes(scheme: Scheme, classes: number): readonly Axis[] {
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const filled = groupsOf(scheme).filter((_, at) =>
    enabled.some((criterion) => groupOf(scheme, criterion).group === at),
  )
  if (filled.length < 2) return []
  return filled.toSorted((a, b) => b.weight - a.weight).map(({ id }) => groupAxis(id, classes))
}

export const groupAxis = (group: string, classes: number): Axis => ({
  of: 'group',
  group,
  cutoffs: evenCutoffs(classes),
})

function columnAxes(scheme: Scheme, table: Table, classes: number): readonly Axis[] {
  const byWeight = scheme.criteria
    .filter((criterion) => criterion.enabled)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ column }) => column)
  const ids = new Set([scheme.valueColumn, ...byWeight, ...table.columns.map(({ id }) => id)])
  return [...ids].flatMap((id) => {
    const axis = id === null ? null : columnAxis(id, scheme, table, classes)
    return axis ? [axis] : []
  })
}

/** Null where the column holds no numbers, or all the same. */
export function columnAxis(id: string, scheme: Scheme, table: Table, classes: number): Axis | null {
  const column = columnById(table, id)
  const values = column && numbersOf(column, table, scheme.asOf)
  if (!column || !values) return null
  const better =
    scheme.criteria.find((criterion) => criterion.column === id)?.direction ?? directionOf(column)
  const parts = Array.from({ length: classes - 1 }, (_, at) => (classes - 1 - at) / classes)
  const cutoffs = parts.map((p) => round(quantile(values, better === 'higher' ? p : 1 - p)))
  const apart = [...new Set(cutoffs)].filter(Number.isFinite)
  return apart.length === 0 || isConstant(values)
    ? null
    : { of: 'column', column: id, better, cutoffs: apart }
}

/** To two digits: nobody wants to be parted at 8,731.25. */
const round = (value: number) => Number(value.toPrecision(2))

function isConstant(values: Float64Array): boolean {
  const first = values.find((value) => value === value)
  return first === undefined || values.every((value) => value !== value || value === first)
}
