import {
  choose,
  compare,
  type Expression,
  isMissing,
  number,
  text,
} from '../../expression/expression.ts'
import { renamed } from '../../expression/rename.ts'
import type { Within } from '../../grading/result.ts'
import { tierings } from '../../scheme/tiering/index.ts'
import { axisSteps } from './axes.ts'
import type { SqlCriterion } from './criteria.ts'
import type { Plan } from './plan.ts'
import { hasScore } from './score.ts'
import { stabilitySteps } from './stability.ts'
import type { Step, StepColumn } from './statement.ts'

/** Score → rank and computed tier (spec/grading.md §4); tiers are numbers from 1, NULL = ungraded. */
export function tierSteps(plan: Plan, criteria: readonly SqlCriterion[]): readonly Step[] {
  const { result, document, words } = plan.input
  const { scheme } = document
  const { tiering, tiers, valueColumn } = scheme
  const part = tierings.get(tiering.id)
  const category = result.within && scheme.within ? plan.value(scheme.within) : null
  const reached = tiers.slice(0, -1).map((_, at) => {
    const whole = part.sql(tiering, at, result.cutoffs[at] ?? NaN)
    if (!result.within || !category || namesOf(whole).some((name) => name !== 'score')) return whole
    return byCategory(category, result.within, (own) => part.sql(tiering, at, own[at] ?? NaN))
  })
  const tier = reached.reduceRight<Expression>(
    (rest, each, at) => choose(each, number(at + 1), rest),
    number(tiers.length),
  )
  const asked = new Set(reached.flatMap(namesOf))
  const valueId = tiering.id === 'valueShare' ? (tiering.column ?? valueColumn) : null
  const among = category ? `PARTITION BY ${plan.print(category)} ` : ''
  const { held, counted } = values(plan, valueId, asked, among)
  const order = 'ORDER BY t.score DESC NULLS LAST'
  const ranked: StepColumn[] = [
    { name: 'rank_of_score', sql: `rank() OVER (${order})` },
    ...(asked.has('above') ? [{ name: 'above', sql: `rank() OVER (${among}${order}) - 1` }] : []),
    ...(asked.has('graded') ? [{ name: 'graded', sql: `count(t.score) OVER (${among})` }] : []),
    ...counted.here,
  ]
  return [
    ...axisSteps(plan, criteria),
    { name: 'valued', says: null, columns: held },
    { name: 'ranked', says: words.sql.steps.ranks, columns: ranked },
    { name: 'valued_above', says: null, columns: counted.after },
    {
      name: 'tiered',
      says: words.sql.steps.tiers,
      columns: [
        {
          name: 'computed_number',
          sql: plan.print(choose(hasScore, tier, text(''))),
        },
      ],
    },
    ...stabilitySteps(plan, reached, among),
  ]
}

/**
 * The value held by customers with strictly higher values: summed row by row from the highest down, and of those with one
 * value the first, before whom nobody else of that value was summed.
 */
function values(plan: Plan, id: string | null, asked: ReadonlySet<string>, among: string) {
  if (!asked.has('valueAbove')) return { held: [], counted: { here: [], after: [] } }
  const value = id === null ? null : plan.value(id)
  const positive = value ? compare('>', value, number(0)) : compare('=', number(0), number(1))
  const counts: Expression = { kind: 'and', of: [hasScore, positive] }
  const held = plan.print(choose(counts, value ?? number(0), number(0)))
  const before = `${among}ORDER BY t.held DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING`
  return {
    held: [{ name: 'held', sql: held }],
    counted: {
      here: [
        {
          name: 'summedBefore',
          sql: `COALESCE(sum(t.held) OVER (${before}), ${plan.print(number(0))})`,
        },
        { name: 'valueTotal', sql: `sum(t.held) OVER (${among})` },
      ],
      after: [
        {
          name: 'valueAbove',
          sql: `min(t.summedBefore) OVER (${among ? `${among.trimEnd()}, ` : 'PARTITION BY '}t.held)`,
        },
      ],
    },
  }
}

/** Cut-offs of each category by itself; of one that was not there nobody is above the last tier. */
function byCategory(
  category: Expression,
  { names, cutoffs }: Within,
  reached: (cutoffs: Float64Array) => Expression,
): Expression {
  return names.reduceRight<Expression>(
    (others, name, code) => {
      const is: Expression =
        code === 0
          ? isMissing(category, 'text')
          : { kind: 'same', of: [category, { kind: 'text', value: name }] }
      return choose(is, reached(cutoffs[code] ?? new Float64Array(0)), others)
    },
    compare('=', number(0), number(1)),
  )
}

function namesOf(expression: Expression): readonly string[] {
  const names: string[] = []
  renamed(expression, (name) => {
    names.push(name)
    return name
  })
  return names
}
