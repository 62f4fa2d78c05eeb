import { evaluator } from '../../expression/formula/evaluate.ts'
import type { Formula } from '../../expression/formula/formula.ts'
import {
  type CellError,
  cellErrors,
  errorCode,
  isNone,
  type Vector,
  whyAt,
} from '../../expression/formula/vectors.ts'
import type { Cell, Column, ColumnData, ColumnType, RowId } from '../../table/column.ts'
import { markCode } from '../../table/column.ts'
import { TextWriter } from '../../table/textWriter.ts'
import { Dictionary } from '../../table/dictionary.ts'
import type { Table } from '../../table/table.ts'
import { chunkOf } from './inputs.ts'

const chunkRows = 32_768
const largest = 1e15 // beyond, a column holds no number

/** What a calculated column's cells are made by; `error` = every cell is that. */
export type Recipe = { readonly formula: Formula } | { readonly error: CellError }

/** All cells of a calculated column. 1,000,000 rows of a division in about 15 ms. */
export function calculatedData(
  table: Table,
  type: ColumnType,
  recipe: Recipe,
  asOf: number,
  count = table.rowCount,
): ColumnData {
  const writer = new ResultWriter(type, count)
  if ('error' in recipe) writer.fail(recipe.error)
  else {
    const run = evaluator(recipe.formula, asOf)
    for (let from = 0; from < count; from += chunkRows) {
      const to = Math.min(count, from + chunkRows)
      writer.put(run(chunkOf(table, { from, to })), from, to)
    }
  }
  return writer.finish()
}

/** The cells of some rows alone, in the order of `rows`. */
export function calculatedCells(
  table: Table,
  recipe: Recipe,
  asOf: number,
  rows: readonly RowId[],
): readonly Cell[] {
  if ('error' in recipe) return rows.map(() => errorCell(recipe.error))
  const vector = bounded(evaluator(recipe.formula, asOf)(chunkOf(table, rows)))
  return rows.map((_, at) => cellOf(vector, at))
}

function errorCell(error: CellError): Cell {
  return error === ''
    ? { value: null, original: null, mark: 'plain' }
    : { value: null, original: error, mark: 'error' }
}

function cellOf(vector: Vector, at: number): Cell {
  if (isNone(vector, at)) return errorCell(cellErrors[whyAt(vector, at)] ?? '')
  const i = vector.step * at
  const plain = { original: null, mark: 'plain' } as const
  switch (vector.kind) {
    case 'numbers':
      return { value: vector.values[i] ?? null, ...plain }
    case 'truths':
      return { value: vector.values[i] === 1, ...plain }
    case 'texts':
      return { value: vector.words[vector.codes[i] ?? 0] || null, ...plain }
  }
}

/** Numbers that a column can hold, and no −0. */
function bounded(vector: Vector): Vector {
  if (vector.kind !== 'numbers') return vector
  const values = new Float64Array(vector.values.length)
  let why: Uint8Array | null = vector.why
  for (let i = 0; i < values.length; i++) {
    const value = vector.values[i] ?? NaN
    if (Math.abs(value) > largest) {
      if (why === null || why === vector.why) why = why?.slice() ?? new Uint8Array(values.length)
      why[i] = errorCode['#NUM!']
      values[i] = NaN
    } else values[i] = value + 0
  }
  return { ...vector, values, why }
}

/** Puts chunk after chunk into a column's arrays. */
class ResultWriter {
  readonly #type: ColumnType
  readonly #count: number
  readonly #numbers: Float64Array
  readonly #truths: Uint8Array
  readonly #codes: Uint32Array
  readonly #texts: TextWriter
  readonly #dictionary = new Dictionary()
  readonly #errors = new Dictionary()
  readonly #errorCodes: number[] = [] // in that dictionary, by code
  #originals: Uint32Array | null = null
  #marks: Uint8Array | null = null

  constructor(type: ColumnType, count: number) {
    this.#type = type
    this.#count = count
    this.#numbers = new Float64Array(type === 'number' || type === 'date' ? count : 0).fill(NaN)
    this.#truths = new Uint8Array(type === 'boolean' ? count : 0).fill(2)
    this.#codes = new Uint32Array(type === 'category' ? count : 0)
    this.#texts = new TextWriter(type === 'text' ? count : 0)
  }

  /** Every cell is an error. */
  fail(error: CellError): void {
    if (this.#type === 'text') for (let i = 0; i < this.#count; i++) this.#texts.add('')
    for (let row = 0; row < this.#count; row++) this.#mark(row, errorCode[error])
  }

  put(vector: Vector, from: number, to: number): void {
    const { why, step } = vector
    if (why)
      for (let row = from; row < to; row++) {
        const at = step * (row - from)
        const code = why[at] ?? 0
        if (code !== 0 && isNone(vector, row - from)) this.#mark(row, code)
      }
    if (vector.kind === 'numbers') this.#putNumbers(vector.values, step, from, to)
    else if (vector.kind === 'truths')
      for (let row = from; row < to; row++)
        this.#truths[row] = vector.values[step * (row - from)] ?? 2
    else if (this.#type === 'category') this.#putWords(vector, from, to)
    else
      for (let at = 0; at < to - from; at++)
        this.#texts.add(vector.words[vector.codes[step * at] ?? 0] ?? '')
  }

  #putNumbers(values: Float64Array, step: 0 | 1, from: number, to: number): void {
    for (let row = from; row < to; row++) {
      const value = values[step * (row - from)] ?? NaN
      if (value > largest || value < -largest) this.#mark(row, errorCode['#NUM!'])
      else this.#numbers[row] = value + 0
    }
  }

  #putWords({ codes, words, step }: Vector & { kind: 'texts' }, from: number, to: number): void {
    const own = new Int32Array(words.length).fill(-1)
    for (let row = from; row < to; row++) {
      const code = codes[step * (row - from)] ?? 0
      let mine = own[code] ?? -1
      if (mine < 0) {
        const word = words[code] ?? ''
        mine = word === '' ? 0 : this.#dictionary.code(word)
        own[code] = mine
      }
      this.#codes[row] = mine
    }
  }

  #mark(row: RowId, code: number): void {
    ;(this.#marks ??= new Uint8Array(this.#count))[row] = markCode.error
    const original = (this.#errorCodes[code] ??= this.#errors.code(cellErrors[code] ?? ''))
    ;(this.#originals ??= new Uint32Array(this.#count))[row] = original
  }

  finish(): ColumnData {
    const originals = this.#originals && {
      codes: this.#originals,
      dictionary: this.#errors.words,
    }
    const flags = { originals, marks: this.#marks }
    switch (this.#type) {
      case 'number':
      case 'date':
        return { type: this.#type, values: this.#numbers, ...flags }
      case 'boolean':
        return { type: 'boolean', values: this.#truths, ...flags }
      case 'category':
        return {
          type: 'category',
          codes: this.#codes,
          dictionary: this.#dictionary.words,
          ...flags,
        }
      case 'text':
        return { type: 'text', ...this.#texts.finish(), ...flags }
    }
  }
}

/** The column with these cells. */
export function withData(column: Column, data: ColumnData): Column {
  const { id, name, group, role, reading, unit, rules, formula, revision } = column
  return {
    id,
    name,
    group,
    role,
    reading,
    unit,
    ...(rules && { rules }),
    ...(formula !== undefined && { formula }),
    revision: revision + 1,
    ...data,
  }
}
