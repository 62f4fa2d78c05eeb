import type { SheetColumn, TotalKind } from '../engine/views.ts'
import { columnTitle } from '../i18n/columnTitle.ts'
import type { GridColumn, GridEditor } from '../grid/source.ts'
import {
  asGiven,
  isHidden,
  movedBefore,
  ordered,
  readLayout,
  withHidden,
  withPair,
  withShown,
  type ColumnLayout,
} from './columnOrder.ts'
import type { Preferences } from './preferences.ts'
import { editorByType } from './sheetEditors.ts'
import { filterOf, sortsOf } from './sheetQuery.ts'
import type { PlacedColumn, SheetOwner } from './sheetOwner.ts'

/** The columns as the grid draws them: frozen ones first, in words, with the widths that were dragged. */
export class SheetColumns {
  #widths = $state.raw<ReadonlyMap<string, number>>(new Map())
  readonly #sheet: SheetOwner
  readonly #preferences: Preferences
  #key = ''
  #project = ''
  #drawn: readonly GridColumn[] = []
  #last: { readonly text: string; readonly columns: readonly GridColumn[] } = {
    text: '[]',
    columns: [],
  }

  #layout = $state.raw<ColumnLayout>(asGiven)

  /** Every column in its place, hidden ones too. */
  readonly all: readonly PlacedColumn[] = $derived.by(() => {
    const given = (this.#sheet.pages.view?.columns ?? []).map((column, at) => ({ column, at }))
    const isUsed = ({ column }: PlacedColumn) =>
      column.id !== '$reason' || (this.#sheet.project.summary.current?.totals.overridden ?? 0) > 0
    const used = given.filter(isUsed)
    const byId = new Map(used.map((placed) => [placed.column.id, placed]))
    const inOrder = ordered([...byId.keys()], this.#layout.order).flatMap(
      (id) => byId.get(id) ?? [],
    )
    return [
      ...inOrder.filter(({ column }) => column.frozen),
      ...inOrder.filter(({ column }) => !column.frozen),
    ]
  })

  readonly placed: readonly PlacedColumn[] = $derived(
    this.all.filter(({ column }) => !this.isHidden(column.id)),
  )

  /** How many columns of the grid stand still. */
  readonly frozenCount: number = $derived.by(() => {
    const { frozen } = this.#layout
    if (frozen === null) return 0
    const last = this.indexOf(frozen ?? '')
    return last >= 0 ? last + 1 : this.placed.filter(({ column }) => column.frozen).length
  })

  /** The same array while nothing in it is another: the grid then leaves its headers as they are. */
  readonly grid: readonly GridColumn[] = $derived.by(() => {
    const next = this.placed.map(({ column }, at) =>
      this.#gridColumn(column, at < this.frozenCount),
    )
    const text = JSON.stringify(next)
    if (text === this.#last.text) return this.#last.columns
    this.#last = { text, columns: next }
    return next
  })

  constructor(sheet: SheetOwner, preferences: Preferences) {
    this.#sheet = sheet
    this.#preferences = preferences
  }

  load(project: string): void {
    this.#project = project
    this.#key = `columns.${project}`
    this.#layout = readLayout(this.#preferences.get(`layout.${project}`))
    this.#widths = readWidths(this.#preferences.get(this.#key))
  }

  isHidden(id: string): boolean {
    return isHidden(this.#layout, id)
  }

  get hiddenCount(): number {
    return this.all.length - this.placed.length
  }

  /** The frozen column says whose row it is: it stays. */
  hide(id: string): void {
    if (this.all.some(({ column }) => column.id === id && !column.frozen))
      this.#lay(withHidden(this.#layout, id))
  }

  /** null = all of them. */
  show(id: string | null): void {
    this.#lay(withShown(this.#layout, id))
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
    this.#lay({ ...this.#layout, order: movedBefore(ids, moved, before) })
  }

  /** Up to and with this column; null = none stands still. */
  freeze(upTo: string | null): void {
    this.#lay({ ...this.#layout, frozen: upTo })
  }

  /** The header above a column: its own, else that of its kind. */
  groupOf(column: SheetColumn): string {
    const own = this.#layout.groups.find(([id]) => id === column.id)?.[1]
    return own ?? this.#sheet.locale.words.sheet.groups[column.group]
  }

  /** null = that of their kind again. */
  nameGroup(ids: readonly string[], name: string | null): void {
    const groups = ids.reduce((all, id) => withPair(all, id, name), this.#layout.groups)
    this.#lay({ ...this.#layout, groups })
  }

  get isTotalled(): boolean {
    return this.#layout.isTotalled
  }

  showTotals(isTotalled: boolean): void {
    this.#lay({ ...this.#layout, isTotalled })
  }

  /** null = as usual for such a column. */
  totalOf(id: string): TotalKind | null {
    return this.#layout.totals.find(([one]) => one === id)?.[1] ?? null
  }

  chooseTotal(id: string, kind: TotalKind | null): void {
    this.#lay({ ...this.#layout, totals: withPair(this.#layout.totals, id, kind) })
  }

  #lay(layout: ColumnLayout): void {
    this.#layout = layout
    this.#preferences.set(`layout.${this.#project}`, JSON.stringify(layout))
    this.arrived()
  }

  at(column: number): PlacedColumn | undefined {
    return this.placed[column]
  }

  indexOf(id: string): number {
    return this.placed.findIndex(({ column }) => column.id === id)
  }

  resize(column: number, width: number): void {
    const id = this.placed[column]?.column.id
    if (id === undefined) return
    this.#widths = new Map(this.#widths).set(id, Math.round(width))
    this.#preferences.set(this.#key, JSON.stringify([...this.#widths]))
    this.arrived()
  }

  /** Tells the grid when its columns became others. */
  arrived(): void {
    const next = this.grid
    if (next === this.#drawn) return
    this.#drawn = next
    this.#sheet.grid?.refreshColumns()
  }

  #gridColumn(column: SheetColumn, frozen: boolean): GridColumn {
    const { words, count } = this.#sheet.locale
    const sorts = sortsOf(this.#sheet.query)
    const place = sorts.findIndex((sort) => sort.column === column.id)
    const sort = sorts[place]
    const title = this.#title(column)
    const unit = column.unit === null ? null : (words.scheme.units[column.unit] ?? null)
    const remarks = [
      unit === null ? null : words.sheet.unit(unit),
      column.failed > 0 ? words.sheet.failed(count(column.failed)) : null,
      column.formula,
    ].filter((remark) => remark !== null)
    return {
      id: column.id,
      title,
      group: this.groupOf(column),
      width: this.#widths.get(column.id) ?? Math.min(column.width, widest(column)),
      align: alignOf(column),
      frozen,
      pinnedEnd: column.id === '$score' || column.id === '$tier',
      computed: !column.editable,
      sort: sort ? (sort.descending ? 'descending' : 'ascending') : null,
      sortPlace: sort && sorts.length > 1 ? place + 1 : null,
      calculated: column.model !== null || column.formula !== null,
      filtered: filterOf(this.#sheet.query, column.id) !== null,
      movable: !column.frozen,
      hint: this.#hint(column, title, remarks),
      editor: this.#editor(column),
    }
  }

  /** What does not show in the header itself; of a calculated column also what it says. */
  #hint(column: SheetColumn, title: string, remarks: readonly string[]): string | null {
    const { models, modelForm } = this.#sheet.locale.words
    const help = Object.entries(models.help).find(([id]) => id === column.id)?.[1]
    if (help === undefined && remarks.length === 0) return null
    const asOf = this.#sheet.project.scheme.current?.scheme.asOf
    const lines = [[title, ...remarks].join(' · ')]
    if (help !== undefined) lines.push(help)
    if (help !== undefined && asOf !== undefined) lines.push(modelForm.help.asOf(asOf))
    return lines.join('\n')
  }

  /** The name of a column in words, also of one that is not on show. */
  title(id: string): string {
    const column = this.#sheet.pages.view?.columns.find((one) => one.id === id)
    return column ? this.#title(column) : id
  }

  /** A tier that came with the file does not bear the name of the tier given here. */
  #title(column: SheetColumn): string {
    const { words } = this.#sheet.locale
    const own = words.sheet.resultColumns[column.id]
    return own ?? columnTitle({ name: column.name ?? column.id, role: column.role }, words)
  }

  #editor(column: SheetColumn): GridEditor {
    const own = editorByType(column, this.#sheet.locale.words)
    if (own) return own
    const { sheet: words, tables, results } = this.#sheet.locale.words
    if (column.formula !== null) {
      return { kind: 'none', why: this.#sheet.locale.words.formulas.calculated }
    }
    if (!column.editable) {
      const why =
        column.id === '$tier' || column.id === '$settled'
          ? words.computed
          : column.id === '$completeness'
            ? results.completenessHint
            : words.computedScore
      return { kind: 'none', why: column.id.startsWith('$') ? why : tables.calculatedHint }
    }
    switch (column.type) {
      case 'number':
        return { kind: 'number' }
      case 'date':
        return { kind: 'date' }
      case 'category':
      case 'boolean':
      case 'text':
      case 'score':
      case 'result':
        return { kind: 'text' }
    }
  }
}

function alignOf(column: SheetColumn): GridColumn['align'] {
  if (column.id === '$tier' || column.reading === 'tier') return 'center'
  return column.type === 'number' || column.type === 'score' ? 'end' : 'start'
}

/** Long texts are cut and stand in full in the tooltip, so that the result stays in sight. */
function widest(column: SheetColumn): number {
  if (column.role === 'name') return 176
  if (column.reading === 'identity') return 168 // its last digits are what tells two apart
  return column.group === 'note' ? 240 : 128
}

function readWidths(text: string | null): ReadonlyMap<string, number> {
  try {
    const pairs: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(pairs)) return new Map()
    return new Map(
      pairs.filter(
        (pair): pair is [string, number] =>
          Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number',
      ),
    )
  } catch {
    return new Map() // written by something else
  }
}
