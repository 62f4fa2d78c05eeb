import { AppError } from '../../core/error.ts'
import type { Cells, RawCell } from '../../table/raw.ts'
import { WordCells } from '../../table/wordCells.ts'
import { limits } from '../limits.ts'
import type { CellStyle } from './numberFormat.ts'
import { type Formats, dayOf, shown } from './workbookCell.ts'

/** Rows of 4,096; a page is made when its first cell comes, so that a stray cell far below costs one page. */
const pageBits = 12
const pageRows = 1 << pageBits

interface Page {
  readonly tags: Int32Array // 0 empty; > 0 place in `texts`, from 1; −1 a plain number; below it the style of a number
  values: Float64Array | null
}

const numberTag = -1

/** What the tags of a workbook's columns mean. */
export interface BookWords {
  readonly texts: readonly RawCell[]
  readonly epoch: 1900 | 1904
  readonly style: (index: number) => CellStyle
  formats: Formats | null // given before the cells are read, if a shown text matters
}

/** One column: 4 bytes a text, 12 bytes a number; shown texts and days are made when they are asked for. */
class BookCells implements Cells {
  readonly #words: BookWords
  readonly #pages: (Page | undefined)[] = []
  readonly #shown = new Map<number, RawCell>()
  #shownStyle = 0
  #numbers = false
  length = 0

  constructor(words: BookWords) {
    this.#words = words
  }

  putText(row: number, place: number) {
    this.#page(row).tags[row & (pageRows - 1)] = place + 1
  }

  putNumber(row: number, value: number, style: number | null) {
    const page = this.#page(row)
    page.tags[row & (pageRows - 1)] = style === null ? numberTag : numberTag - 1 - style
    page.values ??= new Float64Array(pageRows)
    page.values[row & (pageRows - 1)] = value
    this.#numbers = true
  }

  #page(row: number): Page {
    if (row >= this.length) this.length = row + 1
    const index = row >> pageBits
    while (this.#pages.length < index) this.#pages.push(undefined)
    return (this.#pages[index] ??= { tags: new Int32Array(pageRows), values: null })
  }

  at(row: number): RawCell | undefined {
    const page = this.#pages[row >> pageBits]
    if (!page) return undefined
    const tag = page.tags[row & (pageRows - 1)] ?? 0
    if (tag === 0) return undefined
    if (tag > 0) return this.#words.texts[tag - 1]
    const value = page.values?.[row & (pageRows - 1)] ?? NaN
    if (tag === numberTag) return value
    const style = numberTag - 1 - tag
    const { kind, format } = this.#words.style(style)
    return kind === 'date'
      ? { kind: 'date', day: dayOf(value, this.#words.epoch) }
      : this.#shownCell(value, style, format)
  }

  /** Formatting is slow and columns are read more than once; most have one style. */
  #shownCell(value: number, style: number, format: string): RawCell {
    const known = this.#shownStyle === style ? this.#shown.get(value) : undefined
    if (known !== undefined) return known
    if (this.#shownStyle !== style || this.#shown.size >= 50_000) this.#shown.clear()
    this.#shownStyle = style
    const { formats } = this.#words
    const text = formats ? shown(formats, format, value) : String(value)
    const cell: RawCell = { kind: 'number', value, text }
    this.#shown.set(value, cell)
    return cell
  }

  /** Columns of few texts are read faster word by word; null = it is none. */
  asWords(): WordCells | null {
    if (this.#numbers || this.#pages.includes(undefined)) return null
    const codes = new Uint16Array(this.length)
    const words = ['']
    const codeOf = new Map<number, number>()
    for (const [at, page] of this.#pages.entries()) {
      const from = at << pageBits
      const rows = Math.min(pageRows, this.length - from)
      for (let row = 0; row < rows; row++) {
        const tag = page?.tags[row] ?? 0
        if (tag === 0) continue
        let code = codeOf.get(tag)
        if (code === undefined) {
          const word = this.#words.texts[tag - 1]
          if (typeof word !== 'string' || words.length > mostWords) return null
          code = words.push(word) - 1
          codeOf.set(tag, code)
        }
        codes[from + row] = code
      }
    }
    return new WordCells(words, codes)
  }
}

const mostWords = 4_096

/** The columns of one sheet of a workbook, made as cells come in whatever order. Throws `file.tooManyColumns`, `file.tooLarge`. */
export class BookColumns {
  readonly #columns: BookCells[] = []
  readonly #words: BookWords
  #cells = 0
  #characters = 0
  rowCount = 0 // up to the last row that holds something

  constructor(words: BookWords) {
    this.#words = words
  }

  /** `place` of the words' texts. Equal texts count each time: a column may have to hold them one by one. */
  putText(row: number, column: number, place: number) {
    const text = this.#words.texts[place]
    if (typeof text === 'string') this.#characters += text.length
    if (this.#characters > limits.characters)
      throw new AppError('file.tooLarge', { what: `> ${limits.characters}` })
    this.#at(row, column).putText(row, place)
  }

  /** `style` null = a plain number. */
  putNumber(row: number, column: number, value: number, style: number | null) {
    this.#at(row, column).putNumber(row, value, style)
  }

  #at(row: number, column: number): BookCells {
    if (column >= limits.columns)
      throw new AppError('file.tooManyColumns', { columns: column + 1, limit: limits.columns })
    if (row >= limits.rows || ++this.#cells > limits.cells)
      throw new AppError('file.tooLarge', { what: `> ${limits.rows}`, rows: limits.rows })
    while (this.#columns.length <= column) this.#columns.push(new BookCells(this.#words))
    if (row >= this.rowCount) this.rowCount = row + 1
    return this.#columns[column] as BookCells
  }

  /** Throws `file.tooLarge` where a few cells lie so far apart that looking at all between them takes long. */
  finish(): Cells[] {
    const area = this.rowCount * this.#columns.length
    if (area > limits.area && this.#cells < area / 100)
      throw new AppError('file.tooLarge', { what: `${this.rowCount} × ${this.#columns.length}` })
    return this.#columns.map((column) => column.asWords() ?? column)
  }
}
