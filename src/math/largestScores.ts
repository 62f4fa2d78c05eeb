import { classes } from './kernels/kernel.ts'
import { countAbove, markedIn, marks, pointAway } from './kernels/marks.ts'
import { reaching, type Spread } from './kernels/spread.ts'
import { selectMany } from './select.ts'

export interface Largest {
  readonly values: Float64Array
  /** How many scores are as large or larger: more than k where equal ones stand at the k-th place. */
  readonly reached: readonly number[]
}

/**
 * The k-th largest scores (0..100, NaN = none) exactly, k from 1, without sorting all: classes are counted, and only the scores
 * of those that hold a k-th are gathered and sorted. `placesOf` is told how many scores there are. Infinity for k = 0.
 */
export function largestScores(
  spread: Spread,
  placesOf: (count: number) => readonly number[],
): Largest {
  const places = placesOf(spread.count)
  const { atLeast } = spread
  const wanted = marks()
  const holders = places.map((k) => {
    const at = k > 0 ? lastHolding(k, atLeast) : -1
    if (at >= 0) wanted[at] = 1
    return at
  })
  const found = spread.gather(wanted, pointAway(wanted)) // how many are near the k-th is asked next
  const gathered = markedIn(wanted)
  const ranks = holders.map((at, i) =>
    at < 0
      ? -1
      : found.length -
        countAbove(at, gathered, atLeast) -
        ((places[i] as number) - (atLeast[at + 1] as number)),
  )
  const chosen = selectMany(found, ranks)
  const values = Float64Array.from(places, (k, at) => (k === 0 ? Infinity : (chosen[at] ?? NaN)))
  return { values, reached: reaching(values, found, wanted, atLeast) }
}

/** The class with the k-th largest score; −1 where there are fewer. */
function lastHolding(k: number, atLeast: Uint32Array): number {
  let at = classes
  while (at >= 0 && (atLeast[at] as number) < k) at--
  return at
}
