import type { Column, ColumnRole } from './column.ts'
import { matchForm } from './parse/normalise.ts'

/** Which columns of a newer table are columns of an older one. */
export interface PairedColumns {
  readonly pairs: readonly ColumnPair[] // in the older table's order
  readonly added: readonly Column[] // only in the newer
  readonly absent: readonly Column[] // only in the older
}
export interface ColumnPair {
  readonly before: Column
  readonly after: Column
}

/** There is one of each in a table: 客户编号 and 编号 are the same column though their names differ. */
const single: readonly ColumnRole[] = ['key', 'name', 'phone']

/** By name (without case, width and blanks); what is left of customer number, name and phone by what it is. */
export function pairColumns(before: readonly Column[], after: readonly Column[]): PairedColumns {
  const free = new Set(after)
  const found = new Map<Column, Column>()
  const take = (old: Column, column: Column | undefined) => {
    if (!column) return
    found.set(old, column)
    free.delete(column)
  }
  for (const old of before)
    take(
      old,
      [...free].find((column) => sameName(old, column)),
    )
  for (const role of single) {
    const olds = before.filter((old) => old.role === role && !found.has(old))
    const news = [...free].filter((column) => column.role === role)
    if (olds.length === 1 && news.length === 1) take(olds[0] as Column, news[0])
  }
  return {
    pairs: before.flatMap((old) => {
      const column = found.get(old)
      return column ? [{ before: old, after: column }] : []
    }),
    added: [...free],
    absent: before.filter((old) => !found.has(old)),
  }
}

export function sameName(a: { readonly name: string }, b: { readonly name: string }): boolean {
  return matchForm(a.name) === matchForm(b.name)
}
