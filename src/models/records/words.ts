import { lengthOf } from '../../table/cell.ts'
import type { Column } from '../../table/column.ts'
import { eachText } from '../../table/eachText.ts'
import { writeCell } from '../../table/parse/cell.ts'
import { matchForm } from '../../table/parse/normalise.ts'

/** A column of names as codes; names that are the same but for case, width and blanks share one. */
export interface Words {
  readonly codes: Uint32Array // per row id; 0 = none
  readonly texts: readonly string[] // of the codes from 1 on, sorted: the order of rows makes no difference
}

export function wordsOf(column: Column): Words {
  const { codes, texts } = writtenOf(column)
  const spelling = new Map<string, string>() // by form
  const forms = texts.map(matchForm)
  forms.forEach((form, at) => {
    const text = texts[at] as string
    const known = spelling.get(form)
    if (form !== '' && (known === undefined || text < known)) spelling.set(form, text)
  })
  const sorted = [...spelling].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
  const place = new Map(sorted.map(([form], at) => [form, at + 1]))
  const codeOf = Uint32Array.from(forms, (form) => place.get(form) ?? 0)
  return {
    codes: codes.map((code) => codeOf[code] as number),
    texts: sorted.map(([, text]) => text),
  }
}

/** As written; code 0 = ''. */
function writtenOf(column: Column): Words {
  if (column.type === 'category' && !column.originals)
    return { codes: column.codes, texts: column.dictionary }
  const codes = new Uint32Array(lengthOf(column))
  const texts = ['']
  const known = new Map([['', 0]])
  const see = (text: string, row: number) => {
    let code = known.get(text)
    if (code === undefined) known.set(text, (code = texts.push(text) - 1))
    codes[row] = code
  }
  if (column.type === 'text' && !column.originals) eachText(column, see)
  else for (let row = 0; row < codes.length; row++) see(writeCell(column, row), row)
  return { codes, texts }
}

/** The same without texts that no code names. */
export function usedWords(codes: Uint32Array, texts: readonly string[]): Words {
  const used = new Uint8Array(texts.length + 1)
  for (const code of codes) used[code] = 1
  const next = new Uint32Array(texts.length + 1)
  const kept = texts.filter((_, at) => used[at + 1])
  let count = 0
  for (let code = 1; code < next.length; code++) if (used[code]) next[code] = ++count
  return { codes: codes.map((code) => next[code] as number), texts: kept }
}
