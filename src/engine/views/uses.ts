import { rulesOf } from '../../scheme/rules/index.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import type { ColumnId } from '../../table/column.ts'
import type { ColumnUses } from '../columnViews.ts'
import type { Session } from '../session.ts'
import type { Views } from '../views.ts'

export function uses({ document }: Session, { column }: Views['uses']['args']): ColumnUses {
  const { scheme } = document
  const reads = (one: { readonly column: ColumnId }) => one.column === column
  return {
    criteria: scheme.criteria.filter(reads).map(({ name }) => name),
    rules: rulesOf(scheme).filter(({ conditions }) => conditions.some(reads)).length,
    others: othersOf(scheme, column),
    formulas: [],
  }
}

function othersOf(scheme: Scheme, column: ColumnId): ColumnUses['others'] {
  const { tiering } = scheme
  const draws =
    (tiering.id === 'valueShare' && tiering.column === column) ||
    (tiering.id === 'matrix' &&
      tiering.axes.some((axis) => axis.of === 'column' && axis.column === column))
  return [
    ...(scheme.valueColumn === column ? ['value' as const] : []),
    ...(scheme.within === column ? ['within' as const] : []),
    ...(draws ? ['tiering' as const] : []),
  ]
}
