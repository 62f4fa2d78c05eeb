import { AppError } from '../../core/error.ts'
import type { RawCell } from '../../table/raw.ts'
import { BookColumns } from '../workbook/bookCells.ts'
import type { RawSheet } from '../importer.ts'
import type { JsonCursor } from './jsonCursor.ts'
import { limits } from '../limits.ts'
import { plainStyle } from '../workbook/numberFormat.ts'

/** Rows of one sheet: objects under a header of their keys, lists as they stand. */
export class JsonRows {
  readonly #name: string
  readonly #texts: RawCell[] = []
  readonly #known = new Map<string, number>()
  readonly #packed: BookColumns
  readonly #keys = new Map<string, number>()
  #kind = '' // of its items: [ or {
  count = 0

  constructor(name: string) {
    this.#name = name
    this.#packed = new BookColumns({
      texts: this.#texts,
      epoch: 1900,
      style: () => plainStyle,
      formats: null,
    })
  }

  /** Throws `file.notTable` for lists among objects. */
  add(cursor: JsonCursor) {
    const kind = cursor.peek()
    if (this.count > 0 && kind !== this.#kind) throw new AppError('file.notTable')
    this.#kind = kind
    if (kind === '[') this.#addList(cursor)
    else this.#addObject(cursor, '')
    this.count++
  }

  #addList(cursor: JsonCursor) {
    cursor.enter('[')
    for (let column = 0; cursor.next(']', column === 0); column++)
      this.#put(column, valueAt(cursor))
  }

  #addObject(cursor: JsonCursor, prefix: string) {
    cursor.enter('{')
    for (let item = 0; cursor.next('}', item === 0); item++) {
      const key = prefix + cursor.key()
      if (cursor.peek() === '{' && prefix === '') this.#addObject(cursor, `${key}.`)
      else this.#put(this.#columnOf(key), valueAt(cursor))
    }
  }

  #columnOf(key: string): number {
    const known = this.#keys.get(key)
    if (known !== undefined) return known
    const column = this.#keys.size
    if (column >= limits.columns)
      throw new AppError('file.tooManyColumns', { columns: column + 1, limit: limits.columns })
    this.#keys.set(key, column)
    return column
  }

  /** Of objects, row 0 is kept for the keys. */
  #put(column: number, value: RawCell, row = this.#kind === '{' ? this.count + 1 : this.count) {
    if (value === null || value === '') return
    if (typeof value === 'number') this.#packed.putNumber(row, column, value, null)
    else this.#packed.putText(row, column, this.#place(value))
  }

  #place(value: RawCell): number {
    const known = typeof value === 'string' ? this.#known.get(value) : undefined
    if (known !== undefined) return known
    const place = this.#texts.push(value) - 1
    if (typeof value === 'string' && this.#known.size < 65_536) this.#known.set(value, place)
    return place
  }

  sheet(): RawSheet {
    for (const [key, column] of this.#keys) this.#put(column, key, 0)
    const { rowCount } = this.#packed
    const columns = this.#packed.finish()
    return {
      name: this.#name,
      hidden: false,
      hiddenRows: 0,
      rowCount,
      columns,
      widths: null,
      merges: [],
      issues: [],
    }
  }
}

function valueAt(cursor: JsonCursor): RawCell {
  const first = cursor.peek()
  return first === '{' || first === '[' ? cursor.skip() : cursor.scalar()
}
