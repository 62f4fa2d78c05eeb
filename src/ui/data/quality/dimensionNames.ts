import type { dimensions } from '../../../quality/check.ts'

/** In the order in which they are told; the same list as in `quality/check.ts`, checked by its type. */
export const dimensionNames: typeof dimensions = [
  'completeness',
  'validity',
  'uniqueness',
  'consistency',
  'plausibility',
]
