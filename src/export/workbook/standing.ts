import { asGiven, type SheetLayout } from '../../project/layout.ts'
import type { SheetSpec } from '../xlsx/book.ts'
import type { BookColumn, Purpose } from './bookColumn.ts'

const digitWidth = 7 // px at 96 dpi of the usual font: ECMA-376 part 1, 18.3.1.13
const widestColumn = 255 // characters, in Excel
const mostFrozen = 100 // characters: on a small screen there must be room left to scroll

type Standing = Required<Pick<SheetSpec, 'widths' | 'hiddenColumns'>> & { readonly frozen: number }

/** Widths, hidden columns and how many stand still: as in the sheet of the app where somebody set it, else as given. */
export function standing(
  columns: readonly BookColumn[],
  layout: SheetLayout | undefined,
  usual: number,
): Standing {
  const { widths: given, hidden: out, frozen } = layout ?? asGiven
  const px = new Map(given)
  const ids = columns.map(({ purpose }) => sheetId(purpose))
  const widths = columns.map(({ purpose, width }, at) => {
    const own = purpose.kind === 'number' ? undefined : px.get(ids[at] ?? '')
    return own === undefined
      ? width
      : Math.min(widestColumn, Math.round((own / digitWidth) * 100) / 100)
  })
  const hiddenColumns = [...columns.keys()].filter((at) => out.includes(ids[at] ?? ''))
  const hidden = new Set(hiddenColumns)
  const shownWidth = (count: number) =>
    widths.slice(0, count).reduce((sum, width, at) => sum + (hidden.has(at) ? 0 : width), 0)
  const wanted = typeof frozen === 'string' ? ids.lastIndexOf(frozen) + 1 : 0
  const fits = wanted > 0 && shownWidth(wanted) <= mostFrozen
  return { widths, hiddenColumns, frozen: frozen === null ? 0 : fits ? wanted : usual }
}

/** The column of the app's sheet that it stands for. */
export function sheetId(purpose: Purpose): string | null {
  switch (purpose.kind) {
    case 'source':
    case 'number': // goes with the words beside it
      return purpose.column.id
    case 'score':
      return '$score'
    case 'final':
      return '$tier'
    case 'settled':
      return '$settled'
    case 'reason':
      return '$reason'
    case 'completeness':
      return '$completeness'
    default:
      return null
  }
}
