import { matchForm } from '../table/parse/normalise.ts'

type At = 'start' | 'end' | 'all' | undefined

/**
 * Whether a text holds the other one, compared as the search does: without case, width and blanks. With the wildcards of
 * spreadsheets: `*` any text, `?` one character, `~` before them for themselves.
 */
export function textTest(sought: string, at: At): (text: string) => boolean {
  const parts = partsOf(sought)
  const texts = parts.filter((part) => typeof part === 'string')
  if (texts.length < parts.length) return patternTest(parts, at)
  const needle = matchForm(texts.join(''))
  switch (at) {
    case undefined:
      return (text) => matchForm(text).includes(needle)
    case 'start':
      return (text) => matchForm(text).startsWith(needle)
    case 'end':
      return (text) => matchForm(text).endsWith(needle)
    case 'all':
      return (text) => matchForm(text) === needle
  }
}

type Part = string | { readonly wild: '*' | '?' }

/** Wildcards are the ASCII signs: a full-width question mark in a name is itself. */
function partsOf(sought: string): readonly Part[] {
  const parts: Part[] = []
  for (const [met, escaped] of sought.matchAll(/~([*?~])|\*+|\?|[^*?~]+|~/g)) {
    if (met.startsWith('*')) parts.push({ wild: '*' })
    else if (met === '?') parts.push({ wild: '?' })
    else parts.push(escaped ?? met)
  }
  return parts
}

function patternTest(parts: readonly Part[], at: At): (text: string) => boolean {
  const body = parts.map((part) =>
    typeof part === 'string'
      ? matchForm(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      : part.wild === '*'
        ? '.*'
        : '.',
  )
  const from = at === 'start' || at === 'all' ? '^' : ''
  const to = at === 'end' || at === 'all' ? '$' : ''
  const pattern = new RegExp(from + body.join('') + to, 'su')
  return (text) => pattern.test(matchForm(text))
}
