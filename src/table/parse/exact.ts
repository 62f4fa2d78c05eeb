/** Takes the binary dust off a product of decimals: 1.1 × 10,000 = 11,000, not 11,000.000000000002. */
export function exact(value: number): number {
  return Number(value.toPrecision(15))
}

/** value × 10^places as if moved in its decimal writing: 12.345 by −2 is the double nearest to 0.12345. */
export function shifted(value: number, places: number): number {
  const text = String(value)
  return text.includes('e') ? value * 10 ** places : Number(`${text}e${places}`)
}

/** The decimal writing of value × 10^2: 0.12 → 12. Exact, however many digits. */
export function timesHundred(value: number): string {
  const text = String(value)
  if (text.includes('e')) return String(value * 100)
  const [whole = '', decimals = ''] = text.split('.')
  const digits = whole + decimals.padEnd(2, '0')
  const at = whole.length + 2
  const left = digits.slice(0, at).replace(/^(-?)0+(?=\d)/, '$1')
  return digits.length > at ? `${left}.${digits.slice(at)}` : left
}
