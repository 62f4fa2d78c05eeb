import { customersOf } from '../../project/customersOf.ts'
import { tierings } from '../../scheme/tiering/index.ts'
import type { TieringPart } from '../../scheme/tiering/tiering.ts'
import { mostLiveRows } from '../../scheme/tiering/valueShare.ts'
import type { Column } from '../../table/column.ts'
import { columnById } from '../../table/table.ts'
import type { ExportInput } from '../exporter.ts'

/** Tiers drawn within each category of a column, as the sheet has them. */
export type WithinFace =
  | {
      readonly kind: 'live'
      readonly column: Column
      readonly above: 'customers' | 'value'
      readonly reached: NonNullable<NonNullable<TieringPart['within']>['reached']>
    }
  | { readonly kind: 'fixed'; readonly column: Column }

/** Null where tiers are not drawn within a column. Live where the list is whole and short, and cells say the categories. */
export function withinFace(input: ExportInput): WithinFace | null {
  const { document, result, rows, whole } = input
  const { scheme } = document
  const { within } = tierings.get(scheme.tiering.id)
  const column = columnById(customersOf(input.document), scheme.within ?? '')
  if (result.within === null || within === null || !column) return null
  const { reached, above } = within
  const isLive =
    reached !== null && whole && rows.length <= mostLiveRows && !hasOriginals(column, input)
  return isLive ? { kind: 'live', column, above, reached } : { kind: 'fixed', column }
}

/** Whether a cell shows other words than its category. */
function hasOriginals({ originals }: Column, { rows }: ExportInput): boolean {
  if (!originals) return false
  for (let i = 0; i < rows.length; i++) if ((originals.codes[rows[i] ?? 0] ?? 0) !== 0) return true
  return false
}
