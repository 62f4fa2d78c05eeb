import type { ModelSummary } from '../../engine/modelViews.ts'
import type { FigureId } from '../../models/figureIds.ts'
import type { App } from '../../state/app.svelte.ts'
import { showCustomers } from './showCustomers.ts'

/** One figure with a line of what it means; `show` leads to its customers in the sheet. */
export interface FigureShown {
  readonly name: string
  readonly figure: string
  readonly help: string
  readonly show?: { readonly label: string; readonly go: () => void }
}

/** What a model's column is called in the sheet; null = it is not there. */
export function shownColumn(view: ModelSummary, id: FigureId): string | null {
  return view.columns.find((column) => column.id === id)?.name ?? null
}

/** The way to customers whose number in the column lies between two; none where the column is not in the sheet. */
export function leadingTo(
  app: App,
  view: ModelSummary,
  column: FigureId,
  label: string,
  [from, to]: readonly [string, string | null],
): Pick<FigureShown, 'show'> {
  if (shownColumn(view, column) === null) return {}
  const filter = { column, kind: 'range', from, to } as const
  return { show: { label, go: () => void showCustomers(app, [filter]) } }
}
