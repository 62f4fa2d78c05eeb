import { type Registry, registry } from '../../core/registry.ts'
import type { Scheme, Stability, StabilityId } from '../scheme.ts'
import { buffer } from './buffer.ts'
import { minimumStay } from './minimumStay.ts'
import { oneStep } from './oneStep.ts'
import { reviews } from './reviews.ts'
import type { StabilityPart } from './stability.ts'

/** What keeps customers in their tier, in the order of the form. A new one: its file, its line here, its shape in `scheme.ts`, its words. */
export const stabilities: Registry<StabilityPart> = registry<readonly StabilityPart[]>(
  Object.values({ buffer, reviews, minimumStay, oneStep } satisfies Record<
    StabilityId,
    StabilityPart
  >),
)

export const stabilityOf = (scheme: Scheme): readonly Stability[] => scheme.stability ?? []

/** A setting with its part. */
export interface Acting {
  readonly part: StabilityPart
  readonly stability: Stability
}

/** The settings that act under the scheme's tiering, in the order of the registry, each once. */
export function actingStability(scheme: Scheme): readonly Acting[] {
  return stabilities.all.flatMap((part) => {
    const given = stabilityOf(scheme).find(({ id }) => id === part.id)
    const stability = given && part.fits(scheme.tiering.id) ? part.tidied(given) : null
    return stability ? [{ part, stability }] : []
  })
}
