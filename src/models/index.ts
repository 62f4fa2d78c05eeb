import { registry, type Registry } from '../core/registry.ts'
import { behaviour } from './behaviour.ts'
import { interactions } from './interactions.ts'
import type { Model } from './model.ts'
import { prediction } from './prediction.ts'
import { service } from './service.ts'
import { survey } from './survey.ts'
import { value } from './value.ts'

/** What history says of customers. A new model: its file, its ids in `figureIds.ts`, its line here, its words. */
export const models: Registry<Model> = registry<readonly Model[]>([
  behaviour,
  value,
  prediction,
  interactions,
  service,
  survey,
])
