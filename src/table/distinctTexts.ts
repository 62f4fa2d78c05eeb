import type { Steps } from '../core/steps.ts'
import { ByteWords } from './byteWords.ts'
import { lengthOf, type Texts, textAt } from './cell.ts'
import type { BooleanColumn, Column, DateColumn, NumberColumn, TextColumn } from './column.ts'
import { Dictionary } from './dictionary.ts'
import { eachText } from './eachText.ts'
import { writeValue } from './parse/cell.ts'

/** What the cells of a column show, each different text once. */
export interface DistinctTexts {
  readonly codes: Uint32Array // per row id
  readonly dictionary: readonly string[] // dictionary[0] = '', an empty cell
}

const block = 8192 // cells between yields
const known = new WeakMap<Column, DistinctTexts>()

/**
 * In turns with other work, and kept as long as the column lives. Texts are in the order in which rows have them; those kept
 * as they were written come behind. A million different ones in about 0.3 s.
 */
export function* distinctTexts(column: Column): Steps<DistinctTexts> {
  if (column.type === 'category' && !column.originals) return column
  if (column.type === 'text' && !column.originals) return yield* wordTexts(column)
  const before = known.get(column)
  if (before) return before
  const texts = yield* withOriginals(column, yield* plainTexts(column))
  known.set(column, texts)
  return texts
}

const packed = new WeakMap<
  Uint32Array,
  { readonly changed: TextColumn['changed']; readonly texts: DistinctTexts }
>()

/** The texts of a column of texts, without those kept as they were written. Known also of a column that was renamed. */
export function* wordTexts(column: TextColumn): Steps<DistinctTexts> {
  const before = packed.get(column.starts)
  if (before?.changed === column.changed) return before.texts
  const texts = yield* packedTexts(column)
  packed.set(column.starts, { changed: column.changed, texts })
  return texts
}

function plainTexts(column: Column): Steps<DistinctTexts> {
  switch (column.type) {
    case 'category':
      return given(column)
    case 'text':
      return wordTexts(column)
    case 'number':
    case 'date':
    case 'boolean':
      return writtenValues(column)
  }
}

// eslint-disable-next-line require-yield -- there is nothing to be done
function* given(texts: DistinctTexts): Steps<DistinctTexts> {
  return texts
}

/** Rows whose text was kept as it was written show that. */
function* withOriginals(column: Column, plain: DistinctTexts): Steps<DistinctTexts> {
  if (!column.originals) return plain
  const codes = plain.codes.slice()
  const written = new Uint32Array(column.originals.dictionary.length)
  const sought = new Map(column.originals.dictionary.map((word, at) => [word, at]))
  for (let code = 1; code < plain.dictionary.length; code++) {
    const at = sought.get(plain.dictionary[code] ?? '')
    if (at !== undefined) written[at] = code
    if (code % block === 0) yield
  }
  const dictionary = [...plain.dictionary]
  for (const [word, at] of sought)
    if (word !== '' && written[at] === 0) written[at] = dictionary.push(word) - 1
  const kept = column.originals.codes
  for (let row = 0; row < kept.length; row++) {
    const code = kept[row] as number
    if (code > 0) codes[row] = written[code] ?? 0
    if (row % block === block - 1) yield
  }
  return { codes, dictionary }
}

/** Each different value is written once. */
function* writtenValues(column: NumberColumn | DateColumn | BooleanColumn): Steps<DistinctTexts> {
  const { values } = column
  const size = values.BYTES_PER_ELEMENT
  const met = new ByteWords(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
  const codes = new Uint32Array(values.length)
  const words = isExact(column) ? new Words() : new Dictionary()
  const ofMet: number[] = [0]
  let zero = -1 // its first row: 0 and -0 are one
  for (let row = 0; row < codes.length; row++) {
    if (values[row] === 0 && zero < 0) zero = row
    const at = size * (values[row] === 0 ? zero : row)
    const code = met.code(at, at + size)
    if (code === ofMet.length) ofMet.push(words.code(writeValue(column, row)))
    codes[row] = ofMet[code] as number
    if (row % block === block - 1) yield
  }
  return { codes, dictionary: words.words }
}

/** Whether different values are different texts, so that none needs to be looked for among those before. */
const isExact = ({ type, reading, rules }: Column) =>
  type === 'number' && reading !== 'percent' && !rules?.rounded

class Words {
  readonly words: string[] = ['']
  code(word: string): number {
    return word === '' ? 0 : this.words.push(word) - 1
  }
}

/** Told apart by their bytes; a string is made of each different one. */
function* packedTexts(column: TextColumn): Steps<DistinctTexts> {
  const { bytes, starts, places } = withChanged(column)
  const count = lengthOf(column)
  const codes = new Uint32Array(count)
  const words = new ByteWords(bytes)
  const dictionary: string[] = ['']
  const isNew = new Uint8Array(span)
  for (let from = 0; from < count; from += span) {
    const to = Math.min(from + span, count)
    const before = words.count
    for (let row = from; row < to; row++) {
      const place = places?.get(row)
      const last = words.count
      codes[row] =
        place === undefined
          ? words.code(starts[row] as number, starts[row + 1] as number)
          : words.code(...place)
      isNew[row - from] = Number(words.count > last)
    }
    const more = words.count - before
    if (more > span / 16)
      eachText(
        column,
        (text, row) => {
          if (isNew[row - from] === 1) dictionary.push(text)
        },
        from,
        to,
      )
    else if (more > 0)
      for (let row = from; row < to; row++)
        if (isNew[row - from] === 1) dictionary.push(textAt(column, row))
    if (to % block === 0) yield
  }
  return { codes, dictionary }
}
const span = 512 // rows whose texts are decoded at once where many of them are new

/** The texts of changed cells as bytes too, behind the others. */
function withChanged({ bytes, starts, changed }: Texts) {
  if (changed.size === 0) return { bytes, starts, places: null }
  const encoder = new TextEncoder()
  const more = [...changed].map(([row, text]) => ({ row, bytes: encoder.encode(text) }))
  const all = new Uint8Array(more.reduce((sum, one) => sum + one.bytes.length, bytes.length))
  all.set(bytes)
  const places = new Map<number, readonly [from: number, to: number]>()
  let end = bytes.length
  for (const one of more) {
    all.set(one.bytes, end)
    places.set(one.row, [end, (end += one.bytes.length)])
  }
  return { bytes: all, starts, places }
}
