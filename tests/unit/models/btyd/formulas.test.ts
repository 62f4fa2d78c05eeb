import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hyp2f1 } from '../../../../src/math/hyp2f1.ts'
import { logGamma } from '../../../../src/math/logGamma.ts'
import type { Objective } from '../../../../src/math/minimise.ts'
import {
  bgNbdAlive,
  bgNbdCounts,
  bgNbdExpected,
  bgNbdExpectedOfNew,
  bgNbdObjective,
  bgNbdWhileAlive,
} from '../../../../src/models/btyd/bgnbd.ts'
import { expectedSpend, gammaGammaObjective } from '../../../../src/models/btyd/gammaGamma.ts'
import { nbdObjective } from '../../../../src/models/btyd/nbd.ts'
import { Departure } from '../../../../src/models/btyd/paretoDeparture.ts'
import {
  paretoNbdAlive,
  paretoNbdExpected,
  paretoNbdExpectedOfNew,
  paretoNbdObjective,
} from '../../../../src/models/btyd/paretoNbd.ts'
import { patternsOf } from '../../../../src/models/btyd/patterns.ts'

const logUniform = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp)
const bgNbd = fc.record({
  r: logUniform(0.01, 50),
  alpha: logUniform(0.01, 1e4),
  a: logUniform(0.001, 100),
  b: logUniform(0.01, 1e4),
})
const paretoNbd = fc.record({
  r: logUniform(0.01, 50),
  alpha: logUniform(0.01, 1e4),
  s: logUniform(0.001, 100),
  beta: logUniform(0.01, 1e5),
})
/** Days: repeat purchases, last one, age. */
const customer = fc
  .record({
    age: fc.integer({ min: 1, max: 3000 }),
    x: fc.nat(200),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ age, x, part }) => {
    const repeats = Math.min(x, age)
    const recency = repeats === 0 ? 0 : repeats + Math.floor(part * (age - repeats))
    return [repeats, recency, age] as const
  })

