import type { Steps } from '../../core/steps.ts'
import { hyp2f1 } from '../../math/hyp2f1.ts'
import type { Objective } from '../../math/minimise.ts'
import { type Fit, fitted } from './fit.ts'
import { type Nbd, startFrom } from './nbd.ts'
import type { Patterns } from './patterns.ts'
import { rising } from './rising.ts'

/**
 * BG/NBD (Fader, Hardie & Lee 2005, Marketing Science 24:275): while alive a customer buys at a rate that is
 * Gamma(shape r, rate alpha) over customers, and after each purchase leaves with a chance that is Beta(a, b).
 */
export interface BgNbd {
  readonly r: number
  readonly alpha: number // in the unit of the times
  readonly a: number
  readonly b: number
}

const steep = 700 // e^700 is still a double

/** Starts from the fit without dropout, `nbd`. */
export function fitBgNbd(patterns: Patterns, nbd: Fit<Nbd>): Steps<Fit<BgNbd>> {
  const start = { ...startFrom(nbd.parameters), a: 1, b: 3 }
  return fitted(bgNbdObjective(patterns), patterns.customers, start, ['r', 'a', 'b'])
}

/**
 * Minus the mean log-likelihood over ln r, ln α, ln a, ln b:
 * Γ(r+x)/Γ(r) · α^r · [Γ(a+b)Γ(b+x)]/[Γ(b)Γ(a+b+x)] · { (α+T)^−(r+x) + a/(b+x−1)·(α+t)^−(r+x), the latter where x > 0 }
 * (ibid., eq. 6). Times are against α, so that nothing large cancels. Logarithms once per different time; one exponential and
 * one logarithm per pattern.
 */
export function bgNbdObjective(patterns: Patterns): Objective {
  const { size, frequency, recencyAt, ageAt, weight, times, above, customers } = patterns
  const logs = new Float64Array(times.length)
  const inverses = new Float64Array(times.length)
  return (at, gradient) => {
    const r = Math.exp(at[0] as number)
    const alpha = Math.exp(at[1] as number)
    const a = Math.exp(at[2] as number)
    const b = Math.exp(at[3] as number)
    for (let i = 0; i < times.length; i++) {
      const time = times[i] as number
      logs[i] = Math.log1p(time / alpha)
      inverses[i] = 1 / (alpha + time)
    }
    const rate = rising(above, r, alpha)
    const stays = rising(above, b)
    const all = rising(above, a + b)
    let value = rate.value + stays.value - all.value
    let byR = rate.slope
    let byAlpha = (customers * r) / alpha
    let byA = -all.slope
    let byB = stays.slope - all.slope
    for (let i = 0; i < size; i++) {
      const x = frequency[i] as number
      const w = weight[i] as number
      const end = ageAt[i] as number
      const shape = r + x
      const logEnd = logs[end] as number
      if (x === 0) {
        value -= w * shape * logEnd
        byR -= w * logEnd
        byAlpha -= w * shape * (inverses[end] as number)
        continue
      }
      const last = recencyAt[i] as number
      const logLast = logs[last] as number
      const odds = a / (b + x - 1) // of having left, before the silence
      const silence = shape * (logEnd - logLast)
      const gone = silence < steep ? odds * Math.exp(silence) : Infinity
      const left = gone === Infinity ? 1 : gone / (1 + gone)
      const stayed = gone === Infinity ? 0 : 1 / (1 + gone)
      value +=
        w * ((gone === Infinity ? Math.log(odds) + silence : Math.log(1 + gone)) - shape * logEnd)
      byR -= w * (stayed * logEnd + left * logLast)
      byAlpha -=
        w * shape * (stayed * (inverses[end] as number) + left * (inverses[last] as number))
      byA += (w * left) / a
      byB -= (w * left) / (b + x - 1)
    }
    gradient[0] = (-byR * r) / customers
    gradient[1] = (-byAlpha * alpha) / customers
    gradient[2] = (-byA * a) / customers
    gradient[3] = (-byB * b) / customers
    return -value / customers
  }
}

