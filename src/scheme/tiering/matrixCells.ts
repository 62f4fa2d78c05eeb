import { choose, compare, type Expression, number } from '../../expression/expression.ts'
import { snap } from '../../math/snap.ts'
import type { Axis, Tiering } from '../scheme.ts'

export type Matrix = Extract<Tiering, { id: 'matrix' }>

export const mostClasses = 5 // of one side

/** Which class of a side a value is in, 0 = best; a missing one is in the lowest. */
export function classOf(value: number, axis: Axis): number {
  const isLower = axis.of === 'column' && axis.better === 'lower'
  const line = (cutoff: number) => (axis.of === 'group' ? snap(cutoff) : cutoff)
  const found = axis.cutoffs.findIndex((cutoff) =>
    isLower ? value <= line(cutoff) : value >= line(cutoff),
  )
  return found < 0 ? axis.cutoffs.length : found
}

/** The same in SQL. */
export function classExpression(value: Expression, axis: Axis): Expression {
  const isLower = axis.of === 'column' && axis.better === 'lower'
  return axis.cutoffs.reduceRight<Expression>((worse, cutoff, place) => {
    const line = number(axis.of === 'group' ? snap(cutoff) : cutoff)
    return choose(compare(isLower ? '<=' : '>=', value, line), number(place), worse)
  }, number(axis.cutoffs.length))
}

/** The tiers of classes whose places add up alike are alike: A A B / A B C / B C D for four tiers and three classes each. */
export function cellsFor(down: number, across: number, tiers: number): number[][] {
  const steps = down + across - 1
  return Array.from({ length: down }, (_, row) =>
    Array.from({ length: across }, (_, column) => Math.floor(((row + column) * tiers) / steps)),
  )
}

/** As many classes on each side as it takes for every tier to have a cell. */
export const classesFor = (tiers: number): number => (tiers > 5 ? 5 : 3)

/** Even steps over 0..100 for so many classes, the best first. */
export const evenCutoffs = (classes: number): number[] =>
  Array.from({ length: classes - 1 }, (_, at) => Math.round((100 * (classes - 1 - at)) / classes))

export function tierAt({ cells }: Matrix, down: number, across: number, tiers: number): number {
  return Math.min(tiers - 1, cells[down]?.[across] ?? tiers - 1)
}

/** The new last tier takes the worst cell; a tier that has none left takes the next worst one. */
export function withLast(cells: Matrix['cells'], last: number): number[][] {
  const next = cells.map((row) => [...row])
  const worst = next
    .flatMap((row, down) => row.map((_, across) => ({ row, across, place: down + across, down })))
    .sort((a, b) => b.place - a.place || b.down - a.down)
  for (let tier = last; tier >= 0 && !next.some((row) => row.includes(tier)); tier--) {
    const cell = worst[last - tier]
    if (cell) cell.row[cell.across] = tier
  }
  return next
}
