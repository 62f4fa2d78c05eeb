import { type Registry, registry } from '../../core/registry.ts'
import type { AggregationId } from '../scheme.ts'
import type { AggregationPart } from './aggregation.ts'
import { topsis } from './topsis.ts'
import { weightedProduct } from './weightedProduct.ts'
import { weightedSum } from './weightedSum.ts'

/** The aggregations. A new one: its file, its line here, its shape in `scheme.ts`, its words. */
export const aggregations: Registry<AggregationPart> = registry<readonly AggregationPart[]>(
  Object.values({ weightedSum, weightedProduct, topsis } satisfies Record<
    AggregationId,
    AggregationPart
  >),
)
