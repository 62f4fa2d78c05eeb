import type { Steps } from '../../core/steps.ts'
import { minimise, type Minimum, type Objective } from '../../math/minimise.ts'

/** Parameters of highest likelihood. */
export interface Fit<Parameters> {
  readonly parameters: Parameters
  readonly logLikelihood: number // of all customers, natural logarithm, density in the unit of the times
  readonly outcome: Minimum['outcome']
  /** A parameter ran to where it makes no difference any more: customers are all alike in it, or it is not in the data. */
  readonly atEdge: boolean
  readonly evaluations: number
}

const shapes = Math.log(1e4) // a shape beyond 1e4, or below 1e-4, is as good as infinite, or 0
const scales = Math.log(1e8) // the same of a time or money, against where it started
const steepness = 1

/**
 * The highest likelihood over the logarithms of parameters, from `start` on; `objective` is minus its mean. Where likelihood
 * only rises towards infinity, a soft wall stops the parameter; inside the walls nothing is changed.
 */
export function* fitted<Parameters extends object>(
  objective: Objective,
  customers: number,
  start: Parameters,
  shapeNames: readonly (keyof Parameters)[],
): Steps<Fit<Parameters>> {
  const names = Object.keys(start) as (keyof Parameters)[]
  const from = names.map((name) => Math.log(start[name] as number))
  const isShape = names.map((name) => shapeNames.includes(name))
  const beyond = (at: Float64Array, i: number) => {
    const theta = (at[i] as number) - (isShape[i] ? 0 : (from[i] as number))
    const reach = isShape[i] ? shapes : scales
    return Math.sign(theta) * Math.max(0, Math.abs(theta) - reach)
  }
  const walled: Objective = (at, gradient) => {
    let value = objective(at, gradient)
    for (let i = 0; i < names.length; i++) {
      const out = beyond(at, i)
      if (out === 0) continue
      value += steepness * out * out
      gradient[i] = (gradient[i] as number) + 2 * steepness * out
    }
    return value
  }
  const least = yield* minimise(walled, from)
  const inside = objective(least.at, new Float64Array(names.length))
  const values = names.map((name, i) => [name, Math.exp(least.at[i] as number)])
  return {
    parameters: Object.fromEntries(values) as Parameters,
    logLikelihood: -inside * customers,
    outcome: least.outcome,
    atEdge: names.some((_, i) => beyond(least.at, i) !== 0),
    evaluations: least.evaluations,
  }
}
