import { AppError } from '../core/error.ts'
import type { EngineClient } from '../engine/protocol.ts'
import type { ColumnFilter, FilterId, SheetQuery } from '../engine/views.ts'
import type { GridEdits, GridRange, GridSelection, GridSource } from '../grid/source.ts'
import type { RowId } from '../table/column.ts'
import type { Jobs } from './jobs.svelte.ts'
import type { Locale } from './locale.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import type { Page } from './page.ts'
import type { Project } from './project.svelte.ts'
import { wholeSheet, type Selection } from './selection.svelte.ts'
import { fold } from './sheetCell.ts'
import { SheetBehind } from './sheetBehind.svelte.ts'
import { SheetColumns } from './sheetColumns.svelte.ts'
import { SheetCopy } from './sheetCopy.svelte.ts'
import { sheetEdits } from './sheetEdits.svelte.ts'
import type { GridHandle, SheetDialog, SheetMenu, SheetOwner, TierPlace } from './sheetOwner.ts'
import { isArranged, withColumnFilter } from './sheetQuery.ts'
import { queryShown } from './sheetSeen.ts'
import { stepFollower } from './sheetStep.ts'
import { SheetStats } from './sheetStats.svelte.ts'
import { SheetTotals } from './sheetTotals.svelte.ts'
import { SheetPages } from './sheetPages.svelte.ts'
import { sheetSource } from './sheetSource.svelte.ts'

/** The sheet of customers: which rows in which order, what is selected, found and changed there. */
export class Sheet implements SheetOwner {
  readonly client: EngineClient
  readonly project: Project
  readonly notices: Notices
  readonly locale: Locale
  readonly selection: Selection
  readonly pages: SheetPages
  readonly behind: SheetBehind
  readonly columns: SheetColumns
  readonly copy: SheetCopy
  readonly stats: SheetStats
  readonly totals: SheetTotals
  readonly source: GridSource
  readonly edits: GridEdits
  query = $state.raw<SheetQuery>(wholeSheet)
  /** Text that is looked for, and whether nothing was found. */
  search = $state('')
  isNotFound = $state(false)
  menu = $state.raw<SheetMenu | null>(null)
  /** The column whose filter stands open. */
  filtering = $state<string | null>(null)
  /** The column whose name and type stand open. */
  naming = $state<string | null>(null)
  /** The column that is explained. */
  explaining = $state<string | null>(null)
  /** The tier of a customer that is being set by hand over its cell. */
  tierAt = $state.raw<TierPlace | null>(null)
  dialog = $state<SheetDialog | null>(null)
  /** How many rows hold what is looked for, and which of them is the active one, from 1. */
  found = $state.raw<{ readonly place: number; readonly count: number } | null>(null)
  range = $state.raw<GridRange>({ top: 0, left: 0, bottom: 0, right: 0 })
  /** All blocks; the last one is `range`. */
  ranges = $state.raw<readonly GridRange[]>([{ top: 0, left: 0, bottom: 0, right: 0 }])
  active = $state.raw<GridSelection['active']>({ row: 0, column: 0 })
  grid: GridHandle | null = null
  isEditing = false
  readonly folded = $derived(fold(this.search))
  readonly rowCount = $derived.by(() => this.pages.view?.rowCount ?? 0)
  selectedCells = $state(1)
  readonly #jobs: Jobs
  #project: string | null = null
  #step = 0
  #asked = 0

  constructor(
    { client, project, locale, notices, preferences, jobs }: Omit<Page, 'places'>,
    selection: Selection,
  ) {
    this.client = client
    this.#jobs = jobs
    this.project = project
    this.selection = selection
    this.locale = locale
    this.notices = notices
    this.pages = new SheetPages(
      client,
      () => this.#arrived(),
      (error) => notices.fail(error),
      jobs,
    )
    this.behind = new SheetBehind(client, this.pages)
    this.columns = new SheetColumns(this, preferences)
    this.copy = new SheetCopy(this, jobs)
    this.stats = new SheetStats(this)
    this.totals = new SheetTotals(this)
    this.source = sheetSource(this)
    this.edits = sheetEdits(this)
    const follow = stepFollower(this)
    project.onstep = (by) => void follow(by)
    client.on((event) => {
      if (event.kind === 'changed') void this.pages.outdate()
    })
  }

  /** Shows the sheet of this project; the first customer is selected once it is here. */
  async open(project: string): Promise<void> {
    if (project !== this.#project) {
      this.clear()
      this.#project = project
      this.columns.layouts.clear()
    }
    await this.columns.layouts.adopt(project)
    await this.pages.show(this.query)
    const { row } = this.selection
    if (row !== null) await this.selection.show(row, this.query) // what was typed last before it was left
  }

