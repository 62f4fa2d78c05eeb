import { type Registry, registry } from '../../core/registry.ts'
import type { TieringId } from '../scheme.ts'
import { cutoffs } from './cutoffs.ts'
import { matrix } from './matrix.ts'
import { naturalBreaks } from './naturalBreaks.ts'
import { quota } from './quota.ts'
import type { TieringPart } from './tiering.ts'
import { topN } from './topN.ts'
import { valueShare } from './valueShare.ts'

/** The tiering methods. A new one: its file, its line here, its shape in `scheme.ts`, its words. */
export const tierings: Registry<TieringPart> = registry<readonly TieringPart[]>(
  Object.values({ cutoffs, quota, topN, valueShare, naturalBreaks, matrix } satisfies Record<
    TieringId,
    TieringPart
  >),
)
