import { type Registry, registry } from '../../core/registry.ts'
import type { Scoring, ScoringId } from '../scheme.ts'
import { bands } from './bands.ts'
import { linear } from './linear.ts'
import { logistic } from './logistic.ts'
import { lookup } from './lookup.ts'
import { percentile } from './percentile.ts'
import { piecewise } from './piecewise.ts'
import { quantileBins } from './quantileBins.ts'
import type { ScoringPart } from './scoring.ts'
import { target } from './target.ts'
import { zscore } from './zscore.ts'

/** The scoring functions. A new one: its file, its line here, its shape in `scheme.ts`, its words. */
export const scorings: Registry<ScoringPart> = registry<readonly ScoringPart[]>(
  Object.values({
    linear,
    percentile,
    bands,
    quantileBins,
    zscore,
    target,
    piecewise,
    logistic,
    lookup,
  } satisfies Record<ScoringId, ScoringPart>),
)

/** The part that a stored scoring belongs to. */
export function scoringPart(scoring: Scoring): ScoringPart {
  return scorings.get(scoring.id)
}
