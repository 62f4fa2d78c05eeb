import { type Registry, registry } from '../../core/registry.ts'
import type { Scoring, ScoringId } from '../scheme.ts'
import { bands } from './bands.ts'
import { linear } from './linear.ts'
import { lookup } from './lookup.ts'
import { percentile } from './percentile.ts'
import type { ScoringPart } from './scoring.ts'

/** The scoring functions. A new one: its file, its line here, its shape in `scheme.ts`, its words. */
export const scorings: Registry<ScoringPart> = registry<readonly ScoringPart[]>(
  Object.values({ linear, percentile, bands, lookup } satisfies Record<ScoringId, ScoringPart>),
)

/** The part that a stored scoring belongs to. */
export function scoringPart(scoring: Scoring): ScoringPart {
  return scorings.get(scoring.id)
}
