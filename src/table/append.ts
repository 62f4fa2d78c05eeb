import { buildColumn } from './builder.ts'
import { lengthOf } from './cell.ts'
import type { Column, Originals, RowId, TextColumn } from './column.ts'
import { Dictionary } from './dictionary.ts'
import { eachText } from './eachText.ts'
import { gathered } from './gather.ts'
import { contextOf, writeCell } from './parse/cell.ts'
import { TextWriter } from './textWriter.ts'

/**
 * The column with rows of another one at its end; null adds as many missing cells. Cells of a column of another reading are
 * read anew from their texts.
 */
export function appended(
  column: Column,
  other: Column | null,
  rows: Uint32Array,
  asOf: string,
): Column {
  const added = gathered(
    other === null ? column : alike(column, other, asOf),
    other === null ? new Int32Array(rows.length).fill(-1) : Int32Array.from(rows),
  )
  return { ...joined(column, added), revision: column.revision + 1 }
}

/** `before` missing cells, then the rows of the column. */
export function prefixed(column: Column, before: number, rows: Uint32Array): Column {
  const source = new Int32Array(before + rows.length).fill(-1)
  source.set(rows, before)
  return gathered(column, source)
}

function alike(column: Column, other: Column, asOf: string): Column {
  if (other.reading === column.reading && other.unit === column.unit) return other
  const { id, name, group, role, reading, unit } = column
  const texts = Array.from({ length: lengthOf(other) }, (_, row) => writeCell(other, row))
  return buildColumn(
    { id, name, group, role, reading, unit, context: contextOf(column, asOf) },
    texts,
  )
}

function joined(a: Column, b: Column): Column {
  const length = lengthOf(a) + lengthOf(b)
  const flags = {
    originals: joinedOriginals(a, b),
    marks: a.marks || b.marks ? both(new Uint8Array(length), a.marks, b.marks, lengthOf(a)) : null,
  }
  switch (a.type) {
    case 'number':
    case 'date': {
      const values = b.type === a.type ? b.values : null
      return {
        ...a,
        ...flags,
        values: both(new Float64Array(length), a.values, values, lengthOf(a)),
      }
    }
    case 'boolean': {
      const values = b.type === 'boolean' ? b.values : null
      return { ...a, ...flags, values: both(new Uint8Array(length), a.values, values, lengthOf(a)) }
    }
    case 'category': {
      if (b.type !== 'category') throw new Error('columns of two types')
      return { ...a, ...flags, ...joinedCodes(a, b, lengthOf(a)) }
    }
    case 'text': {
      if (b.type !== 'text') throw new Error('columns of two types')
      return { ...a, ...flags, ...joinedTexts(a, b) }
    }
  }
}

function both<A extends Float64Array | Uint32Array | Uint8Array>(
  to: A,
  a: ArrayLike<number> | null,
  b: ArrayLike<number> | null,
  at: number,
): A {
  if (a) to.set(a)
  if (b) to.set(b, at)
  return to
}

function joinedCodes(a: Originals, b: Originals, at: number): Originals {
  const words = new Dictionary()
  const before = a.dictionary.map((word) => words.code(word))
  const after = b.dictionary.map((word) => words.code(word))
  const codes = new Uint32Array(at + b.codes.length)
  a.codes.forEach((code, row) => (codes[row] = before[code] ?? 0))
  b.codes.forEach((code, row) => (codes[at + row] = after[code] ?? 0))
  return { codes, dictionary: words.words }
}

function joinedOriginals(a: Column, b: Column): Originals | null {
  if (!a.originals && !b.originals) return null
  const none = (column: Column): Originals => ({
    codes: new Uint32Array(lengthOf(column)),
    dictionary: [''],
  })
  return joinedCodes(a.originals ?? none(a), b.originals ?? none(b), lengthOf(a))
}

function joinedTexts(a: TextColumn, b: TextColumn) {
  const writer = new TextWriter(lengthOf(a) + lengthOf(b))
  const write = (text: string, _: RowId) => writer.add(text)
  eachText(a, write)
  eachText(b, write)
  return writer.finish()
}
