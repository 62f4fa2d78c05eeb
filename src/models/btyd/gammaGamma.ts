import type { Steps } from '../../core/steps.ts'
import { digamma, logGamma } from '../../math/logGamma.ts'
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
 * Minus the mean log-likelihood over ln p, ln q, ln v (ibid., eq. 1a): ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q·ln v +
 * (px−1)·ln m + px·ln x − (px+q)·ln(xm+v). What depends on x alone is worked out once per different x.
 */
export function gammaGammaObjective({ frequency, monetary }: Spending): Objective {
  const n = frequency.length
  const { groups, sizes, group } = byFrequency(frequency)
  const logMoney = monetary.map(Math.log)
  const total = monetary.map((money, i) => money * (frequency[i] as number))
  const moneyPerGroup = new Float64Array(groups.length)
  let logsOfMoney = 0
  for (let i = 0; i < n; i++) {
    const g = group[i] as number
    moneyPerGroup[g] = (moneyPerGroup[g] as number) + (logMoney[i] as number)
    logsOfMoney += logMoney[i] as number
  }
  const sums = new Float64Array(groups.length) // Σ ln(xm + v)
  return (at, gradient) => {
    const [p, q, v] = [...at].map(Math.exp) as [number, number, number]
    sums.fill(0)
    let byV = (n * q) / v
    for (let i = 0; i < n; i++) {
      const g = group[i] as number
      const all = (total[i] as number) + v
      sums[g] = (sums[g] as number) + Math.log(all)
      byV -= (p * (frequency[i] as number) + q) / all
    }
    let value = n * (q * Math.log(v) - logGamma(q)) - logsOfMoney
    let byP = 0
    let byQ = n * (Math.log(v) - digamma(q))
    groups.forEach((x, g) => {
      const px = p * x
      const size = sizes[g] as number
      const logs = sums[g] as number
      const money = moneyPerGroup[g] as number
      const rise = digamma(px + q)
      value +=
        size * (logGamma(px + q) - logGamma(px) + px * Math.log(x)) + px * money - (px + q) * logs
      byP += x * (size * (rise - digamma(px) + Math.log(x)) + money - logs)
      byQ += size * rise - logs
    })
    gradient[0] = (-byP * p) / n
    gradient[1] = (-byQ * q) / n
    gradient[2] = (-byV * v) / n
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
