/**
 * What remains after so many days: 2^(−days ÷ half-life), 1 for days to come; NaN in, NaN out. Written as a power of e, step by
 * step as workbooks and databases are given it, so that they agree to the last bit where their e^x does.
 */
export function decayOf(days: number, halfLife: number): number {
  const power = -Math.LN2 * (days / halfLife)
  return Math.exp(power > 0 ? 0 : power < -700 ? -700 : power)
}
