import { type Registry, registry } from '../../core/registry.ts'
import type { EffectId, Rule, Scheme } from '../scheme.ts'
import { bonus } from './bonus.ts'
import { cap } from './cap.ts'
import { floor } from './floor.ts'
import type { EffectPart } from './rule.ts'
import { veto } from './veto.ts'

/** What rules do, in the order in which they act: the later wins. A new one: its file, its line here, its shape in `scheme.ts`, its words. */
export const effects: Registry<EffectPart> = registry<readonly EffectPart[]>(
  Object.values({ bonus, floor, cap, veto } satisfies Record<EffectId, EffectPart>),
)

export const rulesOf = (scheme: Scheme): readonly Rule[] => scheme.rules ?? []