describe('the formulas', () => {
  /** mpmath 1.3.0 at 60 digits: eq. 10 of Fader, Hardie & Lee 2005; a = 1 as the limit. */
  test.each([
    [0.243, 4.414, 0.793, 2.426, 2, 30.43, 38.86, 39, 1.2260281747671444],
    [0.243, 4.414, 1, 2.426, 3, 20, 38, 52, 1.2439834605991915],
    [0.8, 31, 1.0000001, 2.4, 3, 20, 38, 365, 4.807654845740743],
    [0.3, 12, 0.4, 0.3, 0, 0, 0, 3650, 8.289936574417883],
    [0.24, 0.01, 0.8, 2.4, 0, 0, 0, 365, 32.03011477038487],
    [52.5, 1132, 4.25, 1.49, 12, 200, 365, 360, 0.007201976552254884],
    [0.7, 5, 0.05, 900, 700, 1500, 1505, 365, 168.88749128960103],
    [9, 60, 0.01, 1e6, 4, 100, 120, 365, 26.361106150515592],
    [0.2, 0.001, 0.3, 0.2, 1, 1, 2, 3650, 62.164433769216394],
    [2, 3, 30, 90, 5, 5, 9, 1e6, 0.6626203912031259],
  ])('BG/NBD r %d α %d a %d b %d: %d, %d, %d for %d more → %d', (...given) => {
    const [r, alpha, a, b, x, recency, age, ahead, value] = given
    const found = bgNbdExpected({ r, alpha, a, b }, x, recency, age, ahead)
    expect(Math.abs(found / value - 1)).toBeLessThan(1e-11)
  })

  /** mpmath 1.3.0, numerical integration at 60 digits: P(alive), ln S. */
  test.each([
    [0.553, 10.578, 0.606, 11.669, 2, 30.43, 38.86, 0.8691675591530112, -12.195380912140495],
    [0.553, 10.578, 0.606, 11.669, 0, 0, 38.86, 0.29528660461689415, -3.3143526943642314],
    [10.465, 0.00798565, 3.0516, 2.82, 40, 5, 6, 0.0018851281822946577, -90.8579034077994],
    [10.465, 0.00798565, 3.0516, 2.82, 50, 4, 37, 6.732974710784231e-60, -93.34233306846838],
    [0.1, 1e-3, 0.05, 5e3, 0, 0, 365, 0.996086438785294, -1.015451352849507],
    [2, 3000, 900, 4000, 30, 200, 365, 1.818097683738322e-16, -7766.870414430691],
    [0.8, 30, 1e-6, 700, 6, 100, 365, 0.999948106109648, -40.656378276820824],
    [0.6, 75, 0.6, 0.02, 0, 0, 270, 0.001342640435953796, -0.25210713915082106],
    [5, 1, 1.5, 1000, 900, 950, 1000, 8.640752610519034e-18, -6224.534386982416],
  ])('Pareto/NBD r %d α %d s %d β %d: %d, %d, %d', (...given) => {
    const [r, alpha, s, beta, x, recency, age, alive, log] = given
    const departure = new Departure({ r, alpha, s, beta })
    departure.of(x, recency, age)
    expect(Math.abs(departure.alive / alive - 1)).toBeLessThan(1e-11)
    const absolute = departure.log - (r + x) * Math.log(alpha) - s * Math.log(beta)
    expect(Math.abs(absolute / log - 1)).toBeLessThan(1e-12)
  })

  test('Pareto/NBD: the integral is the difference of hypergeometric functions of the papers', () => {
    // Fader & Hardie 2005, A₀ for α ≥ β: where it does not overflow
    const [r, alpha, s, beta, x, recency, age] = [0.553, 11.669, 0.606, 10.578, 4, 20, 38] as const
    const term = (time: number) =>
      hyp2f1(r + s + x, s + 1, r + s + x + 1, (alpha - beta) / (alpha + time)) /
      (alpha + time) ** (r + s + x)
    const integral = (term(recency) - term(age)) / (r + s + x)
    const stays = (alpha + age) ** -(r + x) * (beta + age) ** -s
    expect(paretoNbdAlive({ r, alpha, s, beta }, x, recency, age)).toBeCloseTo(
      stays / (stays + s * integral),
      12,
    )
  })

  test('BG/NBD, a > 1: a new customer makes (a + b − 1)/(a − 1) purchases in the end', () => {
    // eq. 9 for t → ∞: the bracket becomes 1
    expect(bgNbdExpectedOfNew({ r: 2, alpha: 3, a: 3, b: 4 }, 1e15)).toBeCloseTo(6 / 2, 6)
  })

  test('BG/NBD: the sum and the closed form meet where one takes over', () => {
    for (const a of [0.3, 0.999999, 1.0001, 4])
      for (const x of [0, 1, 7]) {
        const model = { r: 0.7, alpha: 2, a, b: 0.5 }
        const near = bgNbdWhileAlive(model, x, 3, 250 * (1 - 1e-9))
        const far = bgNbdWhileAlive(model, x, 3, 250 * (1 + 1e-9))
        expect(Math.abs(far / near - 1)).toBeLessThan(1e-7)
      }
  })

  test('Pareto/NBD, s = 1: a logarithm', () => {
    const at = (s: number) => paretoNbdExpectedOfNew({ r: 2, alpha: 5, s, beta: 7 }, 30)
    expect(at(1)).toBeCloseTo((2 / 5) * 7 * Math.log(37 / 7), 12) // hand calculation
    expect(at(1 + 1e-9)).toBeCloseTo(at(1), 8)
  })
})

describe('whatever the parameters', () => {
  test('chances are chances, and fall with silence', () => {
    fc.assert(
      fc.property(
        bgNbd,
        paretoNbd,
        customer,
        fc.nat(2000),
        (bg, pareto, [x, recency, age], more) => {
          for (const alive of [
            (end: number) => bgNbdAlive(bg, x, recency, end),
            (end: number) => paretoNbdAlive(pareto, x, recency, end),
          ]) {
            const [now, later] = [alive(age), alive(age + more)]
            expect(now).toBeGreaterThanOrEqual(0)
            expect(now).toBeLessThanOrEqual(1)
            expect(later).toBeLessThanOrEqual(now * (1 + 1e-9))
          }
        },
      ),
    )
  })

  test('expected purchases grow with time, but by no more than the rate of a customer who stays', () => {
    fc.assert(
      fc.property(
        bgNbd,
        paretoNbd,
        customer,
        logUniform(0.1, 4000),
        (bg, pareto, [x, recency, age], ahead) => {
          for (const [{ r, alpha }, expected] of [
            [bg, (time: number) => bgNbdExpected(bg, x, recency, age, time)],
            [pareto, (time: number) => paretoNbdExpected(pareto, x, recency, age, time)],
          ] as const) {
            const [half, whole] = [expected(ahead / 2), expected(ahead)]
            expect(half).toBeGreaterThanOrEqual(0)
            expect(whole).toBeGreaterThanOrEqual(half * (1 - 1e-9))
            expect(whole).toBeLessThanOrEqual(((r + x) / (alpha + age)) * ahead * (1 + 1e-6))
          }
        },
      ),
    )
  })

  test('BG/NBD: counts are chances, whose mean is E[X(t)]', () => {
    fc.assert(
      fc.property(
        fc.record({
          r: logUniform(0.05, 5),
          alpha: logUniform(5, 500),
          a: logUniform(0.05, 10),
          b: logUniform(0.05, 100),
        }),
        logUniform(1, 50),
        (model, time) => {
          const chances = bgNbdCounts(model, time, 3000)
          const sum = chances.reduce((all, chance) => all + chance, 0)
          const mean = chances.reduce((all, chance, n) => all + n * chance, 0)
          expect(sum).toBeCloseTo(1, 6)
          expect(Math.abs(mean - bgNbdExpectedOfNew(model, time))).toBeLessThan(1e-6 * (1 + mean))
        },
      ),
      { numRuns: 30 },
    )
  })

  test('expected spend lies between the own mean and that of all', () => {
    fc.assert(
      fc.property(
        fc.record({ p: logUniform(0.1, 50), q: logUniform(1.01, 50), v: logUniform(0.1, 1e5) }),
        fc.integer({ min: 1, max: 500 }),
        logUniform(0.01, 1e6),
        (model, x, mean) => {
          const all = (model.p * model.v) / (model.q - 1)
          const found = expectedSpend(model, x, mean)
          expect(found).toBeGreaterThanOrEqual(Math.min(all, mean) * (1 - 1e-9))
          expect(found).toBeLessThanOrEqual(Math.max(all, mean) * (1 + 1e-9))
        },
      ),
    )
  })
})

