import { type XmlHandler, type XmlScanner, nameOf } from '../xml/scanner.ts'
import { decodeText, unescapeCell, unescapeXml } from '../xml/text.ts'

const si = nameOf('si')
const t = nameOf('t')
const rPh = nameOf('rPh')

/** Shared strings: the runs of one with rich text are joined, readings of Japanese words (rPh) are left out. */
export class SharedStrings implements XmlHandler {
  readonly texts: string[] = []
  #text = ''
  #phonetic = false

  open(xml: XmlScanner) {
    if (xml.name === si) this.#text = ''
    else if (xml.name === rPh) this.#phonetic = true
    else if (xml.name === t) xml.wanted = !this.#phonetic
  }

  text({ bytes }: XmlScanner, from: number, to: number, literal: boolean) {
    const text = decodeText(bytes, from, to)
    this.#text += literal ? text : unescapeXml(text)
  }

  close(xml: XmlScanner) {
    if (xml.name === t) xml.wanted = false
    else if (xml.name === rPh) this.#phonetic = false
    else if (xml.name === si) this.texts.push(unescapeCell(this.#text))
  }
}
