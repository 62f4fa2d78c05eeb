import { AppError } from '../../core/error.ts'
import { megabytes } from '../limits.ts'

/** Hears the elements of an XML text in their order. Names come as numbers, see `nameOf`. */
export interface XmlHandler {
  open(xml: XmlScanner): void
  close(xml: XmlScanner): void
  /** Text between tags while `xml.wanted`; in `literal` text, of CDATA, `&` stands for itself. */
  text(xml: XmlScanner, from: number, to: number, literal: boolean): void
}

const lessThan = 60
const moreThan = 62
const slash = 47
const colon = 58
const equals = 61
const quote = 34
const apostrophe = 39
const longest = 2 ** 22 // bytes of one text or tag; a cell of Excel holds 32,767 characters

const ofPrefix = 1 // where the sum of a prefixed attribute's name begins
const ofNamespace = 2

/**
 * The number that stands for a local name: its bytes summed up, so that tags are told apart without making strings.
 * Prefixes of elements are dropped; the attribute r:id is `prefixedName('id')`.
 */
export const nameOf = (name: string) => sumOf(name, 0)
export const prefixedName = (name: string) => sumOf(name, ofPrefix)
const xmlns = nameOf('xmlns')

function sumOf(name: string, start: number): number {
  let sum = start
  for (let i = 0; i < name.length; i++) sum = (sum * 31 + name.charCodeAt(i)) | 0
  return sum
}

/**
 * Walks UTF-8 bytes of XML piece by piece. Comments, instructions and document types are passed over, so that no entity
 * is ever defined. Nothing is kept but a text or tag that is cut by the end of a piece: depth costs nothing.
 */
export class XmlScanner {
  readonly #handler: XmlHandler
  #held = new Uint8Array(1024)
  #heldLength = 0
  #attributesAt = 0
  #attributesTo = 0

  /** The bytes that `from` and `to` of texts and attributes count in, valid until the handler returns. */
  bytes: Uint8Array = new Uint8Array()
  name = 0
  attribute = 0
  valueFrom = 0
  valueTo = 0
  wanted = false

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  /** Throws `file.tooLarge` for a text or tag that no sheet has. */
  push(piece: Uint8Array) {
    let bytes = piece
    const length = this.#heldLength + piece.length
    if (this.#heldLength > 0) {
      if (length > this.#held.length) {
        const wider = new Uint8Array(length * 2)
        wider.set(this.#held.subarray(0, this.#heldLength))
        this.#held = wider
      }
      this.#held.set(piece, this.#heldLength)
      bytes = this.#held.subarray(0, length)
    }
    this.bytes = bytes
    const rest = bytes.subarray(this.#scan(bytes))
    if (rest.length > longest)
      throw new AppError('file.tooLarge', { what: `> ${megabytes(longest)}` })
    if (rest.length > this.#held.length) this.#held = new Uint8Array(rest.length * 2)
    this.#held.set(rest)
    this.#heldLength = rest.length
  }

  /** Reads the next attribute of the tag that is open; false = there is none. */
  nextAttribute(): boolean {
    const { bytes } = this
    const end = this.#attributesTo
    let p = this.#attributesAt
    while (p < end && (bytes[p] as number) <= 32) p++
    let sum = 0
    for (; p < end; p++) {
      const byte = bytes[p] as number
      if (byte === equals || byte <= 32) break
      sum = byte === colon ? (sum === xmlns ? ofNamespace : ofPrefix) : (sum * 31 + byte) | 0
    }
    while (p < end && bytes[p] !== equals) p++
    while (p < end && bytes[p] !== quote && bytes[p] !== apostrophe) p++
    if (p >= end) return false
    const mark = bytes[p] as number
    const from = p + 1
    for (p = from; p < end && bytes[p] !== mark;) p++
    this.attribute = sum
    this.valueFrom = from
    this.valueTo = p
    this.#attributesAt = p + 1
    return true
  }

  /** Gives the place from which on nothing was taken. */
  #scan(bytes: Uint8Array): number {
    const { length } = bytes
    let p = 0
    for (;;) {
      let open = p
      while (open < length && bytes[open] !== lessThan) open++
      if (open >= length) return p
      const first = bytes[open + 1]
      if (first === 33 || first === 63) {
        const end = specialEnd(bytes, open)
        if (end < 0) return p
        if (this.wanted && open > p) this.#handler.text(this, p, open, false)
        if (this.wanted && bytes[open + 2] === 91) this.#handler.text(this, open + 9, end - 3, true)
        p = end
        continue
      }
      const closing = first === slash
      let q = closing ? open + 2 : open + 1
      let sum = 0
      for (; q < length; q++) {
        const byte = bytes[q] as number
        if (byte === moreThan || byte === slash || byte <= 32) break
        sum = byte === colon ? 0 : (sum * 31 + byte) | 0
      }
      this.#attributesAt = q
      for (; q < length && bytes[q] !== moreThan; q++) {
        const mark = bytes[q]
        if (mark === quote || mark === apostrophe) for (q++; q < length && bytes[q] !== mark;) q++
      }
      if (q >= length) return p
      if (this.wanted && open > p) this.#handler.text(this, p, open, false)
      this.name = sum
      if (closing) this.#handler.close(this)
      else {
        this.#attributesTo = q
        this.#handler.open(this)
        if (bytes[q - 1] === slash) this.#handler.close(this)
      }
      p = q + 1
    }
  }
}

/** The end of a comment, CDATA, instruction or document type that begins at `from`; −1 = not there yet. */
function specialEnd(bytes: Uint8Array, from: number): number {
  if (bytes[from + 1] === 63) return after(bytes, from + 2, '?>')
  if (bytes.length < from + 9) return -1
  if (bytes[from + 2] === 91) return after(bytes, from + 9, ']]>')
  if (bytes[from + 2] === 45) return after(bytes, from + 4, '-->')
  let depth = 0 // of the brackets of a document type, whose declarations have `>` too
  for (let p = from; p < bytes.length; p++) {
    const byte = bytes[p]
    if (byte === quote || byte === apostrophe) for (p++; p < bytes.length && bytes[p] !== byte;) p++
    else if (byte === 91) depth++
    else if (byte === 93) depth--
    else if (byte === moreThan && depth <= 0) return p + 1
  }
  return -1
}

function after(bytes: Uint8Array, from: number, end: string): number {
  const last = end.charCodeAt(end.length - 1)
  for (let p = bytes.indexOf(last, from); p >= 0; p = bytes.indexOf(last, p + 1)) {
    const start = p - end.length + 1
    if (start < from) continue
    let i = 0
    while (i < end.length - 1 && bytes[start + i] === end.charCodeAt(i)) i++
    if (i === end.length - 1) return p + 1
  }
  return -1
}
