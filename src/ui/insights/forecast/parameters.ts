import type { PredictionFacts } from '../../../models/prediction/facts.ts'
import type { Locale } from '../../../state/locale.svelte.ts'

export interface ShownParameter {
  readonly name: string
  readonly value: string
  readonly meaning: string
}

/** What was estimated, with what it means. Times in days. */
export function parametersOf(locale: Locale, facts: PredictionFacts): readonly ShownParameter[] {
  const words = locale.words.forecastPane.details
  const digits = (value: number) => locale.decimal(value, Math.abs(value) < 10 ? 4 : 2)
  const { r, alpha, a, b, s, beta } = facts.parameters
  const shown: ShownParameter[] = []
  const add = (name: string, value: number, meaning: string) =>
    void shown.push({ name, value: digits(value), meaning })
  if (r !== undefined && alpha !== undefined) {
    add('r', r, words.spread)
    add('α', alpha, words.rate(locale.count(alpha / r)))
  }
  if (a !== undefined && b !== undefined) {
    add('a', a, words.dropout(locale.share(a / (a + b), 0)))
    add('b', b, words.dropoutSpread)
  }
  if (s !== undefined && beta !== undefined) {
    add('s', s, words.leavingSpread)
    add('β', beta, words.leaving(locale.share(1 - Math.pow(beta / (beta + 30), s), 0)))
  }
  if (facts.spend) {
    const { parameters, mean, correlation } = facts.spend
    add('p', parameters.p, words.spendSpread)
    add('q', parameters.q, words.spendBetween)
    add('v', parameters.v, words.spend(locale.decimal(mean)))
    add(words.correlationName, correlation, words.correlation)
  }
  if (facts.logLikelihood !== null) add(words.likelihoodName, facts.logLikelihood, words.likelihood)
  const names = { bgNbd: 'BG/NBD', paretoNbd: 'Pareto/NBD' } as const
  for (const id of ['bgNbd', 'paretoNbd'] as const) {
    const gain = facts.gains[id]
    if (gain !== undefined) add(words.gainName, gain, words.gain(names[id]))
  }
  return shown
}
