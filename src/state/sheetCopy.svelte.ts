import type { GridCopied, GridSelection } from '../grid/source.ts'
import type { SheetOwner } from './sheetOwner.ts'

export const mostCopied = 200_000 // cells
const waitFor = 150 // ms: a selection that is still growing is not asked for

export const rowsIn = ({ spans }: GridCopied) =>
  spans.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)

/** Texts for the clipboard, here before they are asked for, since its event is synchronous. */
export class SheetCopy {
  readonly #sheet: SheetOwner
  #timer: ReturnType<typeof setTimeout> | undefined
  #key = ''
  #text: string | null = null

  constructor(sheet: SheetOwner) {
    this.#sheet = sheet
  }

  prepare({ copied }: GridSelection): void {
    clearTimeout(this.#timer)
    if (!copied || rowsIn(copied) * copied.columns.length > mostCopied) return
    this.#timer = setTimeout(() => void this.#fetch(copied), waitFor)
  }

  /** Plain digits and originals, tab-separated; null = not here yet. */
  text(copied: GridCopied, cut: boolean, headers: boolean): string | null {
    const text = this.#cells(copied, cut)
    if (text === null || !headers) return text
    const { grid } = this.#sheet.columns
    const titles = copied.columns.map((column) => quoted(grid[column]?.title ?? ''))
    return `${titles.join('\t')}\r\n${text}`
  }

  #cells(copied: GridCopied, cut: boolean): string | null {
    if (cut && this.#holdsCovered(copied)) return this.#fromPages(copied, true)
    if (this.#key === this.#keyOf(copied) && this.#text !== null) return this.#text
    return this.#fromPages(copied, false)
  }

  async #fetch(copied: GridCopied): Promise<void> {
    const key = this.#keyOf(copied)
    if (key === this.#key && this.#text !== null) return
    const [first, ...also] = copied.spans.map(({ top, bottom }) => ({ from: top, to: bottom + 1 }))
    if (!first) return
    const columns = this.#ids(copied)
    const { client, query, notices } = this.#sheet
    try {
      const text = await client.view('copy', { query, ...first, also, columns, header: false })
      this.#key = key
      this.#text = text
    } catch (error) {
      notices.fail(error)
    }
  }

  #ids({ columns }: GridCopied): string[] {
    return columns.flatMap((column) => this.#sheet.columns.at(column)?.column.id ?? [])
  }

  #keyOf(copied: GridCopied): string {
    const { pages, query } = this.#sheet
    return JSON.stringify([pages.version, query, copied.spans, this.#ids(copied)])
  }

  #holdsCovered({ columns }: GridCopied): boolean {
    if (this.#sheet.pages.view?.covered !== true) return false
    return columns.some((at) => this.#sheet.columns.at(at)?.column.reading === 'identity')
  }

  /** Cells that are on show, as they stand in the pages; `whole`: personal numbers too. */
  #fromPages(copied: GridCopied, whole: boolean): string | null {
    const { pages, columns } = this.#sheet
    if (rowsIn(copied) * copied.columns.length > 5_000) return null
    const lines: string[] = []
    for (const { top, bottom } of copied.spans)
      for (let row = top; row <= bottom; row++) {
        const place = pages.at(row)
        if (!place) return null
        const line: string[] = []
        for (const column of copied.columns) {
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
