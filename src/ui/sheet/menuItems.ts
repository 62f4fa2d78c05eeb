import type { App } from '../../state/app.svelte.ts'
import type { SheetMenu } from '../../state/sheetOwner.ts'
import type { MenuItem } from '../controls/menu.ts'
import { clipboardItems, columnClipboardItems } from './clipboardItems.ts'
import { columnGroups, filterItems, meaningItems, sortItems } from './columnItems.ts'
import { clearItem, customerItems, rowItems } from './rowItems.ts'
import { sheetItems } from './sheetItems.ts'
import { totalItems } from './totalItems.ts'
import { valueItems } from './valueItems.ts'

/** The menu of what was pressed. Everything in it is also among the commands of Ctrl K. */
export function menuItems(app: App, place: SheetMenu): readonly MenuItem[] {
  return parted(groupsOf(app, place))
}

function groupsOf(app: App, place: SheetMenu): readonly (readonly MenuItem[])[] {
  const { sheet } = app
  const of = (...ids: readonly string[]) => sheetItems(app).filter(({ id }) => ids.includes(id))
  if (place.of === 'total') return [totalItems(app, place.column), of('totals')]
  if (place.column < 0) return [of('sorts', 'totals'), of('columns', 'fit', 'unfreeze', 'show-all')]
  if (place.row === null) {
    const clipboard = columnClipboardItems(app, place.column)
    return [clipboard, ...columnGroups(app, place.column)]
  }
  const rows = [...rowItems(app), clearItem(app)]
  const { left, right } = sheet.range
  const isWholeRow = left === 0 && right === sheet.columns.placed.length - 1 && right > 0
  if (isWholeRow) return [clipboardItems(app), rows, customerItems(app)]
  const order = sortItems(app, place.column).filter(({ id }) => brief.has(id))
  return [
    clipboardItems(app),
    rows.filter(({ id }) => id !== 'duplicate-rows'),
    [...valueItems(app), ...filterItems(app, place.column), ...order],
    [...customerItems(app), ...meaningItems(app, place.column)],
  ]
}

const brief = new Set(['ascending', 'descending', 'unsort'])

/** A line between what is of different kinds. */
function parted(groups: readonly (readonly MenuItem[])[]): readonly MenuItem[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, at) =>
      group.map((item, place) => ({ ...item, lineBefore: at > 0 && place === 0 })),
    )
}
