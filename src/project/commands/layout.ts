import { isFigure } from '../../models/figureIds.ts'
import type { ColumnId } from '../../table/column.ts'
import { columnById, type Table } from '../../table/table.ts'
import type { Change } from '../change.ts'
import type { Command } from '../command.ts'
import { customersOf } from '../customersOf.ts'
import { customersId, type Document } from '../document.ts'
import { asGiven, readLayout, type SheetLayout } from '../layout.ts'
import { refuse, type CommandOf, type Plan } from './contract.ts'

/** Sets parts of the layout as a whole. Columns that are no more are left out, so that it does not grow for ever. */
export const setLayout: Plan<CommandOf<'setLayout'>> = (document, { set }) => {
  const before = document.layout ?? asGiven
  const wanted = { ...before, ...set }
  const read = readLayout(wanted)
  for (const part of Object.keys(set) as (keyof SheetLayout)[])
    if (!isSame(read[part], wanted[part])) refuse('a layout of columns', { part })
  const table = customersOf(document)
  const layout = withoutGone(read, table)
  return isSame(layout, withoutGone(readLayout(before), table))
    ? []
    : [{ kind: 'setLayout', layout }]
}

/** What undo takes back, by the part of the layout that was set. */
const steps: { readonly [Part in keyof SheetLayout]-?: string } = {
  order: 'moveColumns',
  hidden: 'hideColumns',
  shown: 'hideColumns',
  frozen: 'freezeColumns',
  widths: 'resizeColumns',
  groups: 'nameGroups',
  totals: 'setTotals',
  isTotalled: 'setTotals',
}

/** The name of a command's step in the history. */
export function stepOf(command: Command): string {
  if (command.kind !== 'setLayout') return command.kind
  const [step, ...others] = new Set(
    (Object.keys(command.set) as (keyof SheetLayout)[]).map((part) => steps[part]),
  )
  return step === undefined || others.length > 0 ? command.kind : step
}

/**
 * The layout with a column that the same step adds: in its place among the columns of the sheet (null), as wide and under
 * the header of the one that it is a copy of. No changes where neither is told.
 */
export function withNewColumn(
  document: Document,
  table: Table,
  id: ColumnId,
  order: readonly (string | null)[] | undefined,
  copied?: ColumnId,
): readonly Change[] {
  if (table.id !== customersId) return []
  const before = document.layout ?? asGiven
  const copy = <T>(pairs: readonly (readonly [string, T])[]) => [
    ...pairs,
    ...pairs.flatMap(([one, value]) => (one === copied ? [[id, value] as const] : [])),
  ]
  const next: SheetLayout = {
    ...before,
    order: order?.map((one) => one ?? id) ?? before.order,
    widths: copy(before.widths),
    groups: copy(before.groups),
  }
  return isSame(next, before) ? [] : [{ kind: 'setLayout', layout: readLayout(next) }]
}

/** Figures come back under their ids when their model is wanted again. */
function withoutGone(layout: SheetLayout, table: Table): SheetLayout {
  const isHere = (id: string) =>
    id.startsWith('$') || isFigure(id) || columnById(table, id) !== undefined
  const known = <T>(pairs: readonly (readonly [string, T])[]) => pairs.filter(([id]) => isHere(id))
  return {
    ...layout,
    order: layout.order.filter(isHere),
    hidden: layout.hidden.filter(isHere),
    shown: layout.shown.filter(isHere),
    widths: known(layout.widths),
    groups: known(layout.groups),
    totals: known(layout.totals),
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
