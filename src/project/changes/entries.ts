import type { Document } from '../document.ts'
import { type Applied, type ChangeOf, tableOf, withTable } from './applied.ts'

export function setMerges(document: Document, change: ChangeOf<'setMerges'>): Applied {
  const { merges: before, ...table } = tableOf(document, change.table)
  const merges = withEntries(
    before,
    change.entries.map(({ id, merge }) => [id, merge]),
  )
  return {
    next: withTable(document, merges.size === 0 ? table : { ...table, merges }),
    inverse: {
      ...change,
      entries: change.entries.map(({ id }) => ({ id, merge: before?.get(id) ?? null })),
    },
  }
}

export function setDistinct(document: Document, change: ChangeOf<'setDistinct'>): Applied {
  const { distinct: before, ...table } = tableOf(document, change.table)
  const distinct = withEntries(
    before,
    change.entries.map(({ id, rows }) => [id, rows]),
  )
  return {
    next: withTable(document, distinct.size === 0 ? table : { ...table, distinct }),
    inverse: {
      ...change,
      entries: change.entries.map(({ id }) => ({ id, rows: before?.get(id) ?? null })),
    },
  }
}

export function setOverrides(document: Document, change: ChangeOf<'setOverrides'>): Applied {
  const { overrides: before } = document
  const overrides = withEntries(
    before,
    change.entries.map(({ customer, override }) => [customer, override]),
  )
  return {
    next: { ...document, overrides },
    inverse: {
      ...change,
      entries: change.entries.map(({ customer }) => ({
        customer,
        override: before.get(customer) ?? null,
      })),
    },
  }
}

/** The entries set, those of null forgotten. */
function withEntries<K, V>(
  before: ReadonlyMap<K, V> | undefined,
  entries: readonly (readonly [K, V | null])[],
): Map<K, V> {
  const next = new Map(before)
  for (const [key, value] of entries)
    if (value === null) next.delete(key)
    else next.set(key, value)
  return next
}
