import { type Registry, registry } from '../../core/registry.ts'
import type { TieringId } from '../scheme.ts'
import { cutoffs } from './cutoffs.ts'
import { quota } from './quota.ts'
import type { TieringPart } from './tiering.ts'

/** The tiering methods. A new one: its file, its line here, its shape in `scheme.ts`, its words. */
export const tierings: Registry<TieringPart> = registry<readonly TieringPart[]>(
  Object.values({ cutoffs, quota } satisfies Record<TieringId, TieringPart>),
)
