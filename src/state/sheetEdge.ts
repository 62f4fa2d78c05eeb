import type { GridPlace, GridStep } from '../grid/source.ts'
import type { SheetOwner } from './sheetOwner.ts'

/** The edge of the filled cells, which only the engine sees. */
export async function sheetEdge(
  sheet: SheetOwner,
  from: GridPlace,
  step: GridStep,
  run: boolean,
): Promise<GridPlace | null> {
  const columns = sheet.columns.placed.map(({ column }) => column.id)
  try {
    return await sheet.client.view('edge', { query: sheet.query, ...from, step, columns, run })
  } catch (error) {
    sheet.notices.fail(error)
    return null
  }
}

/** Today where the user is, as cells write days. */
export function localDay(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
