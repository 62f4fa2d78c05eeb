import { type Registry, registry } from '../../core/registry.ts'
import { critic } from './critic.ts'
import { entropy } from './entropy.ts'
import { equal } from './equal.ts'
import type { WeightHelper, WeightHelperId } from './helper.ts'
import { pairwise } from './pairwise.ts'

/** Ways to find weights. A new one: its file, its line here, its facts in `helper.ts`, its words. */
export const weightHelpers: Registry<WeightHelper> = registry<readonly WeightHelper[]>(
  Object.values({ equal, pairwise, entropy, critic } satisfies Record<
    WeightHelperId,
    WeightHelper
  >),
)
