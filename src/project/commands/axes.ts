import { groupsOf } from '../../scheme/groups.ts'
import type { Axis, Tiering } from '../../scheme/scheme.ts'
import { customersOf } from '../customersOf.ts'
import type { Document } from '../document.ts'
import { columnOf, refuse } from './contract.ts'

/** A side that is chosen anew must be there: a group of the scheme, or a column of numbers or dates. */
export function checkAxes(
  document: Document,
  { axes }: Extract<Tiering, { readonly id: 'matrix' }>,
): void {
  const { tiering } = document.scheme
  const present = tiering.id === 'matrix' ? tiering.axes.map(sourceOf) : []
  for (const axis of axes) {
    if (present.includes(sourceOf(axis))) continue
    if (axis.of === 'group') {
      if (!groupsOf(document.scheme).some(({ id }) => id === axis.group)) refuse('no such group')
    } else {
      const { type, name } = columnOf(customersOf(document), axis.column)
      if (type !== 'number' && type !== 'date') refuse('not a column of numbers', { column: name })
    }
  }
}

const sourceOf = (axis: Axis): string =>
  axis.of === 'group' ? `group ${axis.group}` : `column ${axis.column}`
