import { describe, expect, test } from 'vitest'
import { finish } from '../../../src/core/steps.ts'
import { correlation } from '../../../src/math/correlation.ts'
import { minimise, type Objective } from '../../../src/math/minimise.ts'

/** Rosenbrock 1960: minimum 0 at (1, 1), at the end of a bent valley. */
const valley: Objective = (at, gradient) => {
  const [x, y] = at as unknown as [number, number]
  gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x)
  gradient[1] = 200 * (y - x * x)
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2
}

describe('minimise', () => {
  test("finds the end of Rosenbrock's valley from its classic start", () => {
    const found = finish(minimise(valley, [-1.2, 1]))
    expect(found.outcome).toBe('converged')
    expect(found.at[0]).toBeCloseTo(1, 7)
    expect(found.at[1]).toBeCloseTo(1, 7)
    expect(found.evaluations).toBeLessThan(80)
  })

  test('stands still where it starts at the minimum', () => {
    const found = finish(minimise(valley, [1, 1]))
    expect(found).toMatchObject({ outcome: 'converged', evaluations: 1, value: 0 })
  })

  test('stays out of where there is no value', () => {
    const barrier: Objective = (at, gradient) => {
      const x = at[0] as number
      gradient[0] = 1 - 0.001 / x // x − ln x / 1000: minimum at 0.001, nothing below 0
      return x > 0 ? x - 0.001 * Math.log(x) : NaN
    }
    const found = finish(minimise(barrier, [5]))
    expect(found.outcome).toBe('converged')
    expect(found.at[0]).toBeCloseTo(0.001, 7)
  })

  test('says so when there is no end, nothing to start from, or a slope that leads nowhere', () => {
    const endless: Objective = (at, gradient) => {
      gradient[0] = -1
      return -(at[0] as number)
    }
    expect(finish(minimise(endless, [0], { evaluations: 50 })).outcome).toBe('limit')
    expect(finish(minimise(() => NaN, [0])).outcome).toBe('stalled')
    const lying: Objective = (at, gradient) => {
      gradient[0] = -1 // says down, goes up
      return Math.abs(at[0] as number)
    }
    expect(finish(minimise(lying, [0])).outcome).toBe('stalled')
  })

  test('pauses after each evaluation', () => {
    const steps = minimise(valley, [-1.2, 1])
    let pauses = 0
    while (!steps.next().done) pauses++
    expect(pauses).toBe(finish(minimise(valley, [-1.2, 1])).evaluations - 1)
  })
})

test('correlation: hand calculation, gaps left out, NaN where a side does not vary', () => {
  const xs = Float64Array.of(1, 2, 3, 4, NaN)
  expect(correlation(xs, Float64Array.of(2, 4, 6, 8, 1))).toBeCloseTo(1, 15)
  expect(correlation(xs, Float64Array.of(1, 3, 2, 4, 1))).toBeCloseTo(0.8, 15)
  expect(correlation(xs, new Float64Array(5))).toBeNaN()
})
