import type { App } from '../../state/app.svelte.ts'
import type { MenuItem } from '../controls/menu.ts'
import { columnGroups } from './columnItems.ts'
import { rowItems } from './rowItems.ts'
import { sheetItems } from './sheetItems.ts'

/** In the order in which they are wanted: the last ones go first where there is little room. */
const order = [
  'sorts',
  'filter',
  'above',
  'insert-right',
  'calculated',
  'freeze',
  'unfreeze',
  'totals',
  'replace',
  'columns',
  'density-comfortable',
  'density-compact',
]

/** The actions of the toolbar, on the active cell; each is also in a menu and among the commands. */
export function toolItems(app: App): readonly MenuItem[] {
  const { sheet } = app
  const { column } = sheet.active
  const all = [...sheetItems(app), ...rowItems(app), ...columnGroups(app, column).flat()]
  const byId = new Map(all.map((item) => [item.id, item]))
  if (byId.has('freeze')) byId.delete('unfreeze') // one button, for the column where one is
  return order.flatMap((id) => byId.get(id) ?? []).map((item) => withState(item, app))
}

function withState(item: MenuItem, { sheet }: App): MenuItem {
  if (item.id === 'insert-right') return { ...item, icon: 'columnAdd' }
  if (item.id === 'totals') return { ...item, chosen: sheet.columns.isTotalled }
  if (item.id === 'unfreeze') return { ...item, chosen: true }
  return item
}
