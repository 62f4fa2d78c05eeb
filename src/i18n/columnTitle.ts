import type { ColumnRole } from '../table/column.ts'
import type { Words } from './zh.ts'

/** What a column of the table is called on screen and in files: a tier that came with the file must not look like ours. */
export function columnTitle(
  { name, role }: { readonly name: string; readonly role: ColumnRole | null },
  words: Words,
): string {
  const { tier, formerTier } = words.workbook.columns
  return role === 'tier' && name.trim() === tier ? formerTier : name
}
