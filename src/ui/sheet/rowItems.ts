import type { App } from '../../state/app.svelte.ts'
import {
  deleteSelectedRows,
  duplicateSelectedRows,
  insertRows,
} from '../../state/sheetRows.svelte.ts'
import { areAll, areColumns, rowsSelected } from '../../state/sheetSelected.ts'
import type { MenuItem } from '../controls/menu.ts'

/** What can be done with the rows that are selected. */
export function rowItems(app: App): readonly MenuItem[] {
  const { sheet, locale } = app
  const { sheetTools: tools } = locale.words
  const isOfColumns = areColumns(sheet)
  const count = rowsSelected(sheet)
  const inserted = isOfColumns ? 1 : count // as in Excel: as many as are selected
  return [
    {
      id: 'above',
      label: tools.rows.insertAbove(locale.count(inserted), inserted),
      icon: 'rowAdd',
      run: () => void insertRows(sheet, 0),
    },
    {
      id: 'below',
      label: tools.rows.insertBelow(locale.count(inserted), inserted),
      run: () => void insertRows(sheet, 1),
    },
    ...(isOfColumns && !areAll(sheet) ? [] : wholeRows(app, count)),
  ]
}

function wholeRows(app: App, count: number): readonly MenuItem[] {
  const { sheet, locale } = app
  return [
    {
      id: 'duplicate-rows',
      label: locale.words.sheetTools.rows.duplicate(locale.count(count), count),
      run: () => void duplicateSelectedRows(sheet),
    },
    {
      id: 'delete',
      label: locale.words.sheet.deleteRows(locale.count(count), count),
      icon: 'remove',
      danger: true,
      run: () => void deleteSelectedRows(sheet),
    },
  ]
}

/** Empties cells; what is calculated stays. */
export function clearItem({ sheet, locale }: App): MenuItem {
  return {
    id: 'clear',
    label: locale.words.sheetTools.rows.clear,
    key: 'Delete',
    run: () => sheet.grid?.clear?.(),
  }
}

/** Of the customer in the row of the active cell. */
export function customerItems(app: App): readonly MenuItem[] {
  const { sheet, locale } = app
  const words = locale.words.sheet
  const { row } = sheet.active
  return [
    { id: 'override', label: words.override, icon: 'hand', run: () => void override(app, row) },
    { id: 'explain', label: words.explain, icon: 'info', run: () => sheet.edits.open(row) },
  ]
}

async function override(app: App, row: number): Promise<void> {
  app.selection.isOpen = true
  await app.sheet.go(row)
  app.selection.isOverriding = true
}
