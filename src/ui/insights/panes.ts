import type { Component } from 'svelte'
import type { InsightsPaneId } from '../../state/place.svelte.ts'
import TiersTools from './TiersTools.svelte'

export interface InsightsPane {
  readonly id: InsightsPaneId
  readonly load: () => Promise<{ default: Component }>
  /** What may be chosen for the whole pane, beside the switch. */
  readonly tools?: Component
}

/**
 * What the analysis place shows, in the order of its switch. One pane = one file, one line. The pane of a model has the
 * model's id and name, and its file is a `ModelPane` with the pictures inside.
 */
export const insightsPanes: readonly InsightsPane[] = [
  { id: 'tiers', load: () => import('./TiersPane.svelte'), tools: TiersTools },
  { id: 'behaviour', load: () => import('./orders/BehaviourPane.svelte') },
  { id: 'rfm', load: () => import('./rfm/RfmPane.svelte') },
  { id: 'lifecycle', load: () => import('./LifecyclePane.svelte') },
  { id: 'churn', load: () => import('./ChurnPane.svelte') },
  { id: 'prediction', load: () => import('./forecast/ForecastPane.svelte') },
  { id: 'service', load: () => import('./service/ServicePane.svelte') },
  { id: 'survey', load: () => import('./SurveyPane.svelte') },
]
