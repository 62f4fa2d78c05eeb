import { classes, mostFound, type Histogram } from './kernel.ts'
import { countAbove, countIn, covers, markedIn, marks } from './marks.ts'
import { classOf } from './plain.ts'
import { kernelsOf } from './room.ts'

/**
 * How scores (0..100, NaN = none) lie, counted by class when it is first asked for; what classes do not tell is found among the
 * few scores of single classes. Good for as long as the scores do not change.
 */
export class Spread {
  readonly score: Float64Array
  #histogram: Histogram | null
  #gathered: Gathered | null
  #atLeast: Uint32Array | null = null

  constructor(
    score: Float64Array,
    histogram: Histogram | null = null,
    gathered: Gathered | null = null,
  ) {
    this.score = score
    this.#histogram = histogram
    this.#gathered = gathered
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
    return countIn(this.histogram.counts, wanted)
  }

  /** These scores, in their order; `next`: classes that are likely to be asked for afterwards. `wanted` is kept. */
  gather(wanted: Uint8Array, next?: Uint8Array): Float64Array {
    if (!this.#gathered || !covers(this.#gathered.wanted, wanted)) {
      const all = wanted.slice()
      for (const at of next ? markedIn(next) : []) all[at] = 1
      const few = this.countIn(all) <= mostFound ? all : wanted
      const found = kernelsOf(this.score).gather(this.score, few, this.countIn(few))
      this.#gathered = { wanted: few, found }
    }
    const { found } = this.#gathered
    return this.countIn(wanted) === found.length
      ? found
      : found.filter((score) => wanted[classOf(score)] === 1)
  }

  /** The classes that were gathered last: likely to be wanted again of scores that have moved a little. */
  get lastWanted(): Uint8Array {
    return this.#gathered?.wanted ?? marks()
  }

  /** How many scores are in each class or a higher one, by class; 0 behind the last. */
  get atLeast(): Uint32Array {
    if (this.#atLeast) return this.#atLeast
    const { counts } = this.histogram
    const sums = new Uint32Array(classes + 2)
    for (let at = classes; at >= 0; at--)
      sums[at] = (sums[at + 1] as number) + (counts[at] as number)
    this.#atLeast = sums
    return sums
  }
}

/** Scores of the classes that are marked 1, in their order. */
export interface Gathered {
  readonly wanted: Uint8Array
  readonly found: Float64Array
}

/** How many of the scores reach each line; `found`: the scores of `wanted`, which has the class of each line. */
export function reaching(
  lines: ArrayLike<number>,
  found: Float64Array,
  wanted: Uint8Array,
  atLeast: Uint32Array,
): number[] {
  const scale = classes / 100
  const gathered = markedIn(wanted)
  return Array.from(lines, (line) => {
    if (!(line <= 100)) return 0
    if (line <= 0) return atLeast[0] as number
    const own = Math.floor(line * scale)
    let count = (atLeast[own + 1] as number) - countAbove(own, gathered, atLeast)
    for (let at = 0; at < found.length; at++) if ((found[at] as number) >= line) count++
    return count
  })
}
