import { lengthOf } from '../table/cell.ts'
import type { Column } from '../table/column.ts'
import { writeCell } from '../table/parse/cell.ts'
import { splitTags, tagSeparators } from '../table/parse/tags.ts'
import type { SheetColumn } from './views.ts'

const most = 200
const rowsSampled = 5000

type Tags = NonNullable<SheetColumn['tags']>
const known = new WeakMap<Column, Tags>()

/** The tags to be offered for a column of tags, frequent ones first; null for other columns. */
export function knownTags(column: Column): Tags | null {
  if (column.reading !== 'tags') return null
  const found = known.get(column) ?? { known: tagsIn(column), separators: tagSeparators }
  known.set(column, found)
  return found
}

function tagsIn(column: Column): string[] {
  const rows = lengthOf(column)
  const step = Math.max(1, Math.floor(rows / rowsSampled))
  const counts = new Map<string, number>()
  for (let row = 0; row < rows; row += step)
    for (const tag of splitTags(writeCell(column, row))) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([tag]) => tag)
}
