import { finish, type ToldSteps } from '../../core/steps.ts'
import { appendMissing, columnOf } from '../../table/builder.ts'
import type { Column, ColumnData, ReadingId } from '../../table/column.ts'
import { dataWriter } from '../../table/columnData.ts'
import { type DistinctTexts, distinctTexts } from '../../table/distinctTexts.ts'
import { gathered } from '../../table/gather.ts'
import { inferColumn, understanding } from '../../table/infer.ts'
import { decisionsOf } from '../../table/infer/decided.ts'
import { readings } from '../../table/parse/index.ts'
import type { ReadContext } from '../../table/parse/reading.ts'
import { contextWith } from '../../table/parse/rules.ts'

type Heading = Pick<Column, 'id' | 'name' | 'group' | 'role'>

/** A new column in which every cell is missing. */
export function emptyColumn(
  heading: Heading,
  reading: ReadingId,
  asOf: string,
  rowCount: number,
): Column {
  const { name, role } = heading
  const usual = contextWith(undefined, null, asOf)
  const { unit, context, data } = inferColumn([], name, usual, { reading, role })
  return appendMissing(columnOf({ ...headingOf(heading), reading, unit, context }, data), rowCount)
}

/** The column read anew from its texts, with the unit and the rules that fit them. What was made before is used up. */
export function rereadColumn(column: Column, reading: ReadingId, asOf: string): Column {
  const whole = finish(rereadingWhole(column, reading, asOf))
  known.delete(column) // the history keeps the column, not what was made of it
  return whole
}

/** In turns with other work; kept until the command takes it. */
export function* rereadingWhole(
  column: Column,
  reading: ReadingId,
  asOf: string,
): ToldSteps<Column> {
  const made = yield* rereading(column, reading, asOf)
  const { buffer, byteOffset, length } = made.texts.codes
  made.whole ??= gathered(made.words, new Int32Array(buffer, byteOffset, length))
  return made.whole
}

/** A column read anew, each different text once. */
export interface Rereading {
  readonly texts: DistinctTexts // as they are now
  readonly words: Column // the column to be, with a row for each of these texts
  whole?: Column // where it was asked for
}

const known = new WeakMap<Column, { readonly key: string; readonly made: Rereading }>()
const stride = 1024 // texts between yields

/** In turns with other work. The last one is kept with the column: the preview makes what the command takes. */
export function* rereading(column: Column, reading: ReadingId, asOf: string): ToldSteps<Rereading> {
  const key = `${reading} ${asOf}`
  const before = known.get(column)
  if (before?.key === key) return before.made
  const texts = yield* distinctTexts(column)
  const { codes, dictionary } = texts
  const cells = { length: codes.length, at: (row: number) => dictionary[codes[row] ?? 0] ?? null }
  const { name, role, rules } = column
  const usual = contextWith(rules?.missing && { missing: rules.missing }, null, asOf)
  const choice = { reading, role, ...decisionsOf(rules) }
  const understood = yield* understanding(cells, name, usual, choice)
  const data = yield* readTexts(dictionary, codes.length, reading, understood.rules)
  const { unit } = understood.rules
  const words = columnOf({ ...headingOf(column), reading, unit, context: understood.rules }, data)
  const made: Rereading = { texts, words }
  known.set(column, { key, made })
  return made
}

function* readTexts(
  texts: readonly string[],
  rows: number, // that have them
  reading: ReadingId,
  context: ReadContext,
): ToldSteps<ColumnData> {
  const { type, read } = readings.get(reading)
  const writer = dataWriter(type, texts.length)
  for (let at = 0; at < texts.length; at++) {
    writer.set(at, read(texts[at] ?? null, context))
    if (at % stride === 0)
      yield { step: 'parse', done: Math.floor((rows * at) / texts.length), total: rows }
  }
  return writer.finish()
}

const headingOf = ({ id, name, group, role }: Heading): Heading => ({ id, name, group, role })
