import type { App } from '../../state/app.svelte.ts'
import { filterOf, isSortedBy, sortsOf } from '../../state/sheetQuery.ts'
import type { MenuItem } from '../controls/menu.ts'

/** What can be done with a column: in the menu of its header and of its cells. */
export function columnItems(app: App, at: number, lineBefore: boolean): readonly MenuItem[] {
  const { sheet, locale } = app
  const words = locale.words.sheet
  const id = sheet.columns.at(at)?.column.id
  if (id === undefined) return []
  const others = sortsOf(sheet.query).length > 0 && !isSortedBy(sheet.query, id)
  const sort = (direction: 'ascending' | 'descending' | null, add = false) => ({
    run: () => sheet.edits.sort(at, direction, add),
  })
  return [
    { id: 'ascending', label: words.ascending, icon: 'up', lineBefore, ...sort('ascending') },
    { id: 'descending', label: words.descending, ...sort('descending') },
    ...(others
      ? [
          { id: 'ascendingToo', label: words.ascendingToo, ...sort('ascending', true) },
          { id: 'descendingToo', label: words.descendingToo, ...sort('descending', true) },
        ]
      : []),
    {
      id: 'unsort',
      label: words.unsort,
      disabled: sortsOf(sheet.query).length === 0,
      ...sort(null),
    },
    {
      id: 'filter',
      label: words.columnFilter.open,
      icon: 'filter',
      lineBefore: true,
      run: () => (sheet.filtering = id),
    },
    {
      id: 'unfilter',
      label: words.columnFilter.clear,
      disabled: filterOf(sheet.query, id) === null,
      run: () => void sheet.filterColumn(id, null),
    },
  ]
}
