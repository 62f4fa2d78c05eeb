import type { TableKind } from '../table/kind.ts'
import type { ReadColumn } from './columns.ts'
import type { RawSheet } from './importer.ts'
import { comesAgain, isPerOrder } from './kinds/cells.ts'
import { recognise, type Recognised } from './kinds/recognise.ts'
import type { SheetLayout } from './layout/layout.ts'
import { understood } from './understood.ts'

/** Kind and roles from headers and columns; whether amounts are of rows or of orders only the cells can tell. */
export function recognisedIn(
  sheet: RawSheet,
  layout: SheetLayout,
  read: readonly ReadColumn[],
  chosen: TableKind | null | undefined,
): Recognised {
  const cellsAt = (at: number) => understood(sheet).cellsOf(layout, read[at]?.header.index ?? -1)
  const facts = read.map(({ header, inferred }, at) => ({
    name: header.name,
    group: header.group,
    inferred,
    repeats: () => comesAgain(cellsAt(at)),
  }))
  const found = recognise(facts, chosen ?? undefined)
  if (found.system !== null) return found
  const record = found.roles.indexOf('record')
  const amount = found.roles.findIndex((role) => role === 'amount' || role === 'total')
  if (found.kind !== 'orders' || record < 0 || amount < 0) return found
  const whole = isPerOrder(cellsAt(record), cellsAt(amount))
  if (whole === null) return found
  const roles = found.roles.with(amount, whole ? 'total' : 'amount')
  return { ...found, roles }
}
