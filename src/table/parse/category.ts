import type { Reading } from './reading.ts'
import { readText } from './text.ts'

/** One of a few words: region, industry, owner. A new word is a new category. */
export const category: Reading = {
  id: 'category',
  type: 'category',
  read: readText,
  write: (value) => (value === null ? '' : String(value)),
}
