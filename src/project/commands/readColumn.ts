import { appendMissing, columnOf } from '../../table/builder.ts'
import { lengthOf } from '../../table/cell.ts'
import type { Column, ColumnRules, ReadingId } from '../../table/column.ts'
import { inferColumn } from '../../table/infer.ts'
import { decisionsOf } from '../../table/infer/decided.ts'
import { writeCell } from '../../table/parse/cell.ts'
import { contextWith } from '../../table/parse/rules.ts'

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
  return readColumn(column, reading, asOf, texts, column.rules)
}

function readColumn(
  { id, name, group, role }: Heading,
  reading: ReadingId,
  asOf: string,
  texts: readonly string[],
  rules?: ColumnRules,
): Column {
  const usual = contextWith(rules?.missing && { missing: rules.missing }, null, asOf)
  const choice = { reading, role, ...decisionsOf(rules) }
  const { unit, context, data } = inferColumn(texts, name, usual, choice)
  return columnOf({ id, name, group, role, reading, unit, context }, data)
}
