import type { App } from '../../state/app.svelte.ts'
import { numberText } from '../../state/sheetCell.ts'
import type { MenuItem } from '../controls/menu.ts'

const mostShown = 12 // letters of a value in a menu

/** Filters by what the active cell says: only such rows, or all but such rows. */
export function valueItems(app: App): readonly MenuItem[] {
  const { sheet, locale } = app
  const words = locale.words.sheetTools.filter
  const { row, column: at } = sheet.active
  const placed = sheet.columns.at(at)
  const page = sheet.pages.at(row)
  if (!placed || !page) return []
  const { id } = placed.column
  const cells = page.window.cells[placed.at]
  const value = (cells?.inputs ?? cells?.texts)?.[page.index] ?? ''
  const text = cells?.texts[page.index] ?? ''
  const isNumber = placed.column.type === 'number'
  const shown = isNumber ? numberText(text, locale.decimal) : text
  const isShort = [...shown].length <= mostShown
  const filter = (except: boolean) => ({
    run: () => void sheet.filterColumn(id, { column: id, kind: 'values', values: [value], except }),
  })
  if (value === '') return [{ id: 'filter-value', label: words.byEmpty, ...filter(false) }]
  return [
    {
      id: 'filter-value',
      label: isShort ? words.byValue(shown) : words.byThis,
      ...filter(false),
    },
    {
      id: 'filter-other',
      label: isShort ? words.notValue(shown) : words.notThis,
      ...filter(true),
    },
  ]
}
