import { quantileParts } from '../../math/quantile.ts'
import type { Levels } from './levels.ts'
import { innerParts } from './quantile.ts'
import type { Scale } from './scale.ts'

/**
 * As the R package rfm 0.3.0 (Hebbali): type-7 quantiles plus 1, lower ≤ x < upper. The 1 makes money's scores depend on its
 * unit; only there to meet results published with that package.
 */
export function rPackageScale(values: Float64Array, levels: Levels): Scale {
  const edges = quantileParts(values, innerParts(levels), levels).map((edge) => edge + 1)
  return { edges, equals: 'above' }
}