const list = fc.array(customer, { minLength: 3, maxLength: 40 }).map((customers) => ({
  frequency: Float64Array.from(customers, ([x]) => x),
  recency: Float64Array.from(customers, ([, recency]) => recency),
  age: Float64Array.from(customers, ([, , age]) => age),
}))

describe('likelihoods', () => {
  test('have the gradient of their own finite differences', () => {
    const near = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
      minLength: 4,
      maxLength: 4,
    })
    fc.assert(
      fc.property(list, near, (history, [c0 = 0, c1 = 0, c2 = 0, c3 = 0]) => {
        const patterns = patternsOf(history)
        const spending = { frequency: history.frequency.map((x) => x + 1), monetary: history.age }
        follows(nbdObjective(patterns), [c0, 4 + c1])
        follows(bgNbdObjective(patterns), [c0, 4 + c1, c2, c3])
        follows(paretoNbdObjective(patterns), [c0, 4 + c1, c2, 5 + c3])
        follows(gammaGammaObjective(spending), [c0, c1, 4 + c2])
      }),
      { numRuns: 60 },
    )
  })

  test('are those of the papers, customer by customer: patterns and tables change nothing', () => {
    fc.assert(
      fc.property(list, (history) => {
        const theta = [0.243, 44.14, 0.793, 2.426]
        const [r = 0, alpha = 0, a = 0, b = 0] = theta
        let sum = 0
        history.frequency.forEach((x, i) => {
          const [recency, age] = [history.recency[i] as number, history.age[i] as number]
          // Fader, Hardie & Lee 2005, eq. 6, as it stands
          const a1 = logGamma(r + x) - logGamma(r) + r * Math.log(alpha)
          const a2 = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x)
          const a3 = -(r + x) * Math.log(alpha + age)
          const a4 = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + recency)
          const most = x > 0 ? Math.max(a3, a4) : a3
          sum += a1 + a2 + most + Math.log(Math.exp(a3 - most) + (x > 0 ? Math.exp(a4 - most) : 0))
        })
        const mean = sum / history.frequency.length
        const found = -bgNbdObjective(patternsOf(history))(
          Float64Array.from(theta, Math.log),
          new Float64Array(4),
        )
        expect(Math.abs(found - mean)).toBeLessThan(1e-10 * Math.max(1, Math.abs(mean)))
      }),
      { numRuns: 60 },
    )
  })
})

/** The gradient against central differences. */
function follows(objective: Objective, at: number[]): void {
  const gradient = new Float64Array(at.length)
  objective(Float64Array.from(at), gradient)
  const other = new Float64Array(at.length)
  at.forEach((_, i) => {
    const step = 1e-5
    const shifted = (sign: number) =>
      objective(
        Float64Array.from(at, (each, j) => (j === i ? each + sign * step : each)),
        other,
      )
    const slope = (shifted(1) - shifted(-1)) / (2 * step)
    expect(Math.abs((gradient[i] as number) - slope)).toBeLessThan(
      1e-5 * Math.max(1, Math.abs(slope)),
    )
  })
}
