import type { Steps } from '../../core/steps.ts'
import { digamma, logBeta } from '../../math/logGamma.ts'
import type { Objective } from '../../math/minimise.ts'
import { type Fit, fitted } from './fit.ts'

/**
 * Gamma-Gamma (Fader & Hardie 2013, brucehardie.com/notes/025): a purchase is Gamma(shape p) about the customer's own mean,
 * which is inverse-Gamma(q, v) over customers and has nothing to do with how often they buy.
 */
export interface GammaGamma {
  readonly p: number
  readonly q: number
  readonly v: number // in the unit of the money
}

/** Customers with a repeat purchase and money: how many repeat purchases, and their mean. */
export interface Spending {
  readonly frequency: Float64Array
  readonly monetary: Float64Array
}

export function spendingOf(frequency: Float64Array, monetary: Float64Array): Spending {
  const fits = (row: number) =>
    (frequency[row] as number) > 0 &&
    (monetary[row] as number) > 0 &&
    (monetary[row] as number) < Infinity
  const rows: number[] = []
  for (let row = 0; row < frequency.length; row++) if (fits(row)) rows.push(row)
  return {
    frequency: Float64Array.from(rows, (row) => frequency[row] as number),
    monetary: Float64Array.from(rows, (row) => monetary[row] as number),
  }
}

export function fitGammaGamma(spending: Spending): Steps<Fit<GammaGamma>> {
  const { monetary } = spending
  const mean = monetary.reduce((sum, each) => sum + each, 0) / monetary.length
  return fitted(gammaGammaObjective(spending), monetary.length, { p: 2, q: 3, v: mean }, ['p', 'q'])
}

/**
 * Minus the mean log-likelihood over ln p, ln q, ln v: −ln B(px, q) − q·ln(1 + xm/v) − px·ln(1 + v/(xm)) − ln m, which is
 * eq. 1a (ibid.) without differences of large numbers. What depends on x alone is worked out once per different x.
 */
export function gammaGammaObjective({ frequency, monetary }: Spending): Objective {
  const n = frequency.length
  const { groups, sizes, group } = byFrequency(frequency)
  const totals = monetary.map((money, i) => money * (frequency[i] as number))
  const logsOfMoney = monetary.reduce((sum, money) => sum + Math.log(money), 0)
  const above = new Float64Array(groups.length) // Σ ln(1 + xm/v)
  const below = new Float64Array(groups.length) // Σ ln(1 + v/(xm))
  const shares = new Float64Array(groups.length) // Σ v/(xm + v)
  return (at, gradient) => {
    const [p, q, v] = [...at].map(Math.exp) as [number, number, number]
    for (const sums of [above, below, shares]) sums.fill(0)
    for (let i = 0; i < n; i++) {
      const g = group[i] as number
      const total = totals[i] as number
      above[g] = (above[g] as number) + Math.log1p(total / v)
      below[g] = (below[g] as number) + Math.log1p(v / total)
      shares[g] = (shares[g] as number) + v / (total + v)
    }
    let value = -logsOfMoney
    let byP = 0
    let byQ = -n * digamma(q)
    let byLogV = n * q
    groups.forEach((x, g) => {
      const px = p * x
      const size = sizes[g] as number
      const rise = digamma(px + q)
      const [up, down] = [above[g] as number, below[g] as number]
      value -= size * logBeta(px, q) + q * up + px * down
      byP += x * (size * (rise - digamma(px)) - down)
      byQ += size * rise - up
      byLogV -= (px + q) * (shares[g] as number)
    })
    gradient[0] = (-byP * p) / n
    gradient[1] = (-byQ * q) / n
    gradient[2] = -byLogV / n
    return -value / n
  }
}

/** Different frequencies, how many customers have each, and each customer's place among them. */
function byFrequency(frequency: Float64Array) {
  const places = new Map<number, number>()
  const groups: number[] = []
  const sizes: number[] = []
  const group = Uint32Array.from(frequency, (x) => {
    let at = places.get(x)
    if (at === undefined) {
      at = groups.push(x) - 1
      sizes.push(0)
      places.set(x, at)
    }
    sizes[at] = (sizes[at] ?? 0) + 1
    return at
  })
  return { groups, sizes, group }
}

/** Mean over all customers; ∞ where q ≤ 1. */
export function meanSpend({ p, q, v }: GammaGamma): number {
  return q > 1 ? (p * v) / (q - 1) : Infinity
}

/** Expected spend per purchase after x repeat purchases of mean m (ibid., eq. 5); the mean of all where x = 0. */
export function expectedSpend(model: GammaGamma, x: number, monetary: number): number {
  if (x === 0) return meanSpend(model)
  const { p, q, v } = model
  return (p * (v + x * monetary)) / (p * x + q - 1)
}
