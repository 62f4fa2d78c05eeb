import * as edit from '../../scheme/edit.ts'
import { withAxis } from '../../scheme/tiering/matrixEdits.ts'
import { columnAxis, groupAxis } from '../../scheme/tiering/matrixStart.ts'
import { customersOf } from '../customersOf.ts'
import { checkAxes } from './axes.ts'
import { columnOf, refuse, type CommandOf, type Plan } from './contract.ts'
import { schemeChange } from './scheme.ts'

export const chooseAxis: Plan<CommandOf<'chooseAxis'>> = (document, { side, source }) => {
  const { scheme } = document
  const { tiering } = scheme
  if (tiering.id !== 'matrix') return refuse('not a matrix')
  const table = customersOf(document)
  const classes = tiering.axes[side].cutoffs.length + 1
  const axis =
    source.of === 'group'
      ? groupAxis(source.group, classes)
      : (columnAxis(columnOf(table, source.column).id, scheme, table, classes) ??
        refuse('no different numbers', { column: columnOf(table, source.column).name }))
  const next = withAxis(tiering, side, axis, scheme.tiers.length)
  checkAxes(document, next)
  return schemeChange(document, edit.setTiering(scheme, next))
}
