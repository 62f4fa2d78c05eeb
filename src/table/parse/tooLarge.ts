import { plain, withoutTextQuote } from './normalise.ts'
import { quantity } from './quantity.ts'

/** The largest number that a column holds. Beyond, a double loses whole digits, and who writes so many means a code. */
const largest = 1e15

export const isTooLarge = (value: unknown): boolean =>
  typeof value === 'number' && Math.abs(value) > largest

/** Whether that is why a text was refused. */
export function saysTooLarge(text: string, decimal: '.' | ','): boolean {
  return isTooLarge(quantity(plain(withoutTextQuote(text)), decimal)?.value)
}
