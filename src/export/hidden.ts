import { customersOf } from '../project/customersOf.ts'
import type { ExportInput } from './exporter.ts'
import { showsStability } from './stability.ts'

/** Ids of the columns of a file that are hidden in the sheet. */
export function hiddenInSheet(input: ExportInput): readonly string[] {
  const { columns } = customersOf(input.document)
  const ids = new Set([
    ...columns.map(({ id }) => id),
    ...['$score', '$tier', '$reason', '$completeness'],
    ...(showsStability(input) ? ['$settled'] : []),
  ])
  return (input.document.layout?.hidden ?? []).filter((id) => ids.has(id))
}
