import { FormulaError, type Span } from './problem.ts'

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'column'; readonly name: string } // in brackets
    | { readonly kind: 'word'; readonly name: string } // a function, TRUE, or a column without brackets
    | { readonly kind: 'sign'; readonly sign: Sign }
  )

export const signs = '+ - * / ^ % & = <> < <= > >= ( ) ,'.split(' ')
export type Sign = string

/** What Chinese input gives instead of a sign, and signs that people know from school. */
const others = new Map(
  Object.entries({
    '（': '(',
    '）': ')',
    '，': ',',
    '、': ',',
    ';': ',',
    '；': ',',
    '＋': '+',
    '－': '-',
    '−': '-',
    '＊': '*',
    '×': '*',
    '／': '/',
    '÷': '/',
    '＾': '^',
    '％': '%',
    '＆': '&',
    '＝': '=',
    '＜': '<',
    '《': '<',
    '＞': '>',
    '》': '>',
    '≠': '<>',
    '≤': '<=',
    '≥': '>=',
  }),
)
const quotes = '"“”＂„'
const opening = '[【［'
const closing = ']】］'

/** Full-width letters, digits and points as ASCII: one unit for one, so that places stay. */
export const narrow = (text: string) =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ．＿]/gu, (char) =>
    String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  )

/** The tokens of a formula; a leading `=` is none of them. Throws `FormulaError`. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = /^\s*[=＝]?/u.exec(text)?.[0].length ?? 0
  while (at < text.length) {
    const char = text[at] ?? ''
    if (/\s/u.test(char)) at++
    else {
      const token = tokenAt(text, at)
      tokens.push(token)
      at = token.to
    }
  }
  return tokens
}

function tokenAt(text: string, from: number): Token {
  const char = text[from] ?? ''
  if (quotes.includes(char)) return quoted(text, from)
  if (opening.includes(char)) return bracketed(text, from)
  const number = /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/u.exec(
    narrow(text.slice(from, from + 400)),
  )
  if (number) {
    const value = Number(number[0])
    const to = from + number[0].length
    if (!Number.isFinite(value))
      throw new FormulaError('formula.strayMark', { from, to }, { mark: number[0] })
    return { kind: 'number', value, from, to }
  }
  const word = /^[\p{L}_][\p{L}\p{N}\p{M}_.·]*/u.exec(text.slice(from))
  if (word) return { kind: 'word', name: word[0], from, to: from + word[0].length }
  return signAt(text, from)
}

function signAt(text: string, from: number): Token {
  const one = (at: number) => others.get(text[at] ?? '') ?? text[at] ?? ''
  let [sign, to] = [one(from), from + 1]
  if (sign === '<' || sign === '>') {
    while (/\s/u.test(text[to] ?? '')) to++
    const next = sign + one(to)
    if (signs.includes(next)) [sign, to] = [next, to + 1]
    else to = from + 1
  }
  if (signs.includes(sign)) return { kind: 'sign', sign, from, to }
  if (closing.includes(sign)) throw new FormulaError('formula.strayBracket', { from, to })
  const mark = String.fromCodePoint(text.codePointAt(from) ?? 0)
  throw new FormulaError('formula.strayMark', { from, to: from + mark.length }, { mark })
}

/** A quote within a text is doubled. What began with a Chinese quote may end with any. */
function quoted(text: string, from: number): Token {
  const closes = text[from] === '"' ? '"' : quotes
  let value = ''
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at] ?? ''
    if (!closes.includes(char)) value += char
    else if (char === '"' && text[at + 1] === '"') {
      value += char
      at++
    } else return { kind: 'text', value, from, to: at + 1 }
  }
  throw new FormulaError('formula.unclosedText', { from, to: text.length })
}

/** A closing bracket within a name is doubled: `[a]]b]` is the column `a]b`. */
function bracketed(text: string, from: number): Token {
  const close = closing[opening.indexOf(text[from] ?? '')] ?? ']'
  let name = ''
  for (let at = from + 1; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char !== close && char !== ']') name += char
    else if (text[at + 1] === char) {
      name += char
      at++
    } else return { kind: 'column', name, from, to: at + 1 }
  }
  throw new FormulaError('formula.unclosedName', { from, to: text.length })
}

/** A column's name or id between brackets. */
export const inBrackets = (name: string): string => `[${name.replaceAll(']', ']]')}]`
