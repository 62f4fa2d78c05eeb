import {
  type Cell,
  type ColumnData,
  type ColumnType,
  type Originals,
  type RowId,
  markCode,
} from './column.ts'
import { Dictionary } from './dictionary.ts'
import { TextWriter } from './textWriter.ts'

/** Takes read cells from the first row to the last. */
export interface DataWriter {
  set(row: RowId, cell: Cell): void
  finish(): ColumnData
}

export function dataWriter(type: ColumnType, count: number): DataWriter {
  const flags = new Flags(count)
  switch (type) {
    case 'number':
    case 'date': {
      const values = new Float64Array(count)
      return {
        set(row, cell) {
          values[row] = typeof cell.value === 'number' ? cell.value : NaN
          flags.set(row, cell)
        },
        finish: () => ({ type, values, ...flags.finish() }),
      }
    }
    case 'boolean': {
      const values = new Uint8Array(count)
      return {
        set(row, cell) {
          values[row] = cell.value === null ? 2 : cell.value === true ? 1 : 0
          flags.set(row, cell)
        },
        finish: () => ({ type, values, ...flags.finish() }),
      }
    }
    case 'category': {
      const codes = new Uint32Array(count)
      const dictionary = new Dictionary()
      return {
        set(row, cell) {
          codes[row] = cell.value === null ? 0 : dictionary.code(String(cell.value))
          flags.set(row, cell)
        },
        finish: () => ({ type, codes, dictionary: dictionary.words, ...flags.finish() }),
      }
    }
    case 'text': {
      const writer = new TextWriter(count)
      return {
        set(row, cell) {
          writer.add(cell.value === null ? '' : String(cell.value))
          flags.set(row, cell)
        },
        finish: () => ({ type, ...writer.finish(), ...flags.finish() }),
      }
    }
  }
}

/** Originals and marks, made only where a row has one. */
class Flags {
  readonly #count: number
  readonly #originals = new Dictionary()
  #codes: Uint32Array | null = null
  #marks: Uint8Array | null = null

  constructor(count: number) {
    this.#count = count
  }

  set(row: RowId, { original, mark }: Cell) {
    if (original !== null)
      (this.#codes ??= new Uint32Array(this.#count))[row] = this.#originals.code(original)
    if (mark !== 'plain') (this.#marks ??= new Uint8Array(this.#count))[row] = markCode[mark]
  }

  finish(): { originals: Originals | null; marks: Uint8Array | null } {
    const originals = this.#codes && { codes: this.#codes, dictionary: this.#originals.words }
    return { originals, marks: this.#marks }
  }
}
