import type { Component } from 'svelte'
import type { ModelSummary } from '../../engine/modelViews.ts'

/** A dialog that edits one setting; it closes itself. */
export interface EditorProps {
  readonly model: ModelSummary
  readonly value: unknown // of `model.settings`
  readonly onset: (value: unknown) => void // one undo step each
  readonly onclose: () => void
}

/** Loads the component: each comes as a chunk of its own. */
export type Editor = () => Promise<{ default: Component<EditorProps> }>

/** Editors of fields of kind `own`, by model and field: `rfm.segments`. One line each. */
export const editors: Readonly<Record<string, Editor>> = {
  'rfm.own': () => import('../insights/rfm/OwnSegmentsEditor.svelte'),
  'rfm.points': () => import('../insights/rfm/CutPointsEditor.svelte'),
}
