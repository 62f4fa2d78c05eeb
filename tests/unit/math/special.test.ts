import { describe, expect, test } from 'vitest'
import { gaussLegendre } from '../../../src/math/gaussLegendre.ts'
import { hyp2f1 } from '../../../src/math/hyp2f1.ts'
import { digamma, logBeta, logGamma } from '../../../src/math/logGamma.ts'

/** mpmath 1.3.0 at 40 digits (hyp2f1, loggamma, digamma, log of beta), rounded to doubles. */
const hypergeometric: [a: number, b: number, c: number, z: number, value: number][] = [
  [-0.20699999999999996, 0.5, 3.2, 0.3, 0.9898442157966356],
  [1.2, 3.3, 9.4, 0.97, 1.7846523563521444],
  [1.2, 3.3, 9.4, 0.9999, 1.837926881427897],
  [1.2, 3.3, 2.4, 0.9999, 132538738.26414847],
  [-0.2, 2.9, 3.2, 0.999, 0.5067399539626537],
  [26.55, 1.61, 28.16, 0.95, 49.33585396725243],
  [200.5, 1.6, 202.1, 0.6, 4.251834140446995],
  [1000.2, 3, 1004, 0.98, 77689.40069302949],
  [3, 1000.2, 1004, -40, 1.4671607398361926e-5],
  [0.3, 12.5, 13.1, -300, 0.1831634726094102],
  [-0.207, -1.5, 2.2, 0.9, 1.11936753145108],
  [-0.207, -40.5, 1.2, 0.95, 2.2130575823362055],
  [2, 3, 5, 0.9, 8.561538392187561],
  [1, 1, 2, 0.999999, 13.815524373459892],
  [0.003, 5, 7, 0.99, 1.0042234522977032],
  [-3, 2.5, 1.5, 0.8, -0.05599999999999998],
  [1e-9, 4, 5, 0.5, 1.000000000519459],
  [50, 60, 70, 0.9, 2.53406963976788e41],
  [0.5, 0.5, 1, 0.999999999, 7.478962801238461],
  [5.5, 100000.0, 100003.0, 0.4, 16.600468826031282],
  [1.79, 1.243, 4.219, -8.8, 0.1935756787412387],
  [0.793, 51.3, 1.5, -1.4, 0.023630711085276684],
]
const gammas: [x: number, logGamma: number, digamma: number][] = [
  [1e-10, 23.025850929882736, -10000000000.577215],
  [0.001, 6.907178885383853, -1000.5755719318103],
  [0.1, 2.252712651734206, -10.423754940411076],
  [0.5, 0.5723649429247001, -1.9635100260214235],
  [0.9999, 5.7729791561193866e-5, -0.5773801703298691],
  [1, 0.0, -0.5772156649015329],
  [1.0001, -5.771334222047127e-5, -0.5770511835143348],
  [1.4616321449683622, -0.12148629053584961, -9.241265521729427e-17],
  [2, 0.0, 0.42278433509846713],
  [2.5, 0.2846828704729192, 0.7031566406452432],
  [7.3, 7.147892523022248, 1.9178203356379862],
  [10, 12.801827480081469, 2.251752589066721],
  [33.3, 82.60372358165495, 3.490467238520243],
  [171.5, 709.1431630309282, 5.141664981433999],
  [10000.0, 82099.71749644238, 9.210290371142849],
  [100000000.0, 1742068066.1038346, 18.420680738952367],
  [1000000000000000.0, 3.3538776394910668e16, 34.538776394910684],
]
const betas: [a: number, b: number, logBeta: number][] = [
  [0.5, 0.5, 1.1447298858494002],
  [0.001, 2, 6.906755778649053],
  [0.8, 1000000.0, -10.90034868797159],
  [3, 1000000000000.0, -82.1999161672287],
  [50, 70, -82.26860396842366],
  [100000.0, 100000.0, -138633.92706134808],
  [9.99, 10.01, -13.736218710401053],
  [1e-8, 100000000.0, 18.4206805539734],
]

const off = (found: number, expected: number) =>
  Math.abs(found - expected) / Math.max(1, Math.abs(expected))

describe('special functions', () => {
  test.each(hypergeometric)('F(%d, %d; %d; %d) = %d (mpmath)', (a, b, c, z, value) => {
    expect(Math.abs(hyp2f1(a, b, c, z) / value - 1)).toBeLessThan(2e-14)
    expect(Math.abs(hyp2f1(b, a, c, z) / value - 1)).toBeLessThan(2e-14)
  })

  test('F at 0 is 1; outside of what it knows it is NaN', () => {
    expect(hyp2f1(3, 4, 5, 0)).toBe(1)
    expect(hyp2f1(1, 1, 2, 1)).toBeNaN()
    expect(hyp2f1(1, 1, 0, 0.5)).toBeNaN()
    expect(hyp2f1(NaN, 1, 2, 0.5)).toBeNaN()
  })

  test.each(gammas)('ln Γ and ψ at %d (mpmath)', (x, log, slope) => {
    expect(off(logGamma(x), log)).toBeLessThan(5e-15)
    expect(off(digamma(x), slope)).toBeLessThan(5e-15)
  })

  test.each(betas)('ln B(%d, %d) (mpmath)', (a, b, log) => {
    expect(off(logBeta(a, b), log)).toBeLessThan(1e-14)
    expect(logBeta(b, a)).toBe(logBeta(a, b))
  })

  test('below 0 they are not defined here', () => {
    expect(logGamma(-0.5)).toBeNaN()
    expect(digamma(0)).toBeNaN()
    expect(logBeta(0, 3)).toBeNaN()
  })

  test('Gauss–Legendre: two points are ±1/√3; n points integrate x^(2n − 2) exactly', () => {
    const two = gaussLegendre(2)
    expect(two.places[0]).toBeCloseTo(1 / Math.sqrt(3), 15)
    expect([...two.weights]).toEqual([expect.closeTo(1, 14), expect.closeTo(1, 14)])
    for (const n of [8, 16]) {
      const { places, weights } = gaussLegendre(n)
      const sum = places.reduce((all, x, i) => all + (weights[i] as number) * x ** (2 * n - 2), 0)
      expect(sum).toBeCloseTo(2 / (2 * n - 1), 14)
    }
  })
})
