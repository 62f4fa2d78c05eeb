import type { Column } from '../table/column.ts'
import { eachText } from '../table/eachText.ts'
import { writeValue } from '../table/parse/cell.ts'
import { ungraded } from '../grading/result.ts'
import { columnById } from '../table/table.ts'
import { once } from './once.ts'
import type { Session } from './session.ts'
import { tierColumn } from './sheetColumns.ts'
import { textsOf } from './sheetTexts.ts'

/** What the cells of a column show, each different text once: filters test the texts, not the cells. */
export interface ShownTexts {
  readonly codes: Uint32Array // per row id
  readonly dictionary: readonly string[] // dictionary[0] = '', an empty cell
}

/** Of the table's columns kept as long as the column lives; of the result's made anew. */
export function shownTexts(session: Session, id: string): ShownTexts {
  const column = columnById(session.table, id)
  if (column) return ofColumn(column)
  const words = new Words()
  const codes = new Uint32Array(session.table.rowCount)
  if (id === tierColumn) {
    const known = session.document.scheme.tiers.map(({ name }) => words.code(name))
    session.result.final.forEach((tier, row) => {
      codes[row] = tier === ungraded ? 0 : (known[tier] ?? 0)
    })
  } else {
    const text = textsOf(session, id)
    for (const row of session.table.order) codes[row] = words.code(text(row))
  }
  return { codes, dictionary: words.list }
}

class Words {
  readonly list: string[] = ['']
  readonly #known = new Map([['', 0]])

  code(word: string): number {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    this.#known.set(word, this.list.length)
    return this.list.push(word) - 1
  }
}

const ofColumn = once((column: Column): ShownTexts => {
  if (column.type === 'category' && !column.originals) return column
  const words = new Words()
  const codes = plainCodes(column, words)
  if (column.originals) {
    const written = column.originals.dictionary.map((word) => words.code(word))
    column.originals.codes.forEach((code, row) => {
      if (code > 0) codes[row] = written[code] ?? 0
    })
  }
  return { codes, dictionary: words.list }
})

function plainCodes(column: Column, words: Words): Uint32Array {
  switch (column.type) {
    case 'category': {
      const known = column.dictionary.map((word) => words.code(word))
      return column.codes.map((code) => known[code] ?? 0)
    }
    case 'text': {
      const codes = new Uint32Array(column.starts.length - 1)
      eachText(column, (text, row) => (codes[row] = words.code(text)))
      return codes
    }
    case 'number':
    case 'date':
    case 'boolean': {
      const codes = new Uint32Array(column.values.length)
      const known = new Map<number, number>()
      column.values.forEach((value, row) => {
        let code = known.get(value)
        if (code === undefined) known.set(value, (code = words.code(writeValue(column, row))))
        codes[row] = code
      })
      return codes
    }
  }
}
