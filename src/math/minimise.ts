/** Value at `at`; fills in the gradient. Not finite = outside. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number

export interface Minimum {
  readonly at: Float64Array
  readonly value: number
  /** Largest component of the gradient there. */
  readonly slope: number
  /** `stalled`: nothing lower was found though the slope is not small yet. `limit`: too many evaluations. */
  readonly outcome: 'converged' | 'stalled' | 'limit'
  readonly evaluations: number
}

export interface MinimiseOptions {
  readonly slope?: number // small enough
  readonly evaluations?: number // at most
  readonly reach?: number // longest step of a component
}

/**
 * Local minimum by BFGS with a line search that meets Wolfe's conditions (Nocedal & Wright 2006, 6.1 and 3.5). Pauses
 * after each evaluation, so that a long one can give way.
 */
export function* minimise(
  objective: Objective,
  start: readonly number[],
  { slope = 1e-8, evaluations: most = 500, reach = 2 }: MinimiseOptions = {},
): Generator<undefined, Minimum> {
  const n = start.length
  let at: Float64Array = Float64Array.from(start)
  let gradient: Float64Array = new Float64Array(n)
  let value = objective(at, gradient)
  let evaluations = 1
  const inverse = new Float64Array(n * n) // of the Hessian
  unit(inverse, n, 1)
  let fresh = true
  const report = (outcome: Minimum['outcome']): Minimum => ({
    at,
    value,
    slope: largest(gradient),
    outcome,
    evaluations,
  })
  if (!Number.isFinite(value)) return report('stalled')

  for (;;) {
    if (largest(gradient) <= slope) return report('converged')
    if (evaluations >= most) return report('limit')
    let direction = downhill(inverse, gradient)
    let fall = dot(direction, gradient)
    if (!(fall < 0)) {
      unit(inverse, n, 1)
      fresh = true
      direction = gradient.map((each) => -each)
      fall = -dot(gradient, gradient)
    }
    // half of the fall is what the best step would gain: less than rounding takes
    if (-fall <= 1e-16 * Math.abs(value) && largest(gradient) <= 1e3 * slope)
      return report('converged')
    const longest = reach / Math.max(largest(direction), 1e-300)
    const found = yield* search(at, value, direction, fall, Math.min(1, longest), longest)
    if (!found) {
      if (fresh) return report('stalled')
      unit(inverse, n, 1) // a poor picture of the curvature: once more along the slope
      fresh = true
      continue
    }
    const moved = found.at.map((each, i) => each - (at[i] as number))
    const turned = found.gradient.map((each, i) => each - (gradient[i] as number))
    const bend = dot(moved, turned)
    if (bend > 1e-12 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
      if (fresh) unit(inverse, n, bend / dot(turned, turned))
      learn(inverse, moved, turned, bend)
      fresh = false
    }
    ;({ at, value, gradient } = found)
  }

  /** A lower point along the direction where the slope has flattened; null where there is none. */
  function* search(
    from: Float64Array,
    value0: number,
    direction: Float64Array,
    fall: number,
    first: number,
    longest: number,
  ): Generator<undefined, Found | null> {
    let low = 0
    let lowValue = value0
    let lowFall = fall
    let high = Infinity
    let best: Found | null = null
    let step = first
    for (let turn = 0; turn < 40 && evaluations < most; turn++) {
      const here = from.map((each, i) => each + step * (direction[i] as number))
      const there = new Float64Array(n)
      const valueHere = objective(here, there)
      evaluations++
      yield
      const fallHere = dot(there, direction)
      const flat = Math.abs(fallHere) <= -0.9 * fall
      // close to the minimum rounding hides what the value gains; the slope still tells (Hager & Zhang 2005, §2)
      const room = flat ? 1e-12 * Math.abs(value0) : 0
      if (!(valueHere <= value0 + 1e-4 * step * fall + room) || !Number.isFinite(fallHere)) {
        high = step
        step = between(low, lowValue, lowFall, high, valueHere)
      } else {
        if (!best || valueHere <= best.value) best = { at: here, value: valueHere, gradient: there }
        if (flat) return { at: here, value: valueHere, gradient: there }
        if (fallHere > 0) {
          high = step
          step = low + (step - low) * (lowFall / (lowFall - fallHere))
        } else {
          low = step
          lowValue = valueHere
          lowFall = fallHere
          if (step >= longest) break
          step = high === Infinity ? Math.min(3 * step, longest) : (low + high) / 2
        }
      }
      if (Math.abs(high - low) <= 1e-12 * high) break
    }
    return best
  }
}

interface Found {
  readonly at: Float64Array
  readonly value: number
  readonly gradient: Float64Array
}

/** The lowest place of the parabola through two values and a slope, kept away from both ends. */
function between(low: number, value: number, fall: number, high: number, above: number): number {
  const width = high - low
  const bend = above - value - fall * width
  const place = Number.isFinite(bend) && bend > 0 ? (-fall * width) / (2 * bend) : 0.1
  return low + width * Math.min(0.5, Math.max(0.1, place))
}

function unit(matrix: Float64Array, n: number, scale: number): void {
  matrix.fill(0)
  for (let i = 0; i < n; i++) matrix[i * n + i] = scale
}

function downhill(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const n = gradient.length
  return gradient.map((_, i) => {
    let sum = 0
    for (let j = 0; j < n; j++) sum -= (inverse[i * n + j] as number) * (gradient[j] as number)
    return sum
  })
}

/** Broyden, Fletcher, Goldfarb and Shanno's change of the inverse Hessian. */
function learn(
  inverse: Float64Array,
  moved: Float64Array,
  turned: Float64Array,
  bend: number,
): void {
  const n = moved.length
  const image = downhill(inverse, turned).map((each) => -each)
  const scale = (1 + dot(turned, image) / bend) / bend
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const [mi, mj] = [moved[i] as number, moved[j] as number]
      const change =
        scale * mi * mj - ((image[i] as number) * mj + mi * (image[j] as number)) / bend
      inverse[i * n + j] = (inverse[i * n + j] as number) + change
    }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

function largest(values: Float64Array): number {
  let most = 0
  for (const value of values) {
    if (!(Math.abs(value) <= most)) most = Math.abs(value) // NaN is the largest
  }
  return most
}
