import { spawnSync } from 'node:child_process'
import { seeded } from '../../src/core/random.ts'
import { finish } from '../../src/core/steps.ts'
import { logGamma } from '../../src/math/logGamma.ts'
import { fitBgNbd } from '../../src/models/btyd/bgnbd.ts'
import type { Fit } from '../../src/models/btyd/fit.ts'
import { fitGammaGamma, type GammaGamma, type Spending } from '../../src/models/btyd/gammaGamma.ts'
import { fitNbd } from '../../src/models/btyd/nbd.ts'
import { fitParetoNbd } from '../../src/models/btyd/paretoNbd.ts'
import { patternsOf } from '../../src/models/btyd/patterns.ts'
import type { Case, Skipped } from './measure.ts'
import { nelderMead } from './nelderMead.ts'

interface Customers {
  readonly frequency: Float64Array
  readonly recency: Float64Array
  readonly age: Float64Array
}

/** Customers that buy and leave as those of CDNOW (Fader, Hardie & Lee 2005), over 27 to 39 weeks, in whole days. */
export function simulated(count: number): Customers {
  const random = seeded(1234567)
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - random()) ** (1 / shape)
    // Marsaglia & Tsang 2000
    const d = shape - 1 / 3
    for (;;) {
      const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
      const v = (1 + z / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const none = () => new Float64Array(count)
  const [frequency, recency, age] = [none(), none(), none()]
  for (let row = 0; row < count; row++) {
    const rate = gamma(0.243) / (4.414 * 7)
    const [leaves, stays] = [gamma(0.793), gamma(2.426)]
    const end = 189 + Math.floor(random() * 84)
    age[row] = end
    for (let time = 0; ;) {
      time += -Math.log(1 - random()) / rate
      const day = Math.ceil(time)
      if (!(day <= end)) break
      if (day > (recency[row] as number)) frequency[row] = (frequency[row] as number) + 1
      recency[row] = day
      if (random() < leaves / (leaves + stays)) break
    }
  }
  return { frequency, recency, age }
}

/** Minus the mean log-likelihood as the paper has it, ln Γ and all, customer by customer. */
function asPrinted({ frequency, recency, age }: Customers) {
  return (theta: readonly number[]) => {
    const [r, alpha, a, b] = theta.map(Math.exp) as [number, number, number, number]
    let sum = 0
    for (let row = 0; row < frequency.length; row++) {
      const x = frequency[row] as number
      const a1 = logGamma(r + x) - logGamma(r) + r * Math.log(alpha)
      const a2 = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x)
      const a3 = -(r + x) * Math.log(alpha + (age[row] as number))
      const a4 =
        x > 0
          ? Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + (recency[row] as number))
          : -Infinity
      const most = Math.max(a3, a4)
      sum += a1 + a2 + most + Math.log(Math.exp(a3 - most) + Math.exp(a4 - most))
    }
    return -sum / frequency.length
  }
}

const start = [0, Math.log(30), 0, 0]

const bgNbdFit = (customers: Customers) => {
  const patterns = patternsOf(customers)
  return finish(fitBgNbd(patterns, finish(fitNbd(patterns))))
}

const sameMaximum = (customers: Customers, yardstick: () => number) => (result: unknown) => {
  const theirs = yardstick()
  const { logLikelihood } = result as ReturnType<typeof bgNbdFit>
  const mine = -logLikelihood / customers.frequency.length
  return mine - theirs < 1e-10 ? null : `${mine} per customer, not ${theirs}`
}

export const bgNbd = (rows: number, goal: number) => (): Case => {
  const customers = simulated(rows)
  const against = () => nelderMead(asPrinted(customers), start)
  return {
    name: 'btyd: BG/NBD',
    rows,
    goal,
    yardstick: 'Nelder–Mead, ln Γ per customer',
    run: () => bgNbdFit(customers),
    against,
    check: sameMaximum(customers, () => against().value),
  }
}

