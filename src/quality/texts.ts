import { finish, type Steps } from '../core/steps.ts'
import { lengthOf } from '../table/cell.ts'
import type { Column } from '../table/column.ts'
import { Dictionary } from '../table/dictionary.ts'
import { eachText } from '../table/eachText.ts'
import { writeCell } from '../table/parse/cell.ts'

/** What the cells of a column say, each different text once. */
export interface Texts {
  readonly codes: Uint32Array // per row id; 0 = empty
  readonly words: readonly string[] // words[0] = ''
}

const block = 16_384 // rows between two pauses
const ofColumns = new WeakMap<Column, Texts>()

/** The texts as the sheet shows them; kept as long as the column lives. */
export function* textsOf(column: Column): Steps<Texts> {
  const known = ofColumns.get(column)
  if (known) return known
  const coder = new Dictionary()
  const length = lengthOf(column)
  const codes = new Uint32Array(length)
  for (let from = 0; from < length; from += block) {
    const to = Math.min(from + block, length)
    if (column.type === 'text')
      eachText(column, (text, row) => (codes[row] = coder.code(text)), from, to)
    else for (let row = from; row < to; row++) codes[row] = coder.code(writeCell(column, row))
    yield
  }
  const { originals } = column
  if (originals && column.type === 'text') {
    const written = originals.dictionary.map((word) => coder.code(word))
    originals.codes.forEach((code, row) => {
      if (code > 0) codes[row] = written[code] ?? 0
    })
  }
  const texts = { codes, words: coder.words }
  ofColumns.set(column, texts)
  return texts
}

/** Texts in another form: words that become the same share a code. A form '' is nothing. */
export interface Forms extends Texts {
  readonly ofWord: Uint32Array // code of the form, by the code of the text
}

const ofForms = new WeakMap<Column, Map<unknown, Forms>>()

/** Kept per column and form: `form` must always be the same function. */
export function* formsOf(column: Column, form: (text: string) => string): Steps<Forms> {
  const own = ofForms.get(column) ?? new Map<unknown, Forms>()
  ofForms.set(column, own)
  const known = own.get(form)
  if (known) return known
  const texts = yield* textsOf(column)
  const coder = new Dictionary()
  const ofWord = new Uint32Array(texts.words.length)
  for (let word = 1; word < ofWord.length; word++) {
    ofWord[word] = coder.code(form(texts.words[word] as string))
    if (word % block === 0) yield
  }
  const codes = texts.codes.map((word) => ofWord[word] as number)
  const forms = { codes, words: coder.words, ofWord }
  own.set(form, forms)
  return forms
}

/** Without pausing. */
export const textsNow = (column: Column): Texts => finish(textsOf(column))
