import { aggregations } from '../../scheme/aggregation/index.ts'
import { effects, rulesOf } from '../../scheme/rules/index.ts'
import type { Criterion } from '../../scheme/scheme.ts'
import type { Utilities } from '../result.ts'
import { termsOf } from '../terms.ts'
import type { LintCheck, LintSubject } from './lint.ts'

/** The line of a tier is above the score of a customer who is best in everything. */
export const tierBeyond: LintCheck = {
  id: 'tierBeyond',
  *run(subject) {
    yield
    const { scheme, result } = subject
    if (scheme.tiering.id !== 'cutoffs' || result.utilities.length === 0) return []
    const most = bestScore(subject)
    const floors = new Set(
      rulesOf(scheme).flatMap(({ enabled, effect }) =>
        enabled && effect.id === 'floor' ? [effect.tier] : [],
      ),
    )
    return scheme.tiers.flatMap(({ id, name }, at) => {
      const cutoff = result.cutoffs[at]
      if (cutoff === undefined || cutoff > 100 || cutoff <= most || floors.has(id)) return []
      const code = 'lint.tierBeyond' as const
      return [{ code, level: 'warning' as const, detail: { tier: name, cutoff, most }, about: id }]
    })
  },
}

/** The score, with all bonus, of a customer with the best points that each criterion can give. */
function bestScore({ scheme, result }: LintSubject): number {
  const enabled = scheme.criteria.filter((criterion) => criterion.enabled)
  const terms = termsOf(scheme, result.utilities).map((term, at) => {
    const [criterion, utilities] = [enabled[at], result.utilities[at]]
    const most = criterion && utilities ? mostOf(criterion, utilities) : 1
    return { ...term, utilities: Float64Array.of(most), present: Uint8Array.of(1) }
  })
  const score = new Float64Array(1)
  aggregations.get(scheme.aggregation.id).score(terms, score)
  const bonus = rulesOf(scheme).reduce((sum, { enabled: on, effect }) => {
    const points = on ? effects.get(effect.id).points(effect) : 0
    return sum + Math.max(0, points)
  }, 0)
  return Math.min(100, (score[0] as number) + bonus)
}

/** The best utility that any value can get. Whoever lacks the value is not held back by it. */
function mostOf({ scoring, missing }: Criterion, { parameters, missingCount }: Utilities): number {
  if (missing.id === 'reweight' && missingCount > 0) return 1
  const filled = missing.id === 'fixed' && missingCount > 0 ? missing.utility : 0
  switch (scoring.id) {
    case 'bands':
      return Math.max(filled, scoring.below, ...scoring.bands.map(({ utility }) => utility))
    case 'piecewise':
      return scoring.points.length === 0
        ? 1
        : Math.max(filled, ...scoring.points.map(({ utility }) => utility))
    case 'lookup':
      return Math.max(filled, scoring.other, ...scoring.points.map(({ utility }) => utility))
    case 'linear':
      return parameters[0] === parameters[1] ? Math.max(filled, 0.5) : 1
    case 'percentile':
    case 'quantileBins':
    case 'zscore':
    case 'target':
    case 'logistic':
      return 1
  }
}
