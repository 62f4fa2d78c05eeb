import type { Reading } from './reading.ts'
import { readText } from './text.ts'

/** Numbers that only name something: customer numbers, zips. Texts; zeros in front stay. */
export const code: Reading = {
  id: 'code',
  type: 'text',
  read: readText,
  write: (value) => (value === null ? '' : String(value)),
}