/** P(alive) after x repeat purchases, the last at `recency`, seen until `age`: 1 for x = 0, as the model has it. */
export function bgNbdAlive(
  { r, alpha, a, b }: BgNbd,
  x: number,
  recency: number,
  age: number,
): number {
  if (x === 0) return 1
  const silence = (r + x) * Math.log1p((age - recency) / (alpha + recency))
  return 1 / (1 + (a / (b + x - 1)) * Math.exp(silence))
}

/** Purchases expected in the next `ahead` (ibid., eq. 10). */
export function bgNbdExpected(
  model: BgNbd,
  x: number,
  recency: number,
  age: number,
  ahead: number,
): number {
  return bgNbdAlive(model, x, recency, age) * bgNbdWhileAlive(model, x, age, ahead)
}

/** E[X(t)] of a customer who has just bought for the first time (ibid., eq. 9). */
export function bgNbdExpectedOfNew(model: BgNbd, time: number): number {
  return bgNbdWhileAlive(model, 0, 0, time)
}

const farAhead = 50 // times the customer's age and more: too many terms

/**
 * The same for a customer who is alive. With the number of purchases N if nobody left ~ NBD(r + x, t/(α + T)), and Sₙ the
 * expected number of them that are still made: Σ P(N = n)·Sₙ. Positive terms only: nothing cancels, whatever a is, while
 * eq. 10 has 1 − F over a − 1.
 */
export function bgNbdWhileAlive(
  { r, alpha, a, b }: BgNbd,
  x: number,
  age: number,
  ahead: number,
): number {
  const far = ahead / (alpha + age)
  if (!(far > 0)) return 0
  const shape = r + x
  if (far > farAhead) return closedForm(shape, a, b + x, far)
  const share = far / (1 + far)
  let logScale = -shape * Math.log1p(far)
  let chance = 1 // P(N = n) ÷ e^logScale
  let stays = 1 // chance to be alive for the n-th purchase
  let made = 0
  let sum = 0
  for (let n = 1; ; n++) {
    if (n > 1) stays *= (b + x + n - 2) / (a + b + x + n - 2)
    made += stays
    chance *= (share * (shape + n - 1)) / n
    const term = chance * made
    sum += term
    const next = (share * (shape + n)) / (n + 1)
    if (next < 1 && term <= 1e-17 * sum * (1 - next)) break
    if (sum > 1e200) {
      sum *= 1e-200
      chance *= 1e-200
      logScale += 200 * Math.LN10
    }
  }
  return sum * Math.exp(logScale)
}

/** Eq. 10 itself, where the sum would be long; a and b are moved off the places where it is 0/0, by 1e-6 at most. */
function closedForm(shape: number, a: number, b: number, far: number): number {
  const less = Math.abs(a - 1) < 1e-6 ? 1e-6 : a - 1
  const all = Math.abs(less + b) < 1e-9 ? 1e-9 : less + b
  return (all / less) * (1 - hyp2f1(less, shape, all, -far))
}

/** P(X(t) = n), n = 0 … most, of a customer who has just bought for the first time (ibid., eq. 8). */
export function bgNbdCounts({ r, alpha, a, b }: BgNbd, time: number, most: number): Float64Array {
  const share = time / (alpha + time)
  const chances = new Float64Array(most + 1)
  let buys = Math.exp(-r * Math.log1p(time / alpha)) // P(N = n) if nobody left
  let alive = 1 // after n purchases
  let fewer = 0 // P(N < n)
  for (let n = 0; n <= most; n++) {
    const leftAtLast = n === 0 ? 0 : (alive / (b + n - 1)) * a
    chances[n] = alive * buys + leftAtLast * Math.max(0, 1 - fewer)
    fewer += buys
    buys *= (share * (r + n)) / (n + 1)
    alive *= (b + n) / (a + b + n)
  }
  return chances
}
