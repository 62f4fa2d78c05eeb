import { quantileParts } from '../../math/quantile.ts'
import type { Levels } from './levels.ts'
import type { Scale } from './scale.ts'

/**
 * Type-7 quantiles at 1/k … (k − 1)/k; class = 1 + number of edges below x (spec/grading.md §2, quantileBins). Equal values
 * share a class, and only the order of values matters: no unit can change a class.
 */
export function quantileScale(values: Float64Array, levels: Levels): Scale {
  return { edges: quantileParts(values, innerParts(levels), levels), equals: 'below' }
}

/** 1 … k − 1 */
export const innerParts = (levels: Levels) => Array.from({ length: levels - 1 }, (_, i) => i + 1)
