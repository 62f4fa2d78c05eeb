import type { Axis } from '../scheme.ts'
import { cellsFor, type Matrix } from './matrixCells.ts'

/** Another side; where it has as many classes as before the cells stay, else they begin anew. */
export function withAxis(matrix: Matrix, side: 0 | 1, axis: Axis, tiers: number): Matrix {
  const [down, across] = matrix.axes
  const axes: Matrix['axes'] = side === 0 ? [axis, across] : [down, axis]
  const [rows, columns] = axes.map(({ cutoffs }) => cutoffs.length + 1)
  const isSame = rows === matrix.cells.length && columns === matrix.cells[0]?.length
  const cells = isSame ? matrix.cells : cellsFor(rows ?? 1, columns ?? 1, tiers)
  return { ...matrix, axes, cells }
}
