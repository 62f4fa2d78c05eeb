import type { TotalKind } from '../../engine/views.ts'
import type { App } from '../../state/app.svelte.ts'
import type { MenuItem } from '../controls/menu.ts'

/** What a column comes to below the cells, as one choice of several. */
export function totalItems(app: App, at: number): readonly MenuItem[] {
  const { sheet, locale } = app
  const words = locale.words.sheetTools.totals
  const id = sheet.columns.at(at)?.column.id
  const total = id === undefined ? undefined : sheet.totals.known.get(id)
  if (id === undefined || !total || !sheet.columns.isTotalled) return []
  const chosen = (kind: TotalKind) => kind === total.kind
  return total.kinds.map((kind) => ({
    id: `total-${kind}`,
    label: words.long[kind],
    chosen: chosen(kind),
    lineBefore: kind === 'none',
    run: () => sheet.columns.chooseTotal(id, kind),
  }))
}
