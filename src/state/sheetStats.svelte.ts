import type { GridRange, GridSelection } from '../grid/source.ts'
import { LiveView } from './liveView.svelte.ts'
import type { SheetOwner } from './sheetOwner.ts'

/** Count, sum and mean of what is selected, for the status bar; of one cell there is nothing to say. */
export class SheetStats {
  readonly view: LiveView<'stats'>
  readonly #sheet: SheetOwner
  #range: GridRange | null = null

  constructor(sheet: SheetOwner) {
    this.#sheet = sheet
    const { query } = sheet
    this.view = new LiveView(sheet.client, 'stats', { query, from: 0, to: 0, columns: [] })
    sheet.client.on((event) => {
      if (event.kind === 'changed') this.#told(this.view.refresh())
    })
  }

  /** One question at a time: while a drag grows the selection, the answers in between are left out. */
  selected({ range, ranges }: GridSelection): void {
    const isOne = range.top === range.bottom && range.left === range.right
    if (isOne && ranges.length === 1) return this.clear()
    this.#range = range
    const [first, ...also] = ranges.map((one) => this.#block(one))
    if (first) this.#told(this.view.show({ query: this.#sheet.query, ...first, also }))
  }

  #block({ top, left, bottom, right }: GridRange) {
    const columns = this.#sheet.columns.placed.slice(left, right + 1)
    return { from: top, to: bottom + 1, columns: columns.map(({ column }) => column.id) }
  }

  clear(): void {
    if (this.#range === null) return
    this.#range = null
    this.view.clear()
  }

  #told(asked: Promise<void>): void {
    asked.catch((error: unknown) => this.#sheet.notices.fail(error))
  }
}
