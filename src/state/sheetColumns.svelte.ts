import { ordered } from '../core/ordered.ts'
import type { SheetColumn, TotalKind } from '../engine/views.ts'
import type { GridColumn } from '../grid/source.ts'
import { isHidden, movedBefore, withHidden, withPair, withShown } from './columnOrder.ts'
import { gridColumn, titleOf } from './gridColumn.ts'
import type { Preferences } from './preferences.ts'
import { SheetLayouts } from './sheetLayout.svelte.ts'
import type { PlacedColumn, SheetOwner } from './sheetOwner.ts'

const widest = 4000 // px; the engine takes no wider ones

/** The columns in their places, as the grid draws them; what is done to how they stand goes to the layout. */
export class SheetColumns {
  readonly layouts: SheetLayouts
  readonly #sheet: SheetOwner
  #drawn: readonly GridColumn[] = []
  #last: { readonly text: string; readonly columns: readonly GridColumn[] } = {
    text: '[]',
    columns: [],
  }

  /** Every column in its place, hidden ones too. */
  readonly all: readonly PlacedColumn[] = $derived.by(() => {
    const given = (this.#sheet.pages.view?.columns ?? []).map((column, at) => ({ column, at }))
    const isUsed = ({ column }: PlacedColumn) =>
      column.id !== '$reason' || (this.#sheet.project.summary.current?.totals.overridden ?? 0) > 0
    const used = given.filter(isUsed)
    const byId = new Map(used.map((placed) => [placed.column.id, placed]))
    const inOrder = ordered([...byId.keys()], this.layouts.current.order).flatMap(
      (id) => byId.get(id) ?? [],
    )
    return [
      ...inOrder.filter(({ column }) => column.frozen),
      ...inOrder.filter(({ column }) => !column.frozen),
    ]
  })

  readonly placed: readonly PlacedColumn[] = $derived.by(() =>
    this.all.filter(({ column }) => column.frozen || !this.isHidden(column.id)),
  )

  /** How many columns of the grid stand still. */
  readonly frozenCount: number = $derived.by(() => {
    const { frozen } = this.layouts.current
    if (frozen === null) return 0
    const last = this.indexOf(frozen ?? '')
    return last >= 0 ? last + 1 : this.placed.filter(({ column }) => column.frozen).length
  })

  /** The same array while nothing in it is another: the grid then leaves its headers as they are. */
  readonly grid: readonly GridColumn[] = $derived.by(() => {
    const widths = new Map(this.layouts.current.widths)
    const next = this.placed.map(({ column }, at) =>
      gridColumn(this.#sheet, column, {
        group: this.groupOf(column),
        width: widths.get(column.id) ?? null,
        frozen: at < this.frozenCount,
      }),
    )
    const text = JSON.stringify(next)
    if (text === this.#last.text) return this.#last.columns
    this.#last = { text, columns: next }
    return next
  })

  constructor(sheet: SheetOwner, preferences: Preferences) {
    this.#sheet = sheet
    this.layouts = new SheetLayouts(sheet, preferences, () => this.arrived())
  }

  isHidden(id: string): boolean {
    return isHidden(this.layouts.current, id)
  }

  get hiddenCount(): number {
    return this.all.length - this.placed.length
  }

  /** The column that says whose row it is stays. */
  hide(ids: readonly string[]): void {
    const own = this.all.flatMap(({ column }) =>
      ids.includes(column.id) && !column.frozen ? column.id : [],
    )
    if (own.length > 0) this.layouts.change(withHidden(this.layouts.current, own))
  }

  /** null = all of them. */
  show(id: string | null): void {
    this.layouts.change(withShown(this.layouts.current, id))
  }

  /** The columns from this place of the grid on stand before another one, and the first stays the active one. */
  move(column: number, before: number, count = 1): void {
    const ids = this.placed.slice(column, column + count).map((placed) => placed.column.id)
    const [first] = ids
    if (first === undefined) return
    this.moveBefore(ids, this.placed[before]?.column.id ?? null)
    this.#sheet.grid?.select(this.#sheet.active.row, this.indexOf(first))
  }

  /** null = at the end. */
  moveBefore(moved: readonly string[], before: string | null): void {
    const ids = this.all.map(({ column }) => column.id)
    this.layouts.change({ order: movedBefore(ids, moved, before) }, moved.join(' '))
  }

  /** Up to and with this column; null = none stands still. */
  freeze(upTo: string | null): void {
    this.layouts.change({ frozen: upTo })
  }

  /** The header above a column: its own, else that of its kind. */
  groupOf(column: SheetColumn): string {
    const own = this.layouts.current.groups.find(([id]) => id === column.id)?.[1]
    return own ?? this.#sheet.locale.words.sheet.groups[column.group]
  }

  /** null = that of their kind again. */
  nameGroup(ids: readonly string[], name: string | null): void {
    const { groups } = this.layouts.current
    this.layouts.change({ groups: ids.reduce((all, id) => withPair(all, id, name), groups) })
  }

  get isTotalled(): boolean {
    return this.layouts.current.isTotalled
  }

  showTotals(isTotalled: boolean): void {
    this.layouts.change({ isTotalled })
  }

  /** null = as usual for such a column. */
  totalOf(id: string): TotalKind | null {
    return this.layouts.current.totals.find(([one]) => one === id)?.[1] ?? null
  }

  chooseTotal(id: string, kind: TotalKind | null): void {
    this.layouts.change({ totals: withPair(this.layouts.current.totals, id, kind) })
  }

  resize(column: number, width: number): void {
    const id = this.placed[column]?.column.id
    if (id === undefined) return
    const px = Math.min(widest, Math.round(width))
    this.layouts.change({ widths: withPair(this.layouts.current.widths, id, px) }, id)
  }

  at(column: number): PlacedColumn | undefined {
    return this.placed[column]
  }

  indexOf(id: string): number {
    return this.placed.findIndex(({ column }) => column.id === id)
  }

  /** The name of a column in words, also of one that is not on show. */
  title(id: string): string {
    const column = this.#sheet.pages.view?.columns.find((one) => one.id === id)
    return column ? titleOf(column, this.#sheet.locale.words) : id
  }

  /** Tells the grid when its columns became others. */
  arrived(): void {
    const next = this.grid
    if (next === this.#drawn) return
    this.#drawn = next
    this.#sheet.grid?.refreshColumns()
  }
}
