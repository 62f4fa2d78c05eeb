import type { RawCell } from '../../table/raw.ts'
import type { Merge } from '../importer.ts'
import { BookColumns, type BookWords } from '../workbook/bookCells.ts'
import { numberIn } from './number.ts'
import { dayIn, rangeOf } from './places.ts'
import { type XmlHandler, type XmlScanner, nameOf } from '../xml/scanner.ts'
import { decodeText, unescapeCell, unescapeXml } from '../xml/text.ts'

/** The texts of all sheets: first the shared ones, then what sheets hold themselves. */
export interface SheetWords extends BookWords {
  readonly texts: RawCell[]
  readonly shared: number // how many
  shownUsed: boolean // the shown text of some number matters
}

const names = {
  sheetData: nameOf('sheetData'),
  row: nameOf('row'),
  c: nameOf('c'),
  v: nameOf('v'),
  is: nameOf('is'),
  t: nameOf('t'),
  rPh: nameOf('rPh'),
  r: nameOf('r'),
  s: nameOf('s'),
  hidden: nameOf('hidden'),
  mergeCell: nameOf('mergeCell'),
  autoFilter: nameOf('autoFilter'),
  filterColumn: nameOf('filterColumn'),
}

/** Types of cells by their first letters: s shared, str formula, b, e, d, inlineStr; else a number. */
const number = 0
const shared = 1
const text = 2
const boolean = 3
const error = 4
const day = 5

const mostMerges = 100_000

/** Reads a worksheet part into columns (ECMA-376 part 1, 18.3). Throws `file.tooManyColumns`, `file.tooLarge`. */
export class SheetReader implements XmlHandler {
  readonly cells: BookColumns
  readonly merges: Merge[] = []
  readonly hidden: number[] = [] // rows that hold something
  readonly filters: Merge[] = [] // with a condition
  whole = false // its cells, or the part itself, were closed
  #words: SheetWords
  #own = new Map<string, number>()
  #root = 0
  #inData = false
  #row = -1
  #rowSaid = false
  #rowHidden = false
  #column = -1
  #type = number
  #style = 0
  #value: string | null = null // of a text that came in pieces
  #phonetic = false
  #inCell = false
  #filter: Merge | null = null

  constructor(words: SheetWords) {
    this.#words = words
    this.cells = new BookColumns(words)
  }

