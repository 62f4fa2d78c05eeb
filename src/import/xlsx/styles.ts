import { type CellStyle, builtInFormat, formatKind, plainStyle } from '../workbook/numberFormat.ts'
import { attributesOf } from '../xml/package.ts'
import { type XmlHandler, type XmlScanner, nameOf } from '../xml/scanner.ts'

const numFmt = nameOf('numFmt')
const cellXfs = nameOf('cellXfs')
const xf = nameOf('xf')

/** The number formats of the cell styles; of looks nothing is read. */
export class Styles implements XmlHandler {
  readonly #formats = new Map<string, string>()
  readonly #styles: CellStyle[] = []
  #inCells = false

  /** Style `index` of a cell; plain where the file has none such. */
  at(index: number): CellStyle {
    return this.#styles[index] ?? plainStyle
  }

  open(xml: XmlScanner) {
    if (xml.name === cellXfs) this.#inCells = true
    else if (xml.name === numFmt) {
      const [id, code] = attributesOf(xml, 'numFmtId', 'formatCode')
      this.#formats.set(id, code)
    } else if (xml.name === xf && this.#inCells) {
      const [id] = attributesOf(xml, 'numFmtId')
      const format = this.#formats.get(id) ?? builtInFormat(Number(id))
      this.#styles.push({ kind: formatKind(format), format })
    }
  }

  close(xml: XmlScanner) {
    if (xml.name === cellXfs) this.#inCells = false
  }

  text() {}
}
