/** What was typed into a number field; full-width digits and signs of Chinese input, thousands commas. null = no number. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/^−/, '-').replace(/。/g, '.')
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  return Number(plain)
}
