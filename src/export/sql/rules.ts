import { choose, type Expression, number } from '../../expression/expression.ts'
import { renamed } from '../../expression/rename.ts'
import { customersOf } from '../../project/customersOf.ts'
import { conditionExpression } from '../../scheme/rules/condition.ts'
import { effects } from '../../scheme/rules/index.ts'
import { tierNamed, type WorkbookHit } from '../../scheme/rules/rule.ts'
import type { Condition } from '../../scheme/scheme.ts'
import { columnById } from '../../table/table.ts'
import { actingRules } from '../workbook/rules.ts'
import type { Plan } from './plan.ts'

/** Points of each rule that gives some, in the rules' order. */
export function bonuses(plan: Plan): readonly Expression[] {
  return actingRules(plan.input).flatMap(({ conditions, effect }) => {
    const given = effects.get(effect.id).points(effect)
    return given === 0 ? [] : [choose(applies(plan, conditions), number(given), number(0))]
  })
}

/** The number of the tier (from 1) after floor, cap and veto. */
export function ruledTier(plan: Plan, tier: Expression): Expression {
  const { tiers } = plan.input.document.scheme
  const rules = actingRules(plan.input)
  return effects.all
    .filter(({ acts }) => acts === 'tier')
    .reduce((before, part) => {
      const hits = rules
        .filter(({ effect }) => effect.id === part.id)
        .map(({ conditions, effect }): WorkbookHit => ({
          applies: applies(plan, conditions),
          target: tiers.findIndex(({ id }) => id === tierNamed(effect)) + 1,
        }))
      return part.workbook(before, hits, tiers.length)
    }, tier)
}

function applies(plan: Plan, conditions: readonly Condition[]): Expression {
  const of = conditions.map((condition): Expression => {
    const type = columnById(customersOf(plan.input.document), condition.column)?.type ?? 'text'
    const value = plan.value(condition.column)
    // days before the as-of date are numbers already
    const asked = conditionExpression(condition, type === 'date' ? 'number' : type, (word) => word)
    return renamed(asked, (name) =>
      name === 'x' && value?.kind === 'reference' ? value.name : name,
    )
  })
  return { kind: 'and', of }
}
