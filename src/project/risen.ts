import { freshRevision } from '../core/id.ts'
import type { Column } from '../table/column.ts'

/**
 * The same cells keep their revision (a new name costs no regrade); other cells get a higher one than both. A column that
 * comes in anew may bear an id that was there before: the store knows the contents of old by id and revision.
 */
export function risen(column: Column, before: Column | null): Column {
  if (column === before) return column
  if (before === null) return { ...column, revision: freshRevision() }
  const revision = Math.max(column.revision, before.revision)
  return { ...column, revision: sameCells(column, before) ? revision : revision + 1 }
}

function sameCells(a: Column, b: Column): boolean {
  return a.reading === b.reading && a.unit === b.unit && sameArrays(a, b)
}

/** Not only the same cells: the very same arrays. */
export function sameArrays(a: Column, b: Column): boolean {
  if (a.originals !== b.originals || a.marks !== b.marks) return false
  if (a.type === 'text')
    return (
      b.type === 'text' && a.starts === b.starts && a.bytes === b.bytes && a.changed === b.changed
    )
  if (a.type === 'category')
    return b.type === 'category' && a.codes === b.codes && a.dictionary === b.dictionary
  return a.type === b.type && a.values === b.values
}
