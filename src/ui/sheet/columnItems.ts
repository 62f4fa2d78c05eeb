import type { App } from '../../state/app.svelte.ts'
import { filterOf, isSortedBy, sortsOf } from '../../state/sheetQuery.ts'
import type { MenuItem } from '../controls/menu.ts'

/** What can be done with a column: in the menu of its header and of its cells. */
export function columnItems(app: App, at: number, lineBefore: boolean): readonly MenuItem[] {
  const { sheet, locale } = app
  const words = locale.words.sheet
  const column = sheet.columns.at(at)?.column
  if (!column) return []
  const { id } = column
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
    {
      id: 'explain-column',
      label: locale.words.modelForm.help.item,
      icon: 'info',
      lineBefore: true,
      run: () => (sheet.explaining = id),
    },
    ...(column.id.startsWith('$')
      ? []
      : [
          {
            id: 'naming',
            label: words.columns.change,
            icon: 'rename' as const,
            run: () => (sheet.naming = id),
          },
        ]),
    {
      id: 'hide',
      label: words.columns.hide,
      disabled: column.frozen,
      run: () => sheet.columns.hide(id),
    },
    {
      id: 'left',
      label: words.columns.left,
      key: 'Ctrl Alt Shift ←',
      disabled: column.frozen || sheet.columns.at(at - 1)?.column.frozen !== false,
      run: () => sheet.columns.move(at, at - 1),
    },
    {
      id: 'right',
      label: words.columns.right,
      key: 'Ctrl Alt Shift →',
      disabled: column.frozen || at + 1 >= sheet.columns.placed.length,
      run: () => sheet.columns.move(at, at + 2),
    },
    { id: 'fit', label: words.columns.fitAll, run: () => sheet.grid?.fitAll() },
    {
      id: 'columns',
      label: words.columns.all(sheet.columns.hiddenCount),
      icon: 'list',
      run: () => (sheet.dialog = 'columns'),
    },
  ]
}
