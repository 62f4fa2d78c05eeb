import { classes, type Histogram } from './kernel.ts'
import { kernelsOf } from './room.ts'

/**
 * How scores (0..100, NaN = none) lie, counted by class when it is first asked for; what classes do not tell is found among the
 * few scores of single classes. Good for as long as the scores do not change.
 */
export class Spread {
  readonly score: Float64Array
  #histogram: Histogram | null

  constructor(score: Float64Array, histogram: Histogram | null = null) {
    this.score = score
    this.#histogram = histogram
  }

  get histogram(): Histogram {
    return (this.#histogram ??= kernelsOf(this.score).histogram(this.score))
  }

  /** How many scores there are. */
  get count(): number {
    return this.score.length - (this.histogram.counts[classes + 1] as number)
  }

  /** How many scores are in these classes: places marked 1 of `marks()`. */
  countIn(wanted: Uint8Array): number {
    const { counts } = this.histogram
    let count = 0
    for (let at = 0; at <= classes; at++) if (wanted[at] === 1) count += counts[at] as number
    return count
  }

  /** These scores, in their order. */
  gather(wanted: Uint8Array): Float64Array {
    return kernelsOf(this.score).gather(this.score, wanted, this.countIn(wanted))
  }

  /** How many scores are in each class or a higher one, by class; 0 behind the last. */
  atLeast(): Uint32Array {
    const { counts } = this.histogram
    const sums = new Uint32Array(classes + 2)
    for (let at = classes; at >= 0; at--)
      sums[at] = (sums[at + 1] as number) + (counts[at] as number)
    return sums
  }
}

/** No class is wanted yet. */
export const marks = (): Uint8Array => new Uint8Array(classes + 2)

/** How many of the scores reach each line; `found`: the scores of `wanted`, which has the class of each line. */
export function reaching(
  lines: ArrayLike<number>,
  found: Float64Array,
  wanted: Uint8Array,
  atLeast: Uint32Array,
): number[] {
  const scale = classes / 100
  return Array.from(lines, (line) => {
    if (!(line <= 100)) return 0
    if (line <= 0) return atLeast[0] as number
    const own = Math.floor(line * scale)
    let count = atLeast[own + 1] as number
    for (let at = own + 1; at <= classes; at++)
      if (wanted[at] === 1) count -= (atLeast[at] as number) - (atLeast[at + 1] as number)
    for (let at = 0; at < found.length; at++) count += +((found[at] as number) >= line)
    return count
  })
}