  clear(): void {
    this.#project = null
    this.query = wholeSheet
    this.search = ''
    this.isNotFound = false
    this.menu = null
    this.filtering = null
    this.naming = null
    this.explaining = null
    this.dialog = null
    this.tierAt = null
    this.isEditing = false
    this.active = { row: 0, column: 0 }
    this.range = { top: 0, left: 0, bottom: 0, right: 0 }
    this.ranges = [this.range]
    this.selectedCells = 1
    this.pages.clear()
    this.behind.clear()
    this.stats.clear()
    this.totals.clear()
    this.selection.clear()
  }

  /**
   * Other rows or another order, or the same as cells are now: until they are asked for again, edits leave them as they are.
   * `keep`: the selected customer stays selected where it is still among them, else the row `otherwise` is.
   */
  async ask(asked: SheetQuery, keep = true, otherwise = 0): Promise<void> {
    const query = { ...asked, asked: ++this.#asked }
    this.query = query
    const step = ++this.#step
    await this.pages.show(query)
    if (this.query === query && this.pages.shown !== query) {
      this.query = this.pages.shown ?? wholeSheet // cancelled: all is as it was
      return
    }
    const { row } = this.selection
    if (row !== null && query === this.query) await this.selection.show(row, query)
    if (step !== this.#step || query !== this.query) return
    const kept = keep ? this.selection.explain.current?.viewRow : null
    await this.go(kept ?? Math.min(otherwise, this.rowCount - 1))
  }

  /** Sort, filters and search over the cells as they are now. */
  async reapply(): Promise<void> {
    if (isArranged(this.query)) await this.ask(this.query, true, this.active.row)
  }

  toggle(filter: FilterId): void {
    const has = this.query.filters.includes(filter)
    void this.ask({
      ...this.query,
      filters: has
        ? this.query.filters.filter((other) => other !== filter)
        : [...this.query.filters, filter],
    })
  }

  /** Another filter of a column, or none; false = a bound cannot be read, and all stays as it is. */
  async filterColumn(column: string, filter: ColumnFilter | null): Promise<boolean> {
    const query = withColumnFilter(this.query, column, filter)
    try {
      await this.#jobs.run((options) => this.client.view('sheet', query, options))
    } catch (error) {
      if (error instanceof AppError && error.code === 'command.invalid') return false
      if (error instanceof AppError && error.code === 'job.cancelled') return true
      this.notices.fail(error)
      return true
    }
    await this.ask(query)
    return true
  }

  unfilter(): void {
    void this.ask({ ...this.query, filters: [], columns: [], search: '' })
  }

  /** Moves to a row of the view, selects it and explains it. */
  async go(row: number, column: number = this.active.column): Promise<void> {
    if (row < 0 || row >= this.rowCount) return
    const step = ++this.#step
    this.active = { row, column }
    this.grid?.reveal(row, column)
    this.grid?.select(row, column)
    const id = await this.rowAt(row)
    if (id !== null && step === this.#step) await this.selection.show(id, this.query)
  }

  /** The customer before or after the selected one, in the order on show. */
  step(by: 1 | -1): Promise<void> {
    const at = this.selection.explain.current?.viewRow
    return this.go(at === null || at === undefined ? 0 : at + by)
  }

  /** Next match after the active cell; `from` 0 = the active row counts too, as while typing. */
  async find(backwards: boolean, from: 0 | 1 = 1): Promise<void> {
    this.isNotFound = false
    this.found = null
    this.grid?.refresh()
    if (this.folded === '') return
    const text = this.search
    const start = this.active.row + (backwards ? -from : from)
    try {
      const rows = Math.max(1, this.rowCount)
      const found = await this.client.view('find', {
        query: this.query,
        text,
        from: (start + rows) % rows,
        backwards,
      })
      if (text !== this.search) return
      this.isNotFound = found === null
      this.found = found
      if (found) await this.go(found.viewRow, Math.max(0, this.columns.indexOf(found.column)))
    } catch (error) {
      this.notices.fail(error)
    }
  }

  /** The customer in a row on show; from the pages here, else asked for. */
  async rowAt(row: number): Promise<RowId | null> {
    const place = this.pages.at(row)
    const here = place?.window.rows[place.index]
    if (here !== undefined) return here
    try {
      const [id] = await this.client.view('rows', {
        query: queryShown(this),
        from: row,
        to: row + 1,
      })
      return id ?? null
    } catch (error) {
      this.notices.fail(error)
      return null
    }
  }

  #arrived(): void {
    this.columns.arrived()
    this.behind.arrived().catch((error: unknown) => this.notices.fail(error))
    this.grid?.refresh()
    if (this.selection.row !== null || this.rowCount === 0) return
    void this.go(0, 0)
  }
}
