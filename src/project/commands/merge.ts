import { finish } from '../../core/steps.ts'
import type { Override } from '../../grading/result.ts'
import { isFigure } from '../../models/figureIds.ts'
import { certainGroups } from '../../quality/duplicates.ts'
import { isSame, mergedCells, suggestedKeep } from '../../quality/merging.ts'
import { cellAt } from '../../table/cell.ts'
import type { Cell, Column, ColumnId, RowId } from '../../table/column.ts'
import { customerKey, customerKeys } from '../../table/key.ts'
import { type Merge, orderWith, orderWithout } from '../../table/merge.ts'
import { columnById, type CustomerKey, type Table } from '../../table/table.ts'
import { applyAll } from '../apply.ts'
import type { Change } from '../change.ts'
import type { MergeGroup } from '../command.ts'
import { customersOf } from '../customersOf.ts'
import type { Document } from '../document.ts'
import { refuse, type CommandOf, type Plan } from './contract.ts'
import { withMovedOverrides } from './overrideKeys.ts'

/** One undo step, however many groups. */
export const mergeCustomers: Plan<CommandOf<'mergeCustomers'>> = (document, command, context) => {
  const table = customersOf(document)
  const groups = command.groups === 'certain' ? surely(table) : command.groups
  checkGroups(table, groups)
  const gone = new Set(groups.flatMap(({ rows }) => rows))
  if (gone.size === 0) return []
  const { order, after } = orderWithout(table.order, gone)
  // figures from records, and what formulas give, are worked out anew
  const isOwn = ({ id, formula }: Column) => !isFigure(id) && formula === undefined
  const own = { ...table, columns: table.columns.filter(isOwn) }
  const merges = groups.map(({ keep, rows, take = [] }): Merge => ({
    id: context.newId('m'),
    at: command.at,
    keep,
    rows,
    after: rows.map((row) => after.get(row) ?? null),
    cells: mergedCells(own, keep, rows, new Map(take.map(({ column, from }) => [column, from]))),
    override: null,
  }))
  const written = merges.flatMap(({ keep, cells }) =>
    cells.map((cell) => ({ row: keep, column: cell.column, cell: cell.after })),
  )
  const changes = withMovedOverrides(document, table, [
    ...cellChanges(table, written),
    { kind: 'setOrder', table: table.id, order },
  ])
  const { entries, named } = passedOver(document, table, merges, changes)
  return [
    ...changes,
    ...(entries.length > 0 ? [{ kind: 'setOverrides' as const, entries }] : []),
    {
      kind: 'setMerges',
      table: table.id,
      entries: named.map((merge) => ({ id: merge.id, merge })),
    },
  ]
}

/** The rows stand where they stood; what was written into the one that stayed goes, unless it was edited since. */
export const takeApart: Plan<CommandOf<'takeApart'>> = (document, { id }) => {
  const table = customersOf(document)
  const merge = table.merges?.get(id)
  if (!merge) return refuse('no such merge', { merge: id })
  const written = merge.cells.flatMap(({ column: of, before, after }) => {
    const column = columnById(table, of)
    return column && isSame(cellAt(column, merge.keep), after)
      ? [{ row: merge.keep, column: of, cell: before }]
      : []
  })
  const changes = withMovedOverrides(document, table, [
    ...cellChanges(table, written),
    { kind: 'setOrder', table: table.id, order: orderWith(table.order, merge) },
  ])
  const { override } = merge
  return [
    ...changes,
    ...(override !== null && isStillTheirs(document, table, merge, override)
      ? [{ kind: 'setOverrides' as const, entries: [{ customer: override, override: null }] }]
      : []),
    { kind: 'setMerges', table: table.id, entries: [{ id, merge: null }] },
  ]
}

function surely(table: Table): readonly MergeGroup[] {
  return finish(certainGroups(table)).map((all) => {
    const keep = suggestedKeep(table, all)
    return { keep, rows: all.filter((row) => row !== keep) }
  })
}

function checkGroups(table: Table, groups: readonly MergeGroup[]): void {
  const living = new Set(table.order)
  const met = new Set<RowId>()
  for (const { keep, rows } of groups) {
    if (rows.length === 0) refuse('a group of one')
    for (const row of [keep, ...rows]) {
      if (!living.has(row)) refuse('no such row', { row })
      if (met.has(row)) refuse('a row twice', { row })
      met.add(row)
    }
  }
}

function cellChanges(
  table: Table,
  written: readonly { readonly row: RowId; readonly column: ColumnId; readonly cell: Cell }[],
): readonly Change[] {
  const columns = new Map<ColumnId, { rows: RowId[]; cells: Cell[] }>()
  for (const { row, column, cell } of written) {
    const own = columns.get(column) ?? { rows: [], cells: [] }
    columns.set(column, own)
    own.rows.push(row)
    own.cells.push(cell)
  }
  return [...columns].map(([column, { rows, cells }]) => ({
    kind: 'setCells',
    table: table.id,
    column,
    rows,
    cells,
  }))
}

/** The kept customer's tier by hand stays; where there is none, the first of the others' passes over. */
function passedOver(
  document: Document,
  table: Table,
  merges: readonly Merge[],
  changes: readonly Change[],
): {
  readonly entries: readonly { readonly customer: CustomerKey; readonly override: Override }[]
  readonly named: readonly Merge[]
} {
  if (document.overrides.size === 0) return { entries: [], named: merges }
  const { next } = applyAll(document, changes)
  const after = next.tables[table.id] ?? table
  const entries: { customer: CustomerKey; override: Override }[] = []
  const named = merges.map((merge) => {
    const customer = customerKey(after, merge.keep)
    if (next.overrides.has(customer)) return merge
    const override = firstOverride(document, table, merge.rows)
    if (!override) return merge
    entries.push({ customer, override })
    return { ...merge, override: customer }
  })
  return { entries, named }
}

function firstOverride(
  { overrides }: Document,
  table: Table,
  rows: readonly RowId[],
): Override | undefined {
  const keyOf = customerKeys(table)
  const owner = rows.map(keyOf).find((key) => overrides.has(key))
  return owner === undefined ? undefined : overrides.get(owner)
}

/** The tier that passed over was not set anew since. */
function isStillTheirs(
  document: Document,
  table: Table,
  { rows }: Merge,
  customer: CustomerKey,
): boolean {
  const now = document.overrides.get(customer)
  return now !== undefined && sameOverride(now, firstOverride(document, table, rows))
}

function sameOverride(a: Override, b: Override | undefined): boolean {
  return (
    b !== undefined &&
    a.tier === b.tier &&
    a.reason === b.reason &&
    a.by === b.by &&
    a.at === b.at &&
    a.expires === b.expires
  )
}
