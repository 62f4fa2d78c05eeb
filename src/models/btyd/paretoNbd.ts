import type { Steps } from '../../core/steps.ts'
import type { Objective } from '../../math/minimise.ts'
import { type Fit, fitted } from './fit.ts'
import { type Nbd, startFrom } from './nbd.ts'
import { Departure, type ParetoNbd } from './paretoDeparture.ts'
import type { Patterns } from './patterns.ts'
import { rising } from './rising.ts'

export type { ParetoNbd }

/** Starts from the fit without dropout, `nbd`. */
export function fitParetoNbd(patterns: Patterns, nbd: Fit<Nbd>): Steps<Fit<ParetoNbd>> {
  const start = { ...startFrom(nbd.parameters), s: 0.5, beta: longest(patterns) }
  return fitted(paretoNbdObjective(patterns), patterns.customers, start, ['r', 's'])
}

function longest({ age }: Patterns): number {
  return age.reduce((most, each) => Math.max(most, each), 0) || 1
}

/**
 * Minus the mean log-likelihood over ln r, ln α, ln s, ln β: Γ(r+x)/Γ(r) · α^r β^s · { (α+T)^−(r+x) (β+T)^−s + s·∫ₜᵀ
 * (α+u)^−(r+x) (β+u)^−(s+1) du } (Fader & Hardie 2005, "A note on deriving the Pareto/NBD model", eq. 14 to 18).
 */
export function paretoNbdObjective(patterns: Patterns): Objective {
  const { size, frequency, recency, age, weight, above, customers } = patterns
  return (at, gradient) => {
    const [r, alpha, s, beta] = [...at].map(Math.exp) as [number, number, number, number]
    const departure = new Departure({ r, alpha, s, beta })
    const rate = rising(above, r, alpha)
    let { value, slope: byR } = rate
    let byAlpha = (customers * r) / alpha
    let byS = 0
    let byBeta = (customers * s) / beta
    for (let i = 0; i < size; i++) {
      const w = weight[i] as number
      departure.of(frequency[i] as number, recency[i] as number, age[i] as number)
      value += w * departure.log
      byR += w * departure.byR
      byAlpha += w * departure.byAlpha
      byS += w * departure.byS
      byBeta += w * departure.byBeta
    }
    gradient[0] = (-byR * r) / customers
    gradient[1] = (-byAlpha * alpha) / customers
    gradient[2] = (-byS * s) / customers
    gradient[3] = (-byBeta * beta) / customers
    return -value / customers
  }
}

/** P(alive) after x repeat purchases, the last at `recency`, seen until `age`. */
export function paretoNbdAlive(model: ParetoNbd, x: number, recency: number, age: number): number {
  const departure = new Departure(model)
  departure.of(x, recency, age)
  return departure.alive
}

/** Purchases expected in the next `ahead` (Schmittlein, Morrison & Colombo 1987, eq. 22). */
export function paretoNbdExpected(
  model: ParetoNbd,
  x: number,
  recency: number,
  age: number,
  ahead: number,
): number {
  return paretoNbdAlive(model, x, recency, age) * paretoNbdWhileAlive(model, x, age, ahead)
}

/** E[X(t)] of a customer who has just bought for the first time (ibid., eq. 17). */
export function paretoNbdExpectedOfNew(model: ParetoNbd, time: number): number {
  return paretoNbdWhileAlive(model, 0, 0, time)
}

/** The same for a customer who is alive: (r+x)/(α+T) · (β+T) · [1 − ((β+T)/(β+T+t))^(s−1)]/(s − 1), which is a logarithm at s = 1. */
export function paretoNbdWhileAlive(
  { r, alpha, s, beta }: ParetoNbd,
  x: number,
  age: number,
  ahead: number,
): number {
  const room = Math.log1p(ahead / (beta + age))
  const stays = Math.abs(s - 1) * room < 1e-12 ? room : -Math.expm1(-(s - 1) * room) / (s - 1)
  return ((r + x) / (alpha + age)) * (beta + age) * stays
}
