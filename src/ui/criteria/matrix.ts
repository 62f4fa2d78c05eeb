import type { Axis, Tiering } from '../../scheme/scheme.ts'

export type Matrix = Extract<Tiering, { id: 'matrix' }>
type Side = 0 | 1

export const isLower = (axis: Axis): boolean => axis.of === 'column' && axis.better === 'lower'

/** What a side goes by, as the value of a select. */
export const sourceOf = (axis: Axis): string =>
  axis.of === 'group' ? `group:${axis.group}` : `column:${axis.column}`

function withSide({ axes, ...rest }: Matrix, side: Side, axis: Axis): Matrix {
  return { ...rest, axes: side === 0 ? [axis, axes[1]] : [axes[0], axis] }
}

export function withLine(matrix: Matrix, side: Side, at: number, line: number): Matrix {
  const axis = matrix.axes[side]
  const cutoffs = axis.cutoffs.map((cutoff, i) => (i === at ? line : cutoff))
  return withSide(matrix, side, { ...axis, cutoffs })
}

/** The same lines from the other end. */
export function turned(matrix: Matrix, side: Side): Matrix {
  const axis = matrix.axes[side]
  if (axis.of === 'group') return matrix
  const better = axis.better === 'higher' ? 'lower' : 'higher'
  return withSide(matrix, side, { ...axis, better, cutoffs: axis.cutoffs.toReversed() })
}

/** One more class at the worse end, as far from the last line as that is from the one before; its tiers are the last ones. */
export function withClass(matrix: Matrix, side: Side): Matrix {
  const axis = matrix.axes[side]
  const last = axis.cutoffs.at(-1) ?? 0
  const before = axis.cutoffs.at(-2)
  const step = before === undefined ? Math.abs(last) / 2 || 1 : Math.abs(before - last)
  const line = isLower(axis) ? last + step : last - step
  const next = axis.of === 'group' && line <= 0 ? last / 2 : line
  const rounded = Number(next.toPrecision(12))
  const wider = withSide(matrix, side, { ...axis, cutoffs: [...axis.cutoffs, rounded] })
  const { cells } = matrix
  return {
    ...wider,
    cells:
      side === 0
        ? [...cells, [...(cells.at(-1) ?? [])]]
        : cells.map((row) => [...row, row.at(-1) ?? 0]),
  }
}

/** Without the worst class: its customers join the one above. */
export function withoutClass(matrix: Matrix, side: Side): Matrix {
  const axis = matrix.axes[side]
  const narrower = withSide(matrix, side, { ...axis, cutoffs: axis.cutoffs.slice(0, -1) })
  const { cells } = matrix
  return { ...narrower, cells: side === 0 ? cells.slice(0, -1) : cells.map((r) => r.slice(0, -1)) }
}

export function withCell(matrix: Matrix, down: number, across: number, tier: number): Matrix {
  const cells = matrix.cells.map((row, i) =>
    row.map((own, j) => (i === down && j === across ? tier : own)),
  )
  return { ...matrix, cells }
}
