import { registry, type Registry } from '../core/registry.ts'
import { behaviour } from './behaviour/index.ts'
import { churn } from './churn/churn.ts'
import { contribution } from './contribution/index.ts'
import { interactions } from './interactions.ts'
import { lifecycle } from './lifecycle/lifecycle.ts'
import type { Model } from './model.ts'
import { prediction } from './prediction/prediction.ts'
import { rfm } from './rfm/rfm.ts'
import { service } from './service/index.ts'
import { survey } from './survey/survey.ts'
import { value } from './value.ts'

/** What history says of customers. A new model: its file, its ids in `figureIds.ts`, its line here, its words. */
export const models: Registry<Model> = registry<readonly Model[]>([
  behaviour,
  contribution,
  rfm,
  lifecycle,
  churn,
  value,
  prediction,
  interactions,
  service,
  survey,
])
