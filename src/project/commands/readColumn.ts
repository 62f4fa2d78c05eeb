import { appendMissing, buildColumn } from '../../table/builder.ts'
import { lengthOf } from '../../table/cell.ts'
import type { Column, ReadingId } from '../../table/column.ts'
import { inferColumn } from '../../table/infer.ts'
import { writeCell } from '../../table/parse/cell.ts'
import { defaultContext } from '../../table/parse/reading.ts'

type Heading = Pick<Column, 'id' | 'name' | 'group' | 'role'>

/** A new column in which every cell is missing. */
export function emptyColumn(
  heading: Heading,
  reading: ReadingId,
  asOf: string,
  rowCount: number,
): Column {
  return appendMissing(readColumn(heading, reading, asOf, []), rowCount)
}

/** The column read anew from its texts, with the unit and the rules that fit them. */
export function rereadColumn(column: Column, reading: ReadingId, asOf: string): Column {
  const texts = Array.from({ length: lengthOf(column) }, (_, row) => writeCell(column, row))
  return readColumn(column, reading, asOf, texts)
}

function readColumn(
  { id, name, group, role }: Heading,
  reading: ReadingId,
  asOf: string,
  texts: readonly string[],
): Column {
  const { unit, context } = inferColumn(texts, name, defaultContext(asOf), { reading, role })
  return buildColumn({ id, name, group, role, reading, unit, context }, texts)
}
