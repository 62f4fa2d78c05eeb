import { takeCurrency } from './currency.ts'
import { plain } from './normalise.ts'

const aNumber = /^[^\d]*[\d.,]+\s*(?:[万亿千kKmM]\s*)?/

/** The currency that a text names before or after its number. */
export function currencyIn(text: string): string | null {
  const form = plain(text)
  if (!/\d/.test(form)) return null
  return (
    (takeCurrency(form, 'before') ?? takeCurrency(form.replace(aNumber, ''), 'after'))?.code ?? null
  )
}
