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
  const shownAs = (kind: string) =>
    grid.querySelector(`${kind}[aria-colindex="${String(column + 1)}"]`) ?? grid.querySelector(kind)
  const cell = shownAs('.grid-cell')
  const title = shownAs('.grid-title')
  const padding = cell ? parseFloat(getComputedStyle(cell).paddingLeft) * 2 : 16
  // The `font` shorthand of a computed style is empty where digits are tabular.
  const write = (element: Element | null) => {
    if (!element) return
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
  }
  write(title)
  const signs = [description.sort, description.sortPlace, description.filtered]
  let widest = pen.measureText(description.title).width + signs.filter(Boolean).length * 16
  write(cell)
  for (let row = first; row < to; row++) {
    const shown = source.cell(row, column)
    if (!shown) continue
    const text = pen.measureText(shown.badge?.text ?? shownText(shown)).width
    widest = Math.max(widest, text + (shown.bar || shown.badge ? extra : 0))
  }
  return Math.min(most, Math.ceil(widest + padding + 2))
}
