import { classOf, type Matrix, tierAt } from '../scheme/tiering/matrixCells.ts'
import type { Axis, Scheme } from '../scheme/scheme.ts'
import type { RowId } from '../table/column.ts'
import { columnById, type Table } from '../table/table.ts'
import { axisValues } from './axes.ts'
import { oneRow } from './points.ts'
import { type CellPlace, type GradeResult, type OwnCategory, type SideStep } from './result.ts'
import { termsOf } from './terms.ts'

/** Where a graded customer stands in a matrix, and among whom its tier was drawn; null where there is no such thing. */
export function placeOf(
  table: Table,
  scheme: Scheme,
  result: GradeResult,
  row: RowId,
): { readonly cell: CellPlace | null; readonly category: OwnCategory | null } {
  const isGraded = !Number.isNaN(result.score[row] ?? NaN)
  const { tiering } = scheme
  return {
    cell: isGraded && tiering.id === 'matrix' ? cellOf(table, scheme, tiering, result, row) : null,
    category: isGraded ? categoryOf(table, scheme, result, row) : null,
  }
}

function cellOf(
  table: Table,
  scheme: Scheme,
  tiering: Matrix,
  result: GradeResult,
  row: RowId,
): CellPlace {
  const terms = oneRow(termsOf(scheme, result.utilities), row)
  const values = tiering.axes.map((axis) => {
    const found = axisValues(table, scheme, terms, axis)
    return found?.values[axis.of === 'column' ? row : 0] ?? NaN
  })
  const at = tiering.axes.map((axis, side) => classOf(values[side] ?? NaN, axis))
  const [down = 0, across = 0] = at
  const tier = (first: number, second: number) =>
    tierAt(tiering, first, second, scheme.tiers.length)
  const own = tier(down, across)
  const steps = tiering.axes.flatMap((axis, side): readonly SideStep[] => {
    const better = upwards(at[side] ?? 0).find((to) =>
      side === 0 ? tier(to, across) < own : tier(down, to) < own,
    )
    const needed = better === undefined ? undefined : axis.cutoffs[better]
    const next = better === undefined ? own : side === 0 ? tier(better, across) : tier(down, better)
    const id = scheme.tiers[next]?.id
    return needed === undefined || id === undefined ? [] : [{ side, needed, tier: id }]
  })
  return {
    sides: tiering.axes.map((axis: Axis, side) => ({
      axis,
      value: values[side] ?? NaN,
      at: at[side] ?? 0,
      classes: axis.cutoffs.length + 1,
    })),
    steps,
  }
}

/** Better classes, the nearest first. */
const upwards = (at: number) => Array.from({ length: at }, (_, step) => at - 1 - step)

function categoryOf(
  table: Table,
  scheme: Scheme,
  { within, score }: GradeResult,
  row: RowId,
): OwnCategory | null {
  const column = columnById(table, scheme.within ?? '')
  if (within === null || !column) return null
  const code = within.codes[row] ?? 0
  const own = score[row] as number
  let [graded, higher] = [0, 0]
  for (let each = 0; each < score.length; each++) {
    const s = score[each] as number
    if (within.codes[each] !== code || s !== s) continue
    graded++
    higher += +(s > own)
  }
  return { column: column.name, name: within.names[code] ?? '', graded, rank: higher + 1 }
}
