import { edgesOf, isNear } from '../math/kernels/edges.ts'
import { classes, mostFound } from '../math/kernels/kernel.ts'
import { markedIn, marks } from '../math/kernels/marks.ts'
import { classOf } from '../math/kernels/plain.ts'
import { reaching, type Spread } from '../math/kernels/spread.ts'

export const bins = 100

export interface Counts {
  readonly counts: readonly number[] // customers by tier
  readonly histogramByTier: Uint32Array // tier × bins
  readonly near: number // scores within 1 of a cut-off
  readonly scored: number
  readonly scoreSum: number
}

const perBin = classes / bins

/**
 * The counts of a grade whose tiers are what scores reach of falling lines, from how the scores lie: scores from a line on and
 * scores from a bin on are one within the other, so the fewer of two such counts is how many are in both. Only scores of the
 * classes at a line, and at the ends of what is near a cut-off, are looked at. Null where these are many.
 */
export function countsByLines(
  spread: Spread,
  lines: Float64Array,
  cutoffs: Float64Array,
): Counts | null {
  const { inside, asked, cutoffs: real } = edgesOf(cutoffs, classes + 1)
  const wanted = marks()
  wanted.set(asked)
  for (const line of lines) if (line > 0 && line <= 100) wanted[classOf(line)] = 1
  if (spread.countIn(wanted) > mostFound) return null // another walk over all is cheaper then
  const found = spread.gather(wanted)
  const { atLeast } = spread
  const scored = atLeast[0] as number

  const { counts: byClass, sum: scoreSum } = spread.histogram
  let near = 0
  for (const at of markedIn(inside)) near += byClass[at] as number
  const scale = classes / 100
  for (let at = 0; at < found.length; at++) {
    const s = found[at] as number
    if (asked[Math.floor(s * scale)] === 1) near += +isNear(s, real)
  }

  const reached = [...reaching(lines, found, wanted, atLeast), scored]
  const histogramByTier = new Uint32Array(reached.length * bins)
  let above = 0 // in a better tier
  const counts = reached.map((down, tier) => {
    for (let bin = 0; bin < bins; bin++) {
      const from = atLeast[bin * perBin] as number
      const to = bin === bins - 1 ? 0 : (atLeast[(bin + 1) * perBin] as number)
      histogramByTier[tier * bins + bin] = Math.max(0, Math.min(down, from) - Math.max(above, to))
    }
    const count = down - above
    above = down
    return count
  })
  return { counts, histogramByTier, near, scored, scoreSum }
}