  open(xml: XmlScanner) {
    if (this.#inData) {
      switch (xml.name) {
        case names.c:
          return this.#openCell(xml)
        case names.v:
          xml.wanted = this.#inCell
          return
        case names.row:
          return this.#openRow(xml)
        case names.t:
          xml.wanted = this.#inCell && this.#type === text && !this.#phonetic
          return
        case names.rPh:
          this.#phonetic = true
      }
      return
    }
    this.#root ||= xml.name
    if (xml.name === names.sheetData) this.#inData = true
    else if (xml.name === names.mergeCell) this.#addMerge(rangeOf(xml))
    else if (xml.name === names.autoFilter) this.#filter = rangeOf(xml)
    else if (xml.name === names.filterColumn && this.#filter) {
      this.filters.push(this.#filter)
      this.#filter = null
    }
  }

  close(xml: XmlScanner) {
    if (!this.#inData) {
      if (xml.name === names.autoFilter) this.#filter = null
      else if (xml.name === this.#root) this.whole = true
      return
    }
    switch (xml.name) {
      case names.v:
      case names.t:
        xml.wanted = false
        return
      case names.c:
        if (this.#inCell && this.#value !== null) this.#keepText(this.#value)
        this.#value = null
        this.#inCell = false
        return
      case names.rPh:
        this.#phonetic = false
        return
      case names.sheetData:
        this.#inData = false
        this.whole = true
    }
  }

  text(xml: XmlScanner, from: number, to: number, literal: boolean) {
    const { bytes } = xml
    const single = this.#value === null && bytes[to] === 60 && bytes[to + 1] === 47 // </
    if (single && !literal && this.#keepNumber(bytes, from, to)) return
    const piece = decodeText(bytes, from, to)
    this.#value = (this.#value ?? '') + (literal ? piece : unescapeXml(piece))
  }

  #openRow(xml: XmlScanner) {
    this.#rowSaid = false
    this.#rowHidden = false
    let row = this.#row + 1
    while (xml.nextAttribute()) {
      if (xml.attribute === names.r) {
        const said = numberIn(xml.bytes, xml.valueFrom, xml.valueTo)
        if (isRow(said)) {
          row = said - 1
          this.#rowSaid = true
        }
      } else if (xml.attribute === names.hidden)
        this.#rowHidden = xml.bytes[xml.valueFrom] === 49 || xml.bytes[xml.valueFrom] === 116 // 1, true
    }
    this.#row = row
    this.#column = -1
  }

  #openCell(xml: XmlScanner) {
    this.#column++
    this.#row = Math.max(0, this.#row)
    this.#inCell = true
    this.#type = number
    this.#style = 0
    this.#value = null
    const { bytes } = xml
    while (xml.nextAttribute()) {
      if (xml.attribute === names.r) this.#place(bytes, xml.valueFrom, xml.valueTo)
      else if (xml.attribute === names.s)
        this.#style = numberIn(bytes, xml.valueFrom, xml.valueTo) || 0
      else if (xml.attribute === names.t) this.#type = typeOf(bytes, xml.valueFrom, xml.valueTo)
    }
  }

  /** `B3`: its row counts only where the row itself has no number. */
  #place(bytes: Uint8Array, from: number, to: number) {
    let column = 0
    let p = from
    for (; p < to; p++) {
      const letter = (bytes[p] as number) & 0xdf
      if (letter < 65 || letter > 90) break
      column = column * 26 + letter - 64
    }
    if (p === from || p - from > 4) return
    this.#column = column - 1
    if (this.#rowSaid) return
    const row = numberIn(bytes, p, to)
    if (isRow(row)) this.#row = row - 1
    this.#rowSaid = true
  }

  /** Takes numbers and places of shared strings without making a text; false = it is something else. */
  #keepNumber(bytes: Uint8Array, from: number, to: number): boolean {
    if (this.#type === shared) {
      const place = numberIn(bytes, from, to)
      if (!Number.isInteger(place) || place < 0 || place >= this.#words.shared) return false
      if (this.#words.texts[place] !== '') this.#putPlace(place)
      return true
    }
    if (this.#type !== number) return false
    const value = numberIn(bytes, from, to)
    if (Number.isNaN(value)) return false
    this.#putNumber(value)
    return true
  }

  #putNumber(value: number) {
    const { kind } = this.#words.style(this.#style)
    if (kind === 'shown') this.#words.shownUsed = true
    this.#show()
    this.cells.putNumber(this.#row, this.#column, value, kind === 'plain' ? null : this.#style)
  }

  #keepText(value: string) {
    if (this.#type === text) return this.#put(unescapeCell(value))
    const trimmed = value.trim()
    if (trimmed === '') return
    switch (this.#type) {
      case boolean:
        return this.#put(trimmed === '1' || trimmed.toLowerCase() === 'true')
      case error:
        return this.#put({ kind: 'error', text: trimmed })
      case day: {
        const at = dayIn(trimmed)
        return this.#put(at === null ? trimmed : { kind: 'date', day: at })
      }
      case shared: {
        const found = Number(trimmed) < this.#words.shared && this.#words.texts[Number(trimmed)]
        if (found) this.#put(found)
        return
      }
    }
    const plain = Number(trimmed)
    if (Number.isNaN(plain)) return this.#put(trimmed)
    // an identity number that another program wrote as a number has digits that no number holds
    if (/^-?\d{16,}$/.test(trimmed) && String(plain) !== trimmed) return this.#put(trimmed)
    this.#putNumber(plain)
  }

  #put(cell: RawCell) {
    if (cell === '' || cell === null) return
    const key = typeof cell === 'string' ? cell : JSON.stringify(cell)
    const kept = this.#own.get(key)
    const same = kept !== undefined && typeof this.#words.texts[kept] === typeof cell
    const place = same ? kept : this.#words.texts.push(cell) - 1
    if (!same && this.#own.size < 65_536) this.#own.set(key, place)
    this.#putPlace(place)
  }

  #putPlace(place: number) {
    this.#show()
    this.cells.putText(this.#row, this.#column, place)
  }

  /** Remembers a row that holds something and is hidden, once. */
  #show() {
    if (this.#rowHidden) this.hidden.push(this.#row)
    this.#rowHidden = false
  }

  #addMerge(merge: Merge | null) {
    if (merge && this.merges.length < mostMerges) this.merges.push(merge)
  }
}

const isRow = (value: number) => Number.isInteger(value) && value >= 1

function typeOf(bytes: Uint8Array, from: number, to: number): number {
  switch (bytes[from] ?? 0) {
    case 115: // s, str
      return to - from === 1 ? shared : text
    case 105: // inlineStr
      return text
    case 98:
      return boolean
    case 101:
      return error
    case 100:
      return day
  }
  return number
}
