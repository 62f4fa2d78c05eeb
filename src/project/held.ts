import type { Column, RowId } from '../table/column.ts'
import type { HeldShape } from './change.ts'

/** What setting these rows may let grow in the column, as it is now. */
export function shapeOf(column: Column, rows: readonly RowId[]): HeldShape {
  return {
    words: column.type === 'category' ? column.dictionary.length : 0,
    originals: column.originals?.dictionary.length ?? 0,
    marks: column.marks !== null,
    unchanged: column.type === 'text' ? rows.filter((row) => !column.changed.has(row)) : [],
  }
}

/**
 * The column with what grew since `held` taken off again. Only right after the cells were set back:
 * then no code points beyond the old dictionaries, and the other rows have neither original nor mark.
 */
export function withShape(column: Column, held: HeldShape): Column {
  const originals =
    column.originals === null || held.originals === 0
      ? null
      : { ...column.originals, dictionary: column.originals.dictionary.slice(0, held.originals) }
  const base = { originals, marks: held.marks ? column.marks : null }
  if (column.type === 'category')
    return { ...column, ...base, dictionary: column.dictionary.slice(0, held.words) }
  if (column.type !== 'text') return { ...column, ...base }
  const changed = new Map(column.changed)
  for (const row of held.unchanged) changed.delete(row)
  return { ...column, ...base, changed }
}
