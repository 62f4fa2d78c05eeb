import { finish, type Steps } from '../core/steps.ts'
import { lengthOf } from '../table/cell.ts'
import type { Column } from '../table/column.ts'
import { eachText } from '../table/eachText.ts'
import { writeValue } from '../table/parse/cell.ts'
import { ungraded } from '../grading/result.ts'
import { columnById } from '../table/table.ts'
import type { Session } from './session.ts'
import { tierColumn } from './sheetColumns.ts'
import { textsOf } from './sheetTexts.ts'
import type { ViewName, Views } from './views.ts'

/** What the cells of a column show, each different text once: filters test the texts, not the cells. */
export interface ShownTexts {
  readonly codes: Uint32Array // per row id
  readonly dictionary: readonly string[] // dictionary[0] = '', an empty cell
}

/** Of the table's columns kept as long as the column lives; of the result's made anew. */
export function shownTexts(session: Session, id: string): ShownTexts {
  return finish(showTexts(session, id))
}

/** The same, in turns with other work. */
export function* showTexts(session: Session, id: string): Steps<ShownTexts> {
  const column = columnById(session.table, id)
  if (column) return yield* ofColumn(column)
  const words = new Words()
  const codes = new Uint32Array(session.table.rowCount)
  if (id === tierColumn) {
    const names = session.document.scheme.tiers.map(({ name }) => words.code(name))
    session.result.final.forEach((tier, row) => {
      codes[row] = tier === ungraded ? 0 : (names[tier] ?? 0)
    })
    return { codes, dictionary: words.list }
  }
  const { order } = session.table
  const text = textsOf(session, id, session.heldResult)
  for (let at = 0; at < order.length; at++) {
    const row = order[at] as number
    codes[row] = words.code(text(row))
    if (at % block === 0) yield
  }
  return { codes, dictionary: words.list }
}

/** The column whose texts a view reads; null = none. */
export function columnRead<K extends ViewName>(name: K, args: Views[K]['args']): string | null {
  return name === 'values' || name === 'retyping'
    ? (args as Views['values' | 'retyping']['args']).column
    : null
}

const block = 8192 // cells between yields

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

const known = new WeakMap<Column, ShownTexts>()

function* ofColumn(column: Column): Steps<ShownTexts> {
  if (column.type === 'category' && !column.originals) return column
  const before = known.get(column)
  if (before) return before
  const words = new Words()
  const codes = yield* plainCodes(column, words)
  if (column.originals) {
    const written = column.originals.dictionary.map((word) => words.code(word))
    column.originals.codes.forEach((code, row) => {
      if (code > 0) codes[row] = written[code] ?? 0
    })
  }
  const shown = { codes, dictionary: words.list }
  known.set(column, shown)
  return shown
}

function* plainCodes(column: Column, words: Words): Steps<Uint32Array> {
  const count = lengthOf(column)
  const codes = new Uint32Array(count)
  const read = readerOf(column, words, codes)
  for (let from = 0; from < count; from += block) {
    read(from, Math.min(from + block, count))
    yield
  }
  return codes
}

/** Fills the codes of rows from a place to another. */
function readerOf(
  column: Column,
  words: Words,
  codes: Uint32Array,
): (from: number, to: number) => void {
  switch (column.type) {
    case 'category': {
      const own = column.dictionary.map((word) => words.code(word))
      return (from, to) => {
        for (let row = from; row < to; row++) codes[row] = own[column.codes[row] ?? 0] ?? 0
      }
    }
    case 'text':
      return (from, to) =>
        eachText(column, (text, row) => (codes[row] = words.code(text)), from, to)
    case 'number':
    case 'date':
    case 'boolean': {
      const met = new Map<number, number>()
      return (from, to) => {
        for (let row = from; row < to; row++) {
          const value = column.values[row] as number
          let code = met.get(value)
          if (code === undefined) met.set(value, (code = words.code(writeValue(column, row))))
          codes[row] = code
        }
      }
    }
  }
}
