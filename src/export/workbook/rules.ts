import { add, choose, type Expression, number, reference } from '../../expression/expression.ts'
import { renamed } from '../../expression/rename.ts'
import { customersOf } from '../../project/customersOf.ts'
import { conditionExpression, conditionsFor } from '../../scheme/rules/condition.ts'
import { effects, rulesOf } from '../../scheme/rules/index.ts'
import { tierNamed, type WorkbookHit } from '../../scheme/rules/rule.ts'
import type { Condition, Rule } from '../../scheme/scheme.ts'
import { columnById } from '../../table/table.ts'
import type { ExportInput } from '../exporter.ts'

/** Stands before the id of a column whose cell in the customer's row is meant. */
export const cellMark = '@'

/** Rules that act: switched on, with all their columns and the tier they name. */
export function actingRules(input: ExportInput): readonly Rule[] {
  const { scheme } = input.document
  const table = customersOf(input.document)
  return rulesOf(scheme).filter(({ enabled, conditions, effect }) => {
    const target = tierNamed(effect)
    return (
      enabled &&
      (target === null || scheme.tiers.some(({ id }) => id === target)) &&
      conditions.every(({ id, column: asked }) => {
        const column = columnById(table, asked)
        return column !== undefined && conditionsFor[column.type].includes(id)
      })
    )
  })
}

/** Points of the rules for the customer's row; null = there are none. */
export function bonusExpression(input: ExportInput): Expression | null {
  const points = actingRules(input).flatMap(({ conditions, effect }) => {
    const given = effects.get(effect.id).points(effect)
    return given === 0 ? [] : [choose(applies(conditions, input), number(given), number(0))]
  })
  return points.length === 0 ? null : add(...points)
}

/** The number of the tier (from 1) after the rules; `tier` = the number before. Null = no rule acts on tiers. */
export function ruledTier(input: ExportInput, tier: Expression): Expression | null {
  const { tiers } = input.document.scheme
  const rules = actingRules(input)
  const hits = (id: string): readonly WorkbookHit[] =>
    rules
      .filter(({ effect }) => effect.id === id)
      .map(({ conditions, effect }) => ({
        applies: applies(conditions, input),
        target: tiers.findIndex((each) => each.id === tierNamed(effect)) + 1,
      }))
  const acting = effects.all.filter(({ id, acts }) => acts === 'tier' && hits(id).length > 0)
  if (acting.length === 0) return null
  return acting.reduce((before, part) => part.workbook(before, hits(part.id), tiers.length), tier)
}

function applies(conditions: readonly Condition[], input: ExportInput): Expression {
  const table = customersOf(input.document)
  const { yes, no } = input.words.workbook.validation
  const of = conditions.map((condition): Expression => {
    const type = columnById(table, condition.column)?.type ?? 'text'
    const shown = (category: string) =>
      type === 'boolean' ? (category === 'true' ? yes : no) : category
    return renamed(conditionExpression(condition, type, shown), (name) =>
      name === 'x' ? `${cellMark}${condition.column}` : name,
    )
  })
  return of.length === 1 ? (of[0] ?? reference('')) : { kind: 'and', of }
}
