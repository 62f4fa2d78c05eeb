import type { SheetOwner } from './sheetOwner.ts'
import { queryShown } from './sheetSeen.ts'

/** Goes to where an undo or redo shows, as Excel does; not where somebody has gone elsewhere or begun to type meanwhile. */
export function stepFollower(sheet: SheetOwner): (by: 'undo' | 'redo') => Promise<void> {
  let last = 0
  return async (by) => {
    const own = ++last
    if (!sheet.grid || sheet.isEditing) return
    const { row, column } = sheet.active
    const isLeft = () => sheet.active.row !== row || sheet.active.column !== column
    await sheet.pages.outdate() // rows and columns that came back are to be there
    const columns = sheet.columns.placed.map((placed) => placed.column.id)
    try {
      const place = await sheet.client.view('changed', { query: queryShown(sheet), columns, by })
      if (place === null || own !== last || sheet.isEditing || isLeft()) return
      await sheet.go(place.row ?? row, place.column ?? column)
    } catch (error) {
      sheet.notices.fail(error)
    }
  }
}
