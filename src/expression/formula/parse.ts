import type { Node } from './formula.ts'
import { FormulaError } from './problem.ts'
import { narrow, type Token, tokensOf } from './tokens.ts'

/** How strongly operators bind, as in Excel: % over ^ over × ÷ over + − over & over comparisons; all from the left. */
const binding: ReadonlyMap<string, number> = new Map([
  ...['=', '<>', '<', '<=', '>', '>='].map((sign) => [sign, 1] as const),
  ['&', 2],
  ['+', 3],
  ['-', 3],
  ['*', 4],
  ['/', 4],
  ['^', 5],
])
const unary = 5 // above ^ too: −2^2 is 4

export const longestFormula = 4000
const deepest = 60 // brackets; Excel takes 64
const deepestTree = 250

/** A formula's tree. Throws `FormulaError` with the place. */
export function parse(text: string): Node {
  if (text.length > longestFormula)
    throw new FormulaError(
      'formula.tooLong',
      { from: longestFormula, to: text.length },
      { limit: longestFormula },
    )
  const tokens = tokensOf(text)
  if (tokens.length === 0) throw new FormulaError('formula.empty', { from: 0, to: text.length })
  const node = new Parser(tokens, text.length).whole()
  if (depthOf(node) > deepestTree)
    throw new FormulaError('formula.tooDeep', node, { limit: deepestTree })
  return node
}

/** Also of a long sum, whose terms hang below one another: what walks the tree calls itself as often. */
function depthOf(node: Node): number {
  let deepest = 0
  const open: (readonly [Node, number])[] = [[node, 1]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [one, depth] = next
    deepest = Math.max(deepest, depth)
    if (one.kind === 'call') for (const of of one.of) open.push([of, depth + 1])
  }
  return deepest
}

class Parser {
  readonly #tokens: readonly Token[]
  readonly #end: number
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens
    this.#end = end
  }

  whole(): Node {
    const node = this.#expression(0)
    const rest = this.#tokens[this.#at]
    if (!rest) return node
    if (isSign(rest, ')')) throw new FormulaError('formula.strayBracket', rest)
    if (isSign(rest, ',')) throw new FormulaError('formula.strayMark', rest, { mark: ',' })
    throw new FormulaError('formula.missingOperator', rest)
  }

  #expression(least: number): Node {
    let left = this.#operand()
    for (;;) {
      const token = this.#tokens[this.#at]
      if (token?.kind !== 'sign') break
      if (token.sign === '%') {
        this.#at++
        left = { kind: 'call', name: '%', of: [left], from: left.from, to: token.to }
        continue
      }
      const strength = binding.get(token.sign)
      if (strength === undefined || strength <= least) break
      this.#at++
      const right = this.#expression(strength)
      left = { kind: 'call', name: token.sign, of: [left, right], from: left.from, to: right.to }
    }
    return left
  }

  #operand(): Node {
    const token = this.#tokens[this.#at]
    if (!token) return this.#nothing()
    this.#at++
    const { from } = token
    switch (token.kind) {
      case 'number':
      case 'text':
      case 'column':
        return token
      case 'word':
        return this.#word(token)
      case 'sign':
    }
    if (token.sign === '-' || token.sign === '+') {
      const of = this.#within(() => this.#expression(unary), token)
      return token.sign === '+' ? of : { kind: 'call', name: 'negative', of: [of], from, to: of.to }
    }
    if (token.sign === '(') {
      const inner = this.#within(() => this.#expression(0), token)
      return { ...inner, from, to: this.#close(token) }
    }
    this.#at--
    return this.#nothing()
  }

  #word(token: Token & { kind: 'word' }): Node {
    const { name, from, to } = token
    const next = this.#tokens[this.#at]
    if (!next || !isSign(next, '(')) {
      const upper = narrow(name).toUpperCase()
      if (upper === 'TRUE' || upper === 'FALSE')
        return { kind: 'boolean', value: upper === 'TRUE', from, to }
      return { kind: 'column', name, from, to }
    }
    this.#at++
    const of: Node[] = []
    const after = this.#tokens[this.#at]
    if (after && isSign(after, ')')) this.#at++
    else
      for (;;) {
        of.push(this.#within(() => this.#expression(0), next))
        const sign = this.#tokens[this.#at]
        if (sign && isSign(sign, ',')) this.#at++
        else {
          this.#close(next)
          break
        }
      }
    const last = this.#tokens[this.#at - 1]?.to ?? this.#end
    return { kind: 'call', name: narrow(name).toUpperCase(), of, from, to: last }
  }

  /** The place after the bracket that closes. */
  #close(open: Token): number {
    const token = this.#tokens[this.#at++]
    if (token && isSign(token, ')')) return token.to
    if (!token) throw new FormulaError('formula.unclosedBracket', open)
    if (isSign(token, ',')) throw new FormulaError('formula.strayMark', token, { mark: ',' })
    throw new FormulaError('formula.missingOperator', token)
  }

  #nothing(): never {
    const before = this.#tokens[this.#at - 1]
    const token = this.#tokens[this.#at]
    const place = token ?? { from: before?.to ?? 0, to: this.#end }
    throw new FormulaError('formula.missingValue', place)
  }

  #within(read: () => Node, { from, to }: Token): Node {
    if (++this.#depth > deepest)
      throw new FormulaError('formula.tooDeep', { from, to }, { limit: deepest })
    const node = read()
    this.#depth--
    return node
  }
}

const isSign = (token: Token, sign: string) => token.kind === 'sign' && token.sign === sign
