import { type Registry, registry } from '../../core/registry.ts'
import type { Aggregation } from '../scheme.ts'
import type { AggregationPart } from './aggregation.ts'
import { weightedSum } from './weightedSum.ts'

/** The aggregations. A new one: its file, its line here, its shape in `scheme.ts`, its words. */
export const aggregations: Registry<AggregationPart> = registry<readonly AggregationPart[]>(
  Object.values({ weightedSum } satisfies Record<Aggregation['id'], AggregationPart>),
)
