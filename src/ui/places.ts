import type { Component } from 'svelte'
import type { Place, ProjectPlace } from '../state/place.svelte.ts'

export type Load = () => Promise<{ default: Component }>

/** Each place is a chunk of its own: the start page does not wait for the sheet. */
const projectPlaces: Record<ProjectPlace, Load> = {
  data: () => import('./data/DataPlace.svelte'),
  grade: () => import('./criteria/GradePlace.svelte'),
  insights: () => import('./insights/InsightsPlace.svelte'),
  movement: () => import('./movement/MovementPlace.svelte'),
  actions: () => import('./actions/ActionsPlace.svelte'),
}
const importing: Load = () => import('./data/ImportPlace.svelte')
const criterion: Load = () => import('./criteria/CriterionEditor.svelte')
export const exportDialog: Load = () => import('./sheet/ExportDialog.svelte')

/** null = the start page, which comes with the first load. */
export function placeLoad(place: Place): Load | null {
  switch (place.kind) {
    case 'start':
      return null
    case 'importing':
      return importing
    case 'criterion':
      return criterion
    case 'project':
      return projectPlaces[place.place]
  }
}
