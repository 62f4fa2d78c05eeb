import { matchForm, trimBlanks } from './normalise.ts'
import type { Reading } from './reading.ts'
import { readText } from './text.ts'

/** Several words in one cell; kept as written, taken apart by `splitTags`. */
export const tags: Reading = {
  id: 'tags',
  type: 'text',
  read: readText,
  write: (value) => (value === null ? '' : String(value)),
}

/** Each of them parts two tags of one cell. */
export const tagSeparators = ';；,，、|｜\n'

const separators = new RegExp(`[${tagSeparators}]`)

/** VIP;老客户，大单、续约 → four tags, each once. */
export function splitTags(text: string): string[] {
  const known = new Set<string>()
  return text
    .split(separators)
    .map(trimBlanks)
    .filter((tag) => {
      const form = matchForm(tag)
      if (form === '' || known.has(form)) return false
      known.add(form)
      return true
    })
}
