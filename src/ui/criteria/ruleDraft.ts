import type { Comparison, Condition, Effect, EffectId, Rule, Tier } from '../../scheme/scheme.ts'
import type { AskedColumn } from './ruleNames.ts'

/** What may be asked of a column, as one choice: an operator, or a question about categories or gaps. */
export type Ask = Comparison | 'among' | 'notAmong' | 'missing' | 'present'

/** A condition while it is being set up. */
export interface ConditionDraft {
  readonly column: string
  readonly ask: Ask
  readonly value: number | null // as shown: percent as 0..100
  readonly categories: readonly string[]
}

export interface RuleDraft {
  readonly conditions: readonly ConditionDraft[]
  readonly effect: EffectId
  readonly points: number
  readonly tier: string
}

const comparisons = ['>=', '>', '<=', '<', '=', '<>'] as const
const isComparison = (ask: Ask): ask is Comparison => comparisons.some((each) => each === ask)

export function asksOf(column: AskedColumn): readonly Ask[] {
  switch (column.type) {
    case 'number':
    case 'date':
      return [...comparisons, 'missing', 'present']
    case 'category':
    case 'boolean':
      return ['among', 'notAmong', 'missing', 'present']
    case 'text':
      return ['missing', 'present']
  }
}

/** The first question that a column can be asked. */
export function newCondition(column: AskedColumn): ConditionDraft {
  return { column: column.id, ask: asksOf(column)[0] ?? 'missing', value: null, categories: [] }
}

export function newRule(columns: readonly AskedColumn[], tiers: readonly Tier[]): RuleDraft {
  const first = columns.find(({ type }) => type === 'number') ?? columns[0]
  return {
    conditions: first ? [newCondition(first)] : [],
    effect: 'cap',
    points: 5,
    tier: tiers[1]?.id ?? tiers[0]?.id ?? '',
  }
}

export function draftOf(
  rule: Rule,
  columns: readonly AskedColumn[],
  tiers: readonly Tier[],
): RuleDraft {
  const start = newRule(columns, tiers)
  const { effect } = rule
  return {
    conditions: rule.conditions.map((condition): ConditionDraft => {
      const { column } = condition
      const base = { column, value: null, categories: [] }
      switch (condition.id) {
        case 'compare':
          return {
            ...base,
            ask: condition.operator,
            value: shown(condition.value, columns, column),
          }
        case 'among': {
          const { categories, not } = condition
          return { ...base, ask: not ? 'notAmong' : 'among', categories }
        }
        case 'missing':
          return { ...base, ask: condition.not ? 'present' : 'missing' }
      }
    }),
    effect: effect.id,
    points: effect.id === 'bonus' ? effect.points : start.points,
    tier: 'tier' in effect ? effect.tier : start.tier,
  }
}

/** The rule without its id; null while something is still to be filled in. */
export function ruleOf(
  draft: RuleDraft,
  columns: readonly AskedColumn[],
): Pick<Rule, 'conditions' | 'effect'> | null {
  const conditions = draft.conditions.map((each) => conditionOf(each, columns))
  const effect = effectOf(draft)
  if (effect === null || conditions.length === 0) return null
  const whole = conditions.filter((condition) => condition !== null)
  return whole.length === conditions.length ? { conditions: whole, effect } : null
}

function conditionOf(
  { column, ask, value, categories }: ConditionDraft,
  columns: readonly AskedColumn[],
): Condition | null {
  if (!columns.some(({ id }) => id === column)) return null
  if (isComparison(ask)) {
    if (value === null) return null
    return { id: 'compare', column, operator: ask, value: stored(value, columns, column) }
  }
  if (ask === 'missing' || ask === 'present')
    return { id: 'missing', column, not: ask === 'present' }
  if (categories.length === 0) return null
  return { id: 'among', column, categories, not: ask === 'notAmong' }
}

function effectOf({ effect, points, tier }: RuleDraft): Effect | null {
  switch (effect) {
    case 'bonus':
      return points === 0 ? null : { id: 'bonus', points }
    case 'floor':
    case 'cap':
      return tier === '' ? null : { id: effect, tier }
    case 'veto':
      return { id: 'veto' }
  }
}

const isPercent = (columns: readonly AskedColumn[], id: string) =>
  columns.find((column) => column.id === id)?.reading === 'percent'

const tidy = (value: number) => Number(value.toPrecision(12))
const shown = (value: number, columns: readonly AskedColumn[], id: string) =>
  isPercent(columns, id) ? tidy(value * 100) : value
const stored = (value: number, columns: readonly AskedColumn[], id: string) =>
  isPercent(columns, id) ? tidy(value / 100) : value
