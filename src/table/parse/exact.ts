/** Takes the binary dust off a product of decimals: 1.1 × 10,000 = 11,000, not 11,000.000000000002. */
export function exact(value: number): number {
  return Number(value.toPrecision(15))
}

/** value × 10^places as if moved in its decimal writing: 12.345 by −2 is the double nearest to 0.12345. */
export function shifted(value: number, places: number): number {
  const text = String(value)
  return text.includes('e') ? value * 10 ** places : Number(`${text}e${places}`)
}
