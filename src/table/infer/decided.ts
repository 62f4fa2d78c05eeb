import type { ColumnRules } from '../column.ts'
import type { ReadContext } from '../parse/reading.ts'
import { wordsOf } from '../parse/rules.ts'
import type { InferChoice } from './choice.ts'

/** What the user has decided goes before what the cells suggest. */
export function decided(context: ReadContext, choice: InferChoice): ReadContext {
  const { words, yearly, bare, tiers } = choice
  return {
    ...context,
    ...(words && words.length > 0 && { words: wordsOf(words) }),
    ...(yearly && { yearly }),
    ...(bare && { percentColumn: { bare, sure: true } }),
    ...(tiers && tiers.length > 0 && { tiers }),
  }
}

const decisions = ['words', 'yearly', 'bare'] as const
export type Decision = (typeof decisions)[number]

/** The decisions that changed how cells are read; the order of tiers changes none. */
export function decisionsIn(choice: InferChoice): readonly Decision[] {
  return decisions.filter((name) => {
    const value = choice[name]
    return Array.isArray(value) ? value.length > 0 : Boolean(value)
  })
}

/** What was decided for a column that is there already: goes with it when it is read anew, or from a newer file. */
export function decisionsOf(rules: ColumnRules | undefined): InferChoice {
  const { words, yearly, tiers } = rules ?? {}
  return { ...(words && { words }), ...(yearly && { yearly }), ...(tiers && { tiers }) }
}
