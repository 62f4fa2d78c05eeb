import type { GridCopied, GridCopyHow, GridCopyMade, GridSelection } from '../grid/source.ts'
import type { Jobs } from './jobs.svelte.ts'
import type { SheetOwner } from './sheetOwner.ts'
import { queryShown } from './sheetSeen.ts'

const mostAhead = 20_000 // cells that are fetched before anybody asks for them
const waitFor = 150 // ms: a selection that is still growing is not asked for

export const rowsIn = ({ spans }: GridCopied) =>
  spans.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0)

/** Texts for the clipboard: few cells are here before they are asked for, since its event is synchronous. */
export class SheetCopy {
  readonly #sheet: SheetOwner
  readonly #jobs: Jobs
  #timer: ReturnType<typeof setTimeout> | undefined
  #key = ''
  #text: string | null = null

  constructor(sheet: SheetOwner, jobs: Jobs) {
    this.#sheet = sheet
    this.#jobs = jobs
  }

  prepare({ copied }: GridSelection): void {
    clearTimeout(this.#timer)
    if (!copied || rowsIn(copied) * copied.columns.length > mostAhead) return
    this.#timer = setTimeout(() => void this.#fetch(copied), waitFor)
  }

  /** Plain digits and originals, tab-separated; null = not here yet. */
  text(copied: GridCopied, cut: boolean, headers: boolean): string | null {
    const text = this.#cells(copied, cut)
    if (text === null || !headers) return text
    const titles = copied.columns.map((column) => quoted(this.#title(column)))
    return `${titles.join('\t')}\r\n${text}`
  }

  /** The same of any number of cells, made by the engine; shown in the status bar, where it can be cancelled too. */
  async later(copied: GridCopied, how: GridCopyHow): Promise<GridCopyMade> {
    const { client, pages, notices } = this.#sheet
    const query = queryShown(this.#sheet)
    const { cut, headers, table, texts, signal } = how
    const { version } = pages
    const columns = copied.columns.flatMap((column, at) => {
      const id = this.#sheet.columns.at(column)?.column.id
      return id === undefined ? [] : [{ id, title: this.#title(column), isText: texts[at] ?? true }]
    })
    const spans = copied.spans.map(({ top, bottom }) => ({ from: top, to: bottom + 1 }))
    const args = { query, spans, columns, headers, table, whole: cut }
    try {
      const made = await this.#jobs.run((options) => {
        const stop = () => this.#jobs.cancelOf(options.signal)
        signal.addEventListener('abort', stop, { once: true })
        return client.call('copyCells', args, options)
      })
      return {
        ...made,
        isStill: () => pages.version === version && queryShown(this.#sheet) === query,
        done: () => this.#say(made.rows, columns.length, made.altered),
      }
    } catch (error) {
      notices.fail(error)
      throw error
    }
  }

  #say(rows: number, columns: number, altered: number): void {
    const { words, count } = this.#sheet.locale
    const { copied, altered: alters } = words.sheetTools.clipboard
    const said = copied(count(rows), count(columns))
    if (altered > 0) this.#sheet.notices.hint(alters(said, count(altered)))
    else this.#sheet.notices.say(said)
  }

  #title(column: number): string {
    return this.#sheet.columns.grid[column]?.title ?? ''
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
    const { client, notices } = this.#sheet
    const query = queryShown(this.#sheet)
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
    const { pages } = this.#sheet
    const query = queryShown(this.#sheet)
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
