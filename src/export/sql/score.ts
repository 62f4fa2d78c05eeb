import {
  add,
  choose,
  compare,
  type Expression,
  isMissing,
  number,
  reference,
  text,
} from '../../expression/expression.ts'
import { aggregations } from '../../scheme/aggregation/index.ts'
import {
  isAlone,
  rowCompleteness,
  rowGroups,
  rowShare,
  wholeWeight,
} from '../../scheme/aggregation/sqlShares.ts'
import { groupTotal, snapped } from './axes.ts'
import { type SqlCriterion, within100 } from './criteria.ts'
import type { Plan } from './plan.ts'
import { bonuses } from './rules.ts'
import type { Step } from './statement.ts'

/** Utilities → shares → score, clamped and snapped (spec/grading.md §3); NULL = ungraded. */
export function scoreSteps(plan: Plan, criteria: readonly SqlCriterion[]): readonly Step[] {
  const { scheme } = plan.input.document
  const { steps: say } = plan.input.words.sql
  const column = (name: string, e: Expression) => ({ name, sql: plan.print(e) })
  const groups = rowGroups(criteria)
  const total = groupTotal
  const alone = isAlone(groups)
  const whole = alone ? total(groups[0]?.group ?? 0) : reference('weights')
  const terms = criteria.map((criterion, at) => ({
    ...criterion,
    share: reference(`s${at + 1}`),
  }))
  const aggregated = aggregations.get(scheme.aggregation.id).sql(terms)
  const lacking = criteria.filter(({ required }) => required).map(({ missing }) => missing)
  const ungraded: Expression = {
    kind: 'or',
    of: [
      compare('<=', reference('completeness'), number(0)),
      compare('<=', whole, number(0)),
      ...lacking,
    ],
  }
  const within = within100(bonuses(plan).reduce((sum, points) => add(sum, points), aggregated))
  return [
    {
      name: 'weighed',
      says: say.weights,
      columns: groups.map(({ group, total: sum }) => column(`weight_${group + 1}`, sum)),
    },
    {
      name: 'totalled',
      says: null,
      columns: alone ? [] : [column('weights', wholeWeight(groups, total))],
    },
    {
      name: 'shared',
      says: say.shares,
      columns: criteria.map((term, at) =>
        column(`s${at + 1}`, rowShare(term, total(term.group), alone ? null : whole)),
      ),
    },
    {
      name: 'summed',
      says: say.score,
      columns: [
        column('points', criteria.length === 0 ? number(0) : within),
        column('completeness', rowCompleteness(criteria)),
      ],
    },
    {
      name: 'graded',
      says: say.snap,
      columns: [column('score', choose(ungraded, text(''), snapped(reference('points'))))],
    },
  ]
}

export const hasScore: Expression = { kind: 'not', of: isMissing(reference('score'), 'number') }
