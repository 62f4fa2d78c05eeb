import type { ColumnTotal } from '../engine/views.ts'
import type { GridTotal } from '../grid/source.ts'
import { LiveView } from './liveView.svelte.ts'
import type { SheetOwner } from './sheetOwner.ts'

const every = 120 // ms: while a weight is dragged the average score follows at this pace

/** What the columns on show come to over the rows on show; asked for only while the row is wanted. */
export class SheetTotals {
  readonly #sheet: SheetOwner
  readonly #view: LiveView<'totals'>
  #timer: ReturnType<typeof setTimeout> | undefined

  /** By column. */
  readonly known: ReadonlyMap<string, ColumnTotal> = $derived.by(
    () => new Map(this.#view.current?.map((total) => [total.column, total])),
  )

  /** null = the row is not wanted. */
  readonly grid: readonly (GridTotal | null)[] | null = $derived.by(() => {
    const { columns } = this.#sheet
    if (!columns.isTotalled) return null
    return columns.placed.map(({ column }) => this.#said(this.known.get(column.id)))
  })

  constructor(sheet: SheetOwner) {
    this.#sheet = sheet
    this.#view = new LiveView(sheet.client, 'totals', { query: sheet.query, columns: [] })
    sheet.client.on((event) => {
      if (event.kind === 'changed') this.#soon()
    })
  }

  /** Asks for what is on show now. */
  follow(): void {
    const { columns, query, pages } = this.#sheet
    if (!columns.isTotalled || !pages.view) return this.#view.hide()
    const asked = columns.placed.map(({ column: { id } }) => ({
      column: id,
      kind: columns.totalOf(id),
    }))
    this.#told(this.#view.show({ query, columns: asked }))
  }

  clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#view.clear()
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#told(this.#view.refresh())
    }, every)
  }

  #told(asked: Promise<void>): void {
    asked.catch((error: unknown) => this.#sheet.notices.fail(error))
  }

  #said(total: ColumnTotal | undefined): GridTotal | null {
    if (!total || total.value === null) return null
    const { decimal, count, score, words } = this.#sheet.locale
    const { kind, value, column, text } = total
    const name = words.sheetTools.totals.kinds[kind]
    if (text !== null) return { name, text }
    if (kind === 'count' || kind === 'distinct') return { name, text: count(value) }
    return { name, text: column === '$score' ? score(value) : decimal(value, digitsOf(value)) }
  }
}

const large = 100_000 // from here on decimals say nothing, and take the room of digits that do

/** At most two, and none that say nothing. */
function digitsOf(value: number): number {
  if (Math.abs(value) >= large) return 0
  return Math.min(2, String(Number(value.toPrecision(15))).split('.')[1]?.length ?? 0)
}
