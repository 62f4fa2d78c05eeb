import type { GridRange, GridSelection } from '../grid/source.ts'
import type { SheetOwner } from './sheetOwner.ts'

export const mostCopied = 200_000 // cells
const waitFor = 150 // ms: a selection that is still growing is not asked for

export const cellsIn = (range: GridRange) =>
  (range.bottom - range.top + 1) * (range.right - range.left + 1)

/** Texts for the clipboard, here before they are asked for, since its event is synchronous. */
export class SheetCopy {
  readonly #sheet: SheetOwner
  #timer: ReturnType<typeof setTimeout> | undefined
  #key = ''
  #text: string | null = null

  constructor(sheet: SheetOwner) {
    this.#sheet = sheet
  }

  prepare({ range }: GridSelection): void {
    clearTimeout(this.#timer)
    if (cellsIn(range) > mostCopied) return
    this.#timer = setTimeout(() => void this.#fetch(range), waitFor)
  }

  /** Plain digits and originals, tab-separated; null = not here yet. */
  text(range: GridRange, cut: boolean): string | null {
    if (cut && this.#holdsCovered(range)) return this.#fromPages(range, true)
    if (this.#key === this.#keyOf(range) && this.#text !== null) return this.#text
    return this.#fromPages(range, false)
  }

  async #fetch(range: GridRange): Promise<void> {
    const key = this.#keyOf(range)
    if (key === this.#key && this.#text !== null) return
    try {
      const text = await this.#sheet.client.view('copy', {
        query: this.#sheet.query,
        from: range.top,
        to: range.bottom + 1,
        columns: this.#ids(range),
        header: false,
      })
      this.#key = key
      this.#text = text
    } catch (error) {
      this.#sheet.notices.fail(error)
    }
  }

  #ids(range: GridRange): string[] {
    const placed = this.#sheet.columns.placed.slice(range.left, range.right + 1)
    return placed.map(({ column }) => column.id)
  }

  #keyOf(range: GridRange): string {
    const { top, left, bottom, right } = range
    return JSON.stringify([
      this.#sheet.pages.version,
      this.#sheet.query,
      [top, left, bottom, right],
      this.#ids(range),
    ])
  }

  #holdsCovered({ left, right }: GridRange): boolean {
    const { pages, columns } = this.#sheet
    if (pages.view?.covered !== true) return false
    const placed = columns.placed.slice(left, right + 1)
    return placed.some(({ column }) => column.reading === 'identity')
  }

  /** A block that is on show, as it stands in the pages; `whole`: personal numbers too. */
  #fromPages(range: GridRange, whole: boolean): string | null {
    const { pages, columns } = this.#sheet
    if (cellsIn(range) > 5_000) return null
    const lines: string[] = []
    for (let row = range.top; row <= range.bottom; row++) {
      const place = pages.at(row)
      if (!place) return null
      const line: string[] = []
      for (let column = range.left; column <= range.right; column++) {
        const placed = columns.at(column)
        if (!placed || placed.column.id.startsWith('$')) return null
        const cells = place.window.cells[placed.at]
        const texts = (whole ? cells?.inputs : undefined) ?? cells?.texts
        line.push(quoted(texts?.[place.index] ?? ''))
      }
      lines.push(line.join('\t'))
    }
    return lines.join('\n')
  }
}

const quoted = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
