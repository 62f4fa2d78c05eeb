import { AppError } from '../../core/error.ts'

const deepest = 256
const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
const word = /true|false|null/y

/**
 * Walks a JSON text (RFC 8259) without making objects: no key becomes a property, and numbers keep the digits that
 * JSON.parse would round away. Throws `file.notJson` with the line where it ends to be JSON.
 */
export class JsonCursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
  }

  /** The next character that is no blank, '' at the end. */
  peek(): string {
    const { text } = this
    let code = text.charCodeAt(this.at)
    while (code === 32 || code === 10 || code === 13 || code === 9)
      code = text.charCodeAt(++this.at)
    return text.charAt(this.at)
  }

  enter(open: '[' | '{') {
    if (this.peek() !== open) this.fail()
    this.at++
  }

  /** Whether another item follows in the list that was entered; steps over the comma, or out of the list. */
  next(close: ']' | '}', first: boolean): boolean {
    const found = this.peek()
    if (found === close) {
      this.at++
      return false
    }
    if (first) return true
    if (found !== ',') this.fail()
    this.at++
    if (this.peek() === close) this.fail()
    return true
  }

  /** The key of a pair, colon included. */
  key(): string {
    if (this.peek() !== '"') this.fail()
    const key = this.#string()
    if (this.peek() !== ':') this.fail()
    this.at++
    return key
  }

  /** A text, number or word; whole numbers of more digits than a number holds stay a text. */
  scalar(): string | number | boolean | null {
    if (this.peek() === '"') return this.#string()
    const digits = this.#match(number)
    if (digits !== null) {
      const value = Number(digits)
      return /^-?\d{16,}$/.test(digits) && !Number.isSafeInteger(value) ? digits : value
    }
    const found = this.#match(word)
    if (found === null) this.fail()
    return found === 'null' ? null : found === 'true'
  }

  /** Steps over a value of any kind and gives it as it is written. */
  skip(): string {
    const first = this.peek()
    const from = this.at
    if (first !== '{' && first !== '[') this.scalar()
    else {
      const closes: string[] = []
      do {
        const character = this.peek()
        if (character === '"') this.#string()
        else {
          if (character === '') this.fail()
          if (character === '{') closes.push('}')
          else if (character === '[') closes.push(']')
          else if ((character === '}' || character === ']') && closes.pop() !== character)
            this.fail()
          if (closes.length > deepest) this.fail()
          this.at++
        }
      } while (closes.length > 0)
    }
    return this.text.slice(from, this.at)
  }

  #string(): string {
    const from = this.at
    let end = this.text.indexOf('"', from + 1)
    let escaped = false
    for (; end >= 0; end = this.text.indexOf('"', end + 1)) {
      let slashes = 0
      while (this.text.charCodeAt(end - 1 - slashes) === 92) slashes++
      if (slashes % 2 === 0) break
      escaped = true
    }
    if (end < 0) this.fail()
    this.at = end + 1
    const raw = this.text.slice(from + 1, end)
    if (!escaped && !raw.includes('\\')) return raw
    try {
      return JSON.parse(`"${raw.replace(/[\n\r\t]/g, escapeBlank)}"`) as string
    } catch {
      return this.fail()
    }
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0] ?? null
    if (found !== null) this.at += found.length
    return found
  }

  fail(): never {
    const line = this.text.slice(0, this.at).split('\n').length
    throw new AppError('file.notJson', { line })
  }
}

/** Line breaks inside texts are no JSON, but are written. */
const escapeBlank = (blank: string) => (blank === '\n' ? '\\n' : blank === '\r' ? '\\r' : '\\t')
