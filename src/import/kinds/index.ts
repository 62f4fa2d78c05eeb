import { registry, type Registry } from '../../core/registry.ts'
import { interactions } from './interactions.ts'
import type { KindPart } from './kind.ts'
import { orders } from './orders.ts'
import { service } from './service.ts'
import { survey } from './survey.ts'

/** Kinds of record tables; of two that fit alike the earlier wins. What fits none is a list of customers. */
export const kinds: Registry<KindPart> = registry<readonly KindPart[]>([
  orders,
  service,
  survey,
  interactions,
])
