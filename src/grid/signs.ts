import { make } from './dom.ts'
import type { GridColumn, GridWords } from './source.ts'

const drawing = 'http://www.w3.org/2000/svg'

function picture(path: string, className: string): SVGElement {
  const element = document.createElementNS(drawing, 'svg')
  element.setAttribute('viewBox', '0 0 16 16')
  element.setAttribute('class', `ic ${className}`)
  element.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(drawing, 'path')
  line.setAttribute('d', path)
  element.append(line)
  return element
}

/** What stands in a header before its words: that the column is calculated. The header says so in its description. */
export function markOf(column: GridColumn): Element | null {
  if (!column.calculated) return null
  const mark = make('i', 'grid-mark grid-press')
  mark.append(picture('M11 3.4c-1.9-.7-2.9.2-3.2 2L6.6 12c-.3 1.6-1.3 2.2-3 1.6M5.2 7.2h5', ''))
  mark.setAttribute('aria-hidden', 'true')
  return mark
}

/** The press that sorts: an arrow where the column is sorted, with its place among several, else both ways faintly. */
function sortSign(column: GridColumn, words: GridWords): Element {
  const press = make('i', 'grid-sort grid-press')
  press.title = words.sortBy(column.title)
  if (!column.sort) {
    press.append(picture('M5 7l3-3 3 3M5 10l3 3 3-3', 'grid-arrow'))
    return press
  }
  const sign = picture('M8 13V3M4 7l4-4 4 4', 'grid-arrow')
  sign.classList.add(column.sort)
  press.append(sign)
  if (column.sortPlace) {
    const place = make('span', 'grid-place')
    place.textContent = String(column.sortPlace)
    press.append(place)
  }
  return press
}

/** What stands in a header after its words: the press that sorts, the funnel, the press for its menu, its edge. */
export function signsOf(column: GridColumn, words: GridWords): readonly Element[] {
  const signs: Element[] = [sortSign(column, words)]
  if (column.filtered) {
    const sign = picture('M2.5 3h11L9.5 8.3v4.4l-3-1.5V8.3z', 'grid-funnel')
    sign.removeAttribute('aria-hidden')
    sign.setAttribute('role', 'img')
    sign.setAttribute('aria-label', words.filtered ?? '')
    signs.push(sign)
  }
  if (words.columnMenu !== undefined) {
    const more = make('i', 'grid-more grid-press')
    more.title = words.columnMenu
    more.append(picture('m4 6 4 4 4-4', ''))
    signs.push(more)
  }
  signs.push(make('i', 'grid-grip'))
  return signs
}
