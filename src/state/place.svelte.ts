import type { ModelId } from '../models/figureIds.ts'

export const projectPlaces = ['data', 'grade', 'insights', 'movement', 'actions'] as const
export type ProjectPlace = (typeof projectPlaces)[number]

/** Sides of the data place. */
export type DataPaneId = 'columns' | 'models' | 'tables' | 'quality'

/** Sides of the analysis place: tiers and value, and what single models say. */
export type InsightsPaneId = 'tiers' | ModelId

/** Which screen is on show. Panels and dialogs are states of the screen, not places. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'importing' }
  | { readonly kind: 'project'; readonly place: ProjectPlace }
  | { readonly kind: 'criterion'; readonly criterion: string } // the criterion editor

export class Places {
  current = $state.raw<Place>({ kind: 'start' })
  /** Where one comes from: the focus goes back to what was opened there. */
  before: Place | null = null

  go(place: Place): void {
    this.before = this.current
    this.current = place
  }
}
