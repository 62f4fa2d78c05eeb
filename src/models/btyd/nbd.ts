import type { Steps } from '../../core/steps.ts'
import { minimise, type Objective } from '../../math/minimise.ts'
import type { Fit } from './fit.ts'
import type { Patterns } from './patterns.ts'
import { rising } from './rising.ts'

/** Purchases at a rate that is Gamma(shape r, rate alpha) over customers; nobody ever leaves. */
export interface Nbd {
  readonly r: number
  readonly alpha: number
}

/** ln L = Σ ln Γ(r + x) − ln Γ(r) + r·ln α − (r + x)·ln(α + T) (Ehrenberg 1959; BG/NBD where nobody drops out). */
export function* fitNbd(patterns: Patterns): Steps<Fit<Nbd>> {
  const { customers } = patterns
  const least = yield* minimise(nbdObjective(patterns), startOf(patterns))
  const [r, alpha] = [...least.at].map(Math.exp) as [number, number]
  return {
    parameters: { r, alpha },
    logLikelihood: -least.value * customers,
    outcome: least.outcome,
    evaluations: least.evaluations,
  }
}

function startOf({ frequency, age, weight }: Patterns): [number, number] {
  let time = 0
  let purchases = 0
  for (let i = 0; i < frequency.length; i++) {
    time += (weight[i] as number) * (age[i] as number)
    purchases += (weight[i] as number) * (frequency[i] as number)
  }
  return [0, Math.log(time > 0 && purchases > 0 ? time / purchases : 1)]
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
    const counts = rising(above, r)
    let value = counts.value + customers * r * Math.log(alpha)
    let byR = counts.slope + customers * Math.log(alpha)
    let byAlpha = (customers * r) / alpha
    for (let i = 0; i < times.length; i++) {
      const end = alpha + (times[i] as number)
      const shape = (ending[i] as number) * r + (bought[i] as number)
      if (shape === 0) continue
      const log = Math.log(end)
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
