import type { App } from '../../state/app.svelte.ts'
import type { MenuItem } from '../controls/menu.ts'
import { reapplyItem } from './reapplyItem.ts'

/** What is done with the sheet as a whole. */
export function sheetItems(app: App): readonly MenuItem[] {
  const { sheet, locale, theme } = app
  const { sheet: words, sheetTools: tools, shell } = locale.words
  const { columns } = sheet
  const isCompact = theme.density === 'compact'
  return [
    {
      id: 'sorts',
      label: tools.sorts.open,
      icon: 'sort',
      run: () => (sheet.dialog = 'sorts'),
    },
    ...reapplyItem(app),
    {
      id: 'find',
      label: tools.find.open,
      key: 'Ctrl F',
      icon: 'search',
      run: () => focusSearch(),
    },
    {
      id: 'replace',
      label: words.replacing.open,
      key: 'Ctrl H',
      icon: 'replace',
      run: () => (sheet.dialog = 'replace'),
    },
    {
      id: 'totals',
      label: columns.isTotalled ? tools.totals.hide : tools.totals.show,
      icon: 'sum',
      run: () => columns.showTotals(!columns.isTotalled),
    },
    {
      id: 'columns',
      label: words.columns.all(columns.hiddenCount),
      icon: 'list',
      run: () => (sheet.dialog = 'columns'),
    },
    { id: 'fit', label: tools.columns.fitAll, run: () => sheet.grid?.fitAll() },
    ...(columns.frozenCount > 0
      ? [
          {
            id: 'unfreeze',
            label: tools.columns.unfreeze,
            run: () => columns.freeze(null),
          },
        ]
      : []),
    ...(columns.hiddenCount > 0
      ? [{ id: 'show-all', label: tools.columns.showAll, run: () => columns.show(null) }]
      : []),
    {
      id: isCompact ? 'density-comfortable' : 'density-compact',
      label: shell.density[isCompact ? 'comfortable' : 'compact'],
      icon: 'density',
      run: () => theme.setDensity(isCompact ? 'comfortable' : 'compact'),
    },
  ]
}

/** The box is in the filter line, or above the list on a phone. */
function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-testid="search"]')?.focus()
}
