import type { Condition, Effect, Rule, Tier } from '../scheme/scheme.ts'
import type { ColumnId, ColumnType } from '../table/column.ts'
import type { Words } from './zh.ts'

/** What a rule's words need to know of its scheme and table. */
export interface RuleNames {
  readonly tiers: readonly Tier[]
  /** null = the column is gone. */
  readonly column: (id: ColumnId) => NamedColumn | null
  readonly decimal: (value: number) => string
}

export interface NamedColumn {
  readonly name: string
  readonly type: ColumnType
  /** A number of the column with its unit; of a date just the days. */
  readonly write: (value: number) => string
}

/** 投诉 ≥ 3 次，最高 B 级 */
export function ruleText(rule: Omit<Rule, 'id'>, names: RuleNames, words: Words): string {
  const say = words.rules
  const conditions = rule.conditions.map((each) => conditionText(each, names, words)).join(say.and)
  return say.whole(conditions, effectText(rule.effect, names, words))
}

function effectText(effect: Effect, { tiers, decimal }: RuleNames, words: Words): string {
  const say = words.rules
  const tier = 'tier' in effect ? tiers.find(({ id }) => id === effect.tier)?.name : undefined
  switch (effect.id) {
    case 'bonus':
      return effect.points < 0
        ? say.loses(decimal(-effect.points))
        : say.gains(decimal(effect.points))
    case 'floor':
      return say.atLeast(tier ?? say.tierGone)
    case 'cap':
      return say.atMost(tier ?? say.tierGone)
    case 'veto':
      return say.straightTo(tiers.at(-1)?.name ?? '')
  }
}

function conditionText(condition: Condition, { column, decimal }: RuleNames, words: Words): string {
  const say = words.rules
  const about = column(condition.column)
  const name = about?.name ?? say.columnGone
  switch (condition.id) {
    case 'compare': {
      const operator = say.operators[condition.operator]
      const value = about ? about.write(condition.value) : decimal(condition.value)
      return about?.type === 'date'
        ? say.comparisonOfDate(name, operator, value)
        : say.comparison(name, operator, value)
    }
    case 'among': {
      const shown = condition.categories.map((category) =>
        about?.type === 'boolean' ? (category === 'true' ? say.yes : say.no) : category,
      )
      return (condition.not ? say.notAmong : say.among)(name, shown.join(say.or))
    }
    case 'missing':
      return (condition.not ? say.present : say.missing)(name)
  }
}