/** Beside scipy, where Python has it: what `lifetimes` does. Skipped with a line where not. */
export const bgNbdOfScipy = (rows: number, goal: number) => (): Case | Skipped => {
  const name = 'btyd: BG/NBD v scipy'
  if (spawnSync('python3', ['-c', 'import numpy, scipy']).status !== 0)
    return { name, skipped: 'python3 with scipy is not installed' }
  const customers = simulated(rows)
  return {
    name,
    rows,
    goal,
    rounds: rows > 10_000 ? 2 : 9,
    yardstick: 'scipy Nelder–Mead (numpy)',
    run: () => bgNbdFit(customers),
    against: () => scipyFit(customers),
    took: (result) => (result as Scipy).ms,
    check: sameMaximum(customers, () => scipyFit(customers).value),
  }
}

interface Scipy {
  readonly value: number
  readonly ms: number // of the fit alone, measured there
}

const script = `
import json, sys, time
import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln
x, t, T = (np.array(each, float) for each in json.load(sys.stdin))
def value(theta):
    r, alpha, a, b = np.exp(theta)
    a1 = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    a2 = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    a3 = -(r + x) * np.log(alpha + T)
    a4 = np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + t)
    most = np.maximum(a3, a4)
    return -np.mean(a1 + a2 + np.log(np.exp(a3 - most) + np.exp(a4 - most) * (x > 0)) + most)
began = time.perf_counter()
found = minimize(value, np.array([0, np.log(30), 0, 0]), method='Nelder-Mead',
                 options={'xatol': 1e-7, 'fatol': 1e-12, 'maxiter': 4000, 'maxfev': 4000})
print(json.dumps({'value': float(found.fun), 'ms': (time.perf_counter() - began) * 1000}))
`

function scipyFit({ frequency, recency, age }: Customers): Scipy {
  const input = JSON.stringify([[...frequency], [...recency], [...age]])
  const { stdout } = spawnSync('python3', ['-c', script], { input, encoding: 'utf8' })
  return JSON.parse(stdout) as Scipy
}

/** The other two fits, against one walk of the likelihood of BG/NBD over all customers as printed. */
export const paretoNbd = (rows: number, goal: number) => (): Case => {
  const customers = simulated(rows)
  const patterns = patternsOf(customers)
  const nbd = finish(fitNbd(patterns))
  const bg = finish(fitBgNbd(patterns, nbd))
  const one = asPrinted(customers)
  return {
    name: 'btyd: Pareto/NBD',
    rows,
    goal,
    rounds: 3,
    yardstick: 'BG/NBD likelihood as printed, once',
    run: () => finish(fitParetoNbd(patternsOf(customers), nbd)),
    against: () => one(start),
    check(result) {
      const { outcome, logLikelihood } = result as typeof bg
      // the customers leave as BG/NBD has it: the other model comes close, and not closer
      const worse = (bg.logLikelihood - logLikelihood) / rows
      return outcome === 'converged' && worse > 0 && worse < 0.01 ? null : `${outcome}, ${worse}`
    },
  }
}

/** Gamma(1) purchases about a mean of inverse-Gamma(3, 60): p = 1, q = 3, v = 60. */
export function spending(count: number): Spending {
  const random = seeded(99)
  const gamma = (shape: number) => {
    let sum = 0
    for (let i = 0; i < shape; i++) sum -= Math.log(1 - random())
    return sum
  }
  const frequency = Float64Array.from(
    { length: count },
    () => 1 + Math.floor(-2 * Math.log(1 - random())),
  )
  return { frequency, monetary: frequency.map((x) => (gamma(x) / x) * (60 / gamma(3))) }
}

export const gammaGamma = (rows: number, goal: number) => (): Case => {
  const given = spending(rows)
  return {
    name: 'btyd: Gamma-Gamma',
    rows,
    goal,
    rounds: 5,
    yardstick: 'ln Γ of each mean, three times',
    run: () => finish(fitGammaGamma(given)),
    against: () =>
      given.monetary.reduce((sum, m) => sum + logGamma(m) + logGamma(m + 1) + logGamma(m + 2), 0),
    check(result) {
      const { p, q, v } = (result as Fit<GammaGamma>).parameters
      const off = Math.max(Math.abs(p - 1), Math.abs(q / 3 - 1), Math.abs(v / 60 - 1))
      return off < 0.03 ? null : `p ${p} q ${q} v ${v}`
    },
  }
}
