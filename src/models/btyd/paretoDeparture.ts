import { gaussLegendre, type Rule } from '../../math/gaussLegendre.ts'

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987): while alive a customer buys at a rate that is Gamma(r, alpha) over
 * customers, and leaves at a rate that is Gamma(s, beta), whether or not there are purchases.
 */
export interface ParetoNbd {
  readonly r: number
  readonly alpha: number // in the unit of the times, as beta
  readonly s: number
  readonly beta: number
}

const short = gaussLegendre(8)
const long = gaussLegendre(16)
const negligible = 45 // e-folds: e^−45 is below the last bit
const foldsOfShort = 4 // within them the rules are exact to about 1e-13
const foldsOfLong = 14
const widthOfShort = 1.5
const widthOfLong = 3

/**
 * The part of the Pareto/NBD likelihood that knows when a customer was last seen, S = (α+T)^−(r+x) (β+T)^−s + s·I with
 * I = ∫ₜᵀ (α+u)^−(r+x) (β+u)^−(s+1) du. The papers write I as the difference of two hypergeometric functions, which
 * overflows and cancels; the integral itself has only positive terms. It is taken in y = ln(min(α, β) + u), relative to the
 * integrand's start, in panels over which it falls by no more than e^14. Results stand in the fields: no object per customer.
 */
export class Departure {
  log = 0 // ln (α^(r+x) β^s S)
  alive = 1
  byR = 0 // derivatives of that by r and s
  byS = 0
  byAlpha = 0 // derivatives of ln S by α and β
  byBeta = 0
  private readonly model: ParetoNbd
  // ∫ f, and ∫ f times ln(1+u/α), ln(1+u/β), 1/(α+u), 1/(β+u)
  private sum = 0
  private sumLogA = 0
  private sumLogB = 0
  private sumOverA = 0
  private sumOverB = 0

  constructor(model: ParetoNbd) {
    this.model = model
  }

  of(x: number, recency: number, age: number): void {
    const { r, alpha, s, beta } = this.model
    const shape = r + x
    const [lastA, lastB] = [alpha + recency, beta + recency]
    const [endA, endB] = [alpha + age, beta + age]
    const [logLastA, logLastB] = [Math.log1p(recency / alpha), Math.log1p(recency / beta)]
    const [logEndA, logEndB] = [Math.log1p(age / alpha), Math.log1p(age / beta)]
    this.integrate(shape, lastA, lastB, age - recency, logLastA, logLastB)
    const stays = Math.exp(-shape * (logEndA - logLastA) - s * (logEndB - logLastB))
    const total = stays + s * this.sum
    this.log = Math.log(total) - shape * logLastA - s * logLastB
    this.alive = stays / total
    this.byR = -(stays * logEndA + s * this.sumLogA) / total
    this.byS = (this.sum - stays * logEndB - s * this.sumLogB) / total
    this.byAlpha = (-shape * (stays / endA + s * this.sumOverA)) / total
    this.byBeta = (-s * (stays / endB + (s + 1) * this.sumOverB)) / total
  }

  private integrate(
    shape: number,
    lastA: number,
    lastB: number,
    span: number,
    logLastA: number,
    logLastB: number,
  ): void {
    this.sum = this.sumLogA = this.sumLogB = this.sumOverA = this.sumOverB = 0
    if (!(span > 0)) return
    const { s } = this.model
    const low = Math.min(lastA, lastB)
    const all = Math.log1p(span / low)
    for (let from = 0; from < all;) {
      const passed = low * Math.expm1(from)
      const fallen = shape * Math.log1p(passed / lastA) + s * Math.log1p(passed / lastB)
      if (fallen > negligible) return
      let width = Math.min(all - from, widthOfLong)
      let folds = 0
      for (let turn = 0; turn < 60; turn++) {
        const at = low * Math.exp(from + width) // low + u there
        const u = at - low
        folds = width * at * (shape / (lastA + u) + (s + 1) / (lastB + u))
        if (folds <= foldsOfLong) break
        width *= Math.max(0.1, Math.min(0.7, foldsOfLong / folds))
      }
      const rule = folds <= foldsOfShort && width <= widthOfShort ? short : long
      this.panel(rule, from, width, shape, lastA, lastB, logLastA, logLastB)
      from = from + width >= all ? all : from + width
    }
  }

  private panel(
    { places, weights }: Rule,
    from: number,
    width: number,
    shape: number,
    lastA: number,
    lastB: number,
    logLastA: number,
    logLastB: number,
  ): void {
    const { s, alpha, beta } = this.model
    const low = Math.min(lastA, lastB)
    const aIsLow = lastA <= lastB
    for (let i = 0; i < places.length; i++) {
      const y = from + (width * (1 + (places[i] as number))) / 2
      const at = low * Math.exp(y)
      const a = aIsLow ? at : lastA + (at - low)
      const b = aIsLow ? lastB + (at - low) : at
      const logA = aIsLow ? logLastA + y : Math.log(a / alpha)
      const logB = aIsLow ? Math.log(b / beta) : logLastB + y
      const falls = Math.exp(-shape * (logA - logLastA) - s * (logB - logLastB))
      const part = ((width / 2) * (weights[i] as number) * falls * at) / b
      this.sum += part
      this.sumLogA += part * logA
      this.sumLogB += part * logB
      this.sumOverA += part / a
      this.sumOverB += part / b
    }
  }
}
