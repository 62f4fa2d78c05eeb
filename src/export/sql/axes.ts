import {
  add,
  choose,
  compare,
  divide,
  type Expression,
  multiply,
  number,
  reference,
  text,
} from '../../expression/expression.ts'
import { customersOf } from '../../project/customersOf.ts'
import { aggregations } from '../../scheme/aggregation/index.ts'
import { rowShare } from '../../scheme/aggregation/sqlShares.ts'
import { groupsOf } from '../../scheme/groups.ts'
import type { Axis } from '../../scheme/scheme.ts'
import { classExpression } from '../../scheme/tiering/matrixCells.ts'
import { columnById } from '../../table/table.ts'
import type { SqlCriterion } from './criteria.ts'
import type { Plan } from './plan.ts'
import type { Step } from './statement.ts'

/** Where the weights of a group's criteria that count are summed up. */
export const groupTotal = (group: number): Expression => reference(`weight_${group + 1}`)

/** ⌊s·1e9 + 0.5⌋ ÷ 1e9 */
export function snapped(score: Expression): Expression {
  const billionths = add(multiply(score, number(1e9)), number(0.5))
  return divide({ kind: 'floor', of: billionths }, number(1e9))
}

/** The classes of a matrix: `down` and `across`, from 0 = best. */
export function axisSteps(plan: Plan, criteria: readonly SqlCriterion[]): readonly Step[] {
  const { tiering } = plan.input.document.scheme
  if (tiering.id !== 'matrix') return []
  const names = ['down', 'across'] as const
  const column = (name: string, e: Expression) => ({ name, sql: plan.print(e) })
  const values = tiering.axes.map((axis) => axisValue(plan, criteria, axis))
  return [
    {
      name: 'sided',
      says: plan.input.words.sql.steps.axes,
      columns: values.map((value, at) => column(`side_${at + 1}`, value)),
    },
    {
      name: 'classed',
      says: null,
      columns: tiering.axes.map((axis, at) =>
        column(names[at] ?? '', classExpression(reference(`side_${at + 1}`), axis)),
      ),
    },
  ]
}

/** A column's number, or a group's own score: missing where there is none. */
function axisValue(plan: Plan, criteria: readonly SqlCriterion[], axis: Axis): Expression {
  if (axis.of === 'column') {
    const type = columnById(customersOf(plan.input.document), axis.column)?.type
    const isNumber = type === 'number' || type === 'date'
    return (isNumber ? plan.value(axis.column) : null) ?? text('')
  }
  const { scheme } = plan.input.document
  const group = groupsOf(scheme).findIndex(({ id }) => id === axis.group)
  const own = criteria.filter((criterion) => criterion.group === group)
  if (group < 0 || own.length === 0) return text('')
  const total = groupTotal(group)
  const terms = own.map((term) => ({
    ...term,
    groupCap: null,
    share: rowShare(term, total, null),
  }))
  const score = aggregations.get(scheme.aggregation.id).sql(terms)
  return choose(compare('>', total, number(0)), snapped(score), text(''))
}
