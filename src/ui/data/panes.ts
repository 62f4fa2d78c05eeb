import type { Component } from 'svelte'
import type { DataPaneId } from '../../state/place.svelte.ts'

export interface DataPane {
  readonly id: DataPaneId
  readonly load: () => Promise<{ default: Component }>
}

/** What the data place shows, in the order of its switch. One pane = one file, one line, its words in `i18n`. */
export const dataPanes: readonly DataPane[] = [
  { id: 'columns', load: () => import('./ColumnsPane.svelte') },
  { id: 'models', load: () => import('../models/ModelsPane.svelte') },
  { id: 'tables', load: () => import('./TablesPane.svelte') },
  { id: 'quality', load: () => import('./quality/QualityPane.svelte') },
]
