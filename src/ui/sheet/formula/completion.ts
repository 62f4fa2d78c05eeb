import { initials } from '../../../i18n/initials.ts'

/** A column or function that can stand in a formula. */
export interface Part {
  readonly kind: 'column' | 'function'
  readonly name: string
  readonly about: string // one line; '' = nothing to say
}

/** What is being typed before the caret. */
export interface Typed {
  readonly from: number
  readonly to: number // replaced up to here, exclusive
  readonly text: string
  readonly isColumn: boolean // after an opening bracket
}

const opening = '[【［'
const closing = ']】］'
const quotes = '"“”＂„'
const most = 8

/** null = there is nothing to complete: inside a text, after a number, after a sign. */
export function typedAt(text: string, caret: number): Typed | null {
  let bracket = -1
  let isQuoted = false
  for (let at = 0; at < caret; at++) {
    const char = text[at] ?? ''
    if (bracket < 0 && quotes.includes(char)) isQuoted = !isQuoted
    else if (!isQuoted && bracket < 0 && opening.includes(char)) bracket = at
    else if (bracket >= 0 && closing.includes(char)) bracket = -1
  }
  if (isQuoted) return null
  if (bracket >= 0) {
    const rest = /^[^[\]【】［］]*[\]】］]/u.exec(text.slice(caret))?.[0].length ?? 0
    return { from: bracket, to: caret + rest, text: text.slice(bracket + 1, caret), isColumn: true }
  }
  const word = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, caret))?.[0]
  if (word === undefined) return null
  const before = text[caret - word.length - 1] ?? ''
  if (/[\p{N}\]】］]/u.test(before)) return null
  return { from: caret - word.length, to: caret, text: word, isColumn: false }
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().trim()

/** How well a name fits what was typed: 0 = it begins with it, 1 = its initials do, 2 = holds it; null = not at all. */
function fit(name: string, sought: string): number | null {
  if (sought === '') return 0
  const own = folded(name)
  if (own.startsWith(sought)) return 0
  const first = initials(own)
  if (first.startsWith(sought)) return 1
  if (/^[a-z]$/u.test(sought)) return null // one letter stands in too many names
  return own.includes(sought) || first.includes(sought) ? 2 : null
}

/** The parts that fit, the best first; a word that is complete needs no help. */
export function suggestions(typed: Typed | null, parts: readonly Part[]): readonly Part[] {
  if (!typed) return []
  const sought = folded(typed.text)
  return found(
    sought,
    typed.isColumn ? parts.filter(({ kind }) => kind === 'column') : parts,
  ).slice(0, most)
}

export function found(sought: string, parts: readonly Part[]): readonly Part[] {
  return parts
    .map((part, place) => ({ part, place, how: fit(part.name, folded(sought)) }))
    .filter((one): one is typeof one & { readonly how: number } => one.how !== null)
    .sort((a, b) => a.how - b.how || a.place - b.place)
    .map(({ part }) => part)
}

/** The text with a part in place of what was typed, and where the caret then stands. */
export function completed(
  text: string,
  { from, to }: Pick<Typed, 'from' | 'to'>,
  part: Part,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, from)
  const after = text.slice(to)
  const written =
    part.kind === 'column'
      ? `[${part.name.replaceAll(']', ']]')}]`
      : after.startsWith('(')
        ? part.name
        : `${part.name}()`
  const inside = part.kind === 'function' && written.endsWith(')')
  const start = before.trim() === '' && !before.includes('=') ? '=' : ''
  const caret = from + start.length + written.length - Number(inside)
  return { text: before + start + written + after, caret }
}
