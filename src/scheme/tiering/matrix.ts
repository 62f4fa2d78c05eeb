import type { Issue } from '../../core/issue.ts'
import { compare, type Expression, number, reference } from '../../expression/expression.ts'
import type { Axis } from '../scheme.ts'
import {
  cellsFor,
  classesFor,
  classOf,
  evenCutoffs,
  type Matrix,
  mostClasses,
  tierAt,
  withLast,
} from './matrixCells.ts'
import { startMatrix } from './matrixStart.ts'
import type { Lines, TieringInput, TieringPart } from './tiering.ts'

/**
 * Two numbers of each customer, each cut into classes, and a tier for each pair of classes: value × potential. Score and
 * rank stay those of the whole scheme.
 */
export const matrix: TieringPart<Matrix> = {
  id: 'matrix',
  field: null,
  measure: 'cell',
  within: null,
  live: true,

  defaults(tiers) {
    const classes = classesFor(tiers)
    const axis: Axis = { of: 'group', group: '', cutoffs: evenCutoffs(classes) }
    return { id: 'matrix', axes: [axis, axis], cells: cellsFor(classes, classes, tiers) }
  },

  start: startMatrix,

  tidied({ axes, cells }, tiers) {
    if (axes.length !== 2 || !axes.every(isAxis)) return null
    const [down, across] = axes.map(({ cutoffs }) => cutoffs.length + 1)
    if (cells.length !== down || !cells.every((row) => row.length === across)) return null
    if (!cells.flat().every(Number.isFinite)) return null
    const [first, second] = axes
    return {
      id: 'matrix',
      axes: [tidyAxis(first), tidyAxis(second)],
      cells: cells.map((row) =>
        row.map((tier) => Math.min(tiers - 1, Math.max(0, Math.round(tier)))),
      ),
    }
  },

  lines(tiering, input): Lines {
    const { score, tiers } = input
    const { classes, issues } = classesIn(tiering, input)
    const [down, across] = classes
    const measure = Float64Array.from(score, (s, row) =>
      s === s ? tiers - tierAt(tiering, down[row] as number, across[row] as number, tiers) : NaN,
    )
    const cutoffs = Float64Array.from({ length: tiers - 1 }, (_, at) => tiers - at)
    return { measure, cutoffs, issues }
  },

  /** Customers of the tier that goes get the one below, those of the last tier the one above. */
  withoutTier: (tiering, at, tiers) => ({
    ...tiering,
    cells: tiering.cells.map((row) =>
      row.map((tier) => Math.min(tiers - 1, tier > at ? tier - 1 : tier)),
    ),
  }),

  withTier: (tiering, tiers) => ({ ...tiering, cells: withLast(tiering.cells, tiers) }),

  given: () => [],

  doubts: ({ cells }, tiers) => ({
    crossed: [],
    unreachable: Array.from({ length: tiers }, (_, tier) => tier).filter(
      (tier) => !cells.some((row) => row.includes(tier)),
    ),
  }),

  workbook: () => ({ kind: 'matrix' }),

  /** The cells of this tier or a better one. */
  sql({ cells }, at) {
    const is = (name: string, place: number) => compare('=', reference(name), number(place))
    const of = cells.flatMap((row, down) =>
      row.flatMap((tier, across): Expression[] =>
        tier > at ? [] : [{ kind: 'and', of: [is('down', down), is('across', across)] }],
      ),
    )
    return { kind: 'or', of }
  },
}

/** The class of each customer on both sides, by row id, and how many graded customers have nothing there. */
export function classesIn(
  { axes }: Matrix,
  { score, axis: read }: Pick<TieringInput, 'score' | 'axis'>,
): {
  readonly classes: readonly [Uint8Array, Uint8Array]
  readonly missing: readonly number[] // by side
  readonly issues: readonly Issue[]
} {
  const issues: Issue[] = []
  const missing: number[] = []
  const classes = axes.map((axis) => {
    const found = read(axis)
    const lowest = axis.cutoffs.length
    if (!found) {
      missing.push(0)
      issues.push({ code: 'tiering.axisGone', level: 'error', detail: {} })
      return new Uint8Array(score.length).fill(lowest)
    }
    let without = 0
    const list = new Uint8Array(score.length)
    for (let row = 0; row < list.length; row++) {
      const value = found.values[row] as number
      list[row] = classOf(value, axis)
      if (value !== value && !Number.isNaN(score[row])) without++
    }
    missing.push(without)
    const detail = { axis: found.name, count: without }
    if (without > 0) issues.push({ code: 'tiering.axisWithoutValue', level: 'info', detail })
    return list
  })
  return { classes: [classes[0] as Uint8Array, classes[1] as Uint8Array], missing, issues }
}

const isAxis = ({ cutoffs }: Axis): boolean =>
  cutoffs.length > 0 && cutoffs.length < mostClasses && cutoffs.every(Number.isFinite)

/** Cut-offs of sub-scores to 0.1 within 0..100, those of columns as given. */
function tidyAxis(axis: Axis): Axis {
  if (axis.of === 'column') return axis
  const tenth = (cutoff: number) => Math.min(1000, Math.max(0, Math.round(cutoff * 10))) / 10
  return { ...axis, cutoffs: axis.cutoffs.map(tenth) }
}
