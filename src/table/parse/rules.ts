import type { ColumnRules, WordValues } from '../column.ts'
import { missingMarks } from './missing.ts'
import { wordForm } from './normalise.ts'
import { type ReadContext, defaultContext } from './reading.ts'

/** What of a context belongs to its column and is kept with it; undefined = nothing beyond the usual. */
export function rulesOf(context: ReadContext): ColumnRules | undefined {
  const { dateOrder, dateOrderSure, decimal, percentColumn, per, counter, missing } = context
  const rules: ColumnRules = {
    ...(dateOrder !== 'ymd' && { dateOrder }),
    ...(dateOrderSure === false && { dateOrderSure }),
    ...(decimal === ',' && { decimal }),
    ...(percentColumn && { percentColumn }),
    ...(per !== undefined && { per }),
    ...(counter !== undefined && { counter }),
    ...(context.yearly && { yearly: true as const }),
    ...(missing !== missingMarks && { missing: [...missing] }),
    ...(context.words && { words: [...context.words] }),
    ...(context.tiers && { tiers: context.tiers }),
  }
  return Object.keys(rules).length === 0 ? undefined : rules
}

/** The context in which a column with these rules is read: the inverse of `rulesOf`. */
export function contextWith(
  rules: ColumnRules | undefined,
  unit: string | null,
  asOf: string,
): ReadContext {
  if (!rules) return { ...defaultContext(asOf), unit }
  return { ...defaultContext(asOf), ...rules, ...listsOf(rules), unit }
}

interface Lists {
  readonly missing: ReadonlySet<string>
  readonly words: ReadonlyMap<string, number | null> | undefined
}
const known = new WeakMap<ColumnRules, Lists>()

/** As sets and maps, made once per column: a pasted block asks for each of its cells. */
function listsOf(rules: ColumnRules): Lists {
  const found = known.get(rules)
  if (found) return found
  const lists = {
    missing: rules.missing ? marksOf(rules.missing) : missingMarks,
    words: rules.words && wordsOf(rules.words),
  }
  known.set(rules, lists)
  return lists
}

export function marksOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(wordForm).filter((text) => text !== ''))
}

export function wordsOf(words: WordValues): ReadonlyMap<string, number | null> {
  return new Map(words.map(([text, value]) => [wordForm(text), value]))
}
