import type { Steps } from '../../core/steps.ts'
import type { Objective } from '../../math/minimise.ts'
import { type Fit, fitted } from './fit.ts'
import type { Patterns } from './patterns.ts'
import { rising } from './rising.ts'

/** Purchases at a rate that is Gamma(shape r, rate alpha) over customers; nobody ever leaves. */
export interface Nbd {
  readonly r: number
  readonly alpha: number
}

/** ln L = Σ ln Γ(r + x) − ln Γ(r) + r·ln α − (r + x)·ln(α + T) (Ehrenberg 1959; BG/NBD where nobody drops out). */
export function fitNbd(patterns: Patterns): Steps<Fit<Nbd>> {
  return fitted(nbdObjective(patterns), patterns.customers, startOf(patterns), ['r'])
}

function startOf({ frequency, age, weight }: Patterns): Nbd {
  let time = 0
  let purchases = 0
  for (let i = 0; i < frequency.length; i++) {
    time += (weight[i] as number) * (age[i] as number)
    purchases += (weight[i] as number) * (frequency[i] as number)
  }
  return { r: 1, alpha: time > 0 && purchases > 0 ? time / purchases : 1 }
}

/** Minus the mean log-likelihood over ln r, ln α. */
export function nbdObjective(patterns: Patterns): Objective {
  const { frequency, ageAt, weight, times, above, customers } = patterns
  const ending = new Float64Array(times.length) // customers by age
  const bought = new Float64Array(times.length) // their purchases
  for (let i = 0; i < frequency.length; i++) {
    const at = ageAt[i] as number
    ending[at] = (ending[at] as number) + (weight[i] as number)
    bought[at] = (bought[at] as number) + (weight[i] as number) * (frequency[i] as number)
  }
  return (at, gradient) => {
    const r = Math.exp(at[0] as number)
    const alpha = Math.exp(at[1] as number)
    const counts = rising(above, r, alpha)
    let { value, slope: byR } = counts
    let byAlpha = (customers * r) / alpha
    for (let i = 0; i < times.length; i++) {
      const end = alpha + (times[i] as number)
      const shape = (ending[i] as number) * r + (bought[i] as number)
      if (shape === 0) continue
      const log = Math.log1p((times[i] as number) / alpha)
      value -= shape * log
      byR -= (ending[i] as number) * log
      byAlpha -= shape / end
    }
    gradient[0] = (-byR * r) / customers
    gradient[1] = (-byAlpha * alpha) / customers
    return -value / customers
  }
}

/** Purchases expected in the next `ahead` of a customer who bought x times in T. */
export function nbdExpected({ r, alpha }: Nbd, x: number, age: number, ahead: number): number {
  return ((r + x) / (alpha + age)) * ahead
}

/** Where fits that know of leaving start: the same mean rate, but not from an edge. */
export function startFrom({ r, alpha }: Nbd): Nbd {
  const kept = Math.min(20, Math.max(0.02, r))
  return { r: kept, alpha: (alpha * kept) / r }
}
