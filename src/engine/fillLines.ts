import { writeCell } from '../table/parse/cell.ts'
import { seriesOf, type FillHow, type Series } from '../table/series/series.ts'
import { columnById } from '../table/table.ts'
import type { Session } from './session.ts'
import type { SheetBlock, SheetFill } from './sheetViews.ts'
import { textsOf } from './sheetTexts.ts'

const mostKept = 10_000 // series at a time
const mostLooked = 100 // rows asked whether they go on

/** Texts of a fill: down or up each column goes on by itself, to the sides each row does. */
export class FillLines {
  readonly #source: SheetBlock
  readonly #left: number
  readonly #how: FillHow
  readonly #read: readonly ((place: number) => string)[]
  readonly #series = new Map<number, Series>()

  constructor(
    session: Session,
    { source, left, how }: SheetFill,
    rowAt: (place: number) => number,
  ) {
    this.#source = source
    this.#left = left
    this.#how = how
    this.#read = source.columns.map((id) => {
      const text = id === null ? () => '' : trueTexts(session, id)
      return (place: number) => text(rowAt(place))
    })
  }

  isSourceRow(row: number): boolean {
    return row >= this.#source.from && row < this.#source.to
  }

  isSourceColumn(x: number): boolean {
    return !this.#isBeside(x)
  }

  text(row: number, x: number): string {
    const at = x - this.#left
    if (!this.#isBeside(x)) return this.#line(x, () => this.#down(at)).at(row - this.#source.from)
    return this.#line(row, () => this.#across(row)).at(at)
  }

  /** Whether anything that is filled goes on instead of repeating; `x` = a column that is written. */
  isSeries(x: number): boolean {
    const { from, to, columns } = this.#source
    if (!this.#isBeside(x))
      return columns.some((_, at) => seriesOf(this.#down(at), this.#how).isSeries)
    const rows = Array.from({ length: Math.min(mostLooked, to - from) }, (_, y) => from + y)
    return rows.some((row) => this.#line(row, () => this.#across(row)).isSeries)
  }

  #isBeside(x: number): boolean {
    return x < this.#left || x >= this.#left + this.#source.columns.length
  }

  #down(at: number): string[] {
    const { from, to } = this.#source
    return Array.from({ length: to - from }, (_, y) => this.#read[at]?.(from + y) ?? '')
  }

  #across(row: number): string[] {
    return this.#read.map((read) => read(row))
  }

  #line(key: number, texts: () => readonly string[]): Series {
    const known = this.#series.get(key)
    if (known) return known
    if (this.#series.size > mostKept) this.#series.clear()
    const made = seriesOf(texts(), this.#how)
    this.#series.set(key, made)
    return made
  }
}

/** Whole also where the sheet covers a part: what is filled is what stands there. */
function trueTexts(session: Session, id: string): (row: number) => string {
  const column = columnById(session.table, id)
  return column ? (row) => writeCell(column, row) : textsOf(session, id)
}
