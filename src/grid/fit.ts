import { shownText } from './cell.ts'
import type { GridSource } from './source.ts'

const extra = 40 // a bar beside its number: its least width and the gap
const most = 600

/** Width at which the header and the texts of the rows [first, to) stand in full. */
export function fittingWidth(
  grid: HTMLElement,
  source: GridSource,
  column: number,
  first: number,
  to: number,
): number {
  const description = source.columns[column]
  const pen = document.createElement('canvas').getContext('2d')
  if (!description || !pen) return 0
  const cell = grid.querySelector(`.grid-row [aria-colindex="${String(column + 1)}"]`)
  const title = grid.querySelector(`.grid-title[aria-colindex="${String(column + 1)}"]`)
  const padding = cell ? parseFloat(getComputedStyle(cell).paddingLeft) * 2 : 16
  // The `font` shorthand of a computed style is empty where digits are tabular.
  const write = (element: Element | null) => {
    if (!element) return
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
  }
  write(title)
  let widest = pen.measureText(description.title).width + (description.sort ? 16 : 0)
  write(cell)
  for (let row = first; row < to; row++) {
    const shown = source.cell(row, column)
    if (!shown) continue
    const text = pen.measureText(shown.badge?.text ?? shownText(shown)).width
    widest = Math.max(widest, text + (shown.bar || shown.badge ? extra : 0))
  }
  return Math.min(most, Math.ceil(widest + padding + 2))
}
