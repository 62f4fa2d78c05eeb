import { classes } from './kernels/kernel.ts'
import { kernelsOf } from './kernels/room.ts'
import { selectMany } from './select.ts'

const crowded = 100_000 // scores in the classes that are looked at: sorting so many is no longer little

/**
 * The k-th largest scores (0..100, NaN = none) exactly, k from 1, without sorting all: 4,096 classes are counted, and only the
 * scores of those that hold a k-th are gathered and sorted. `placesOf` is told how many scores there are. Infinity for k = 0.
 */
export function largestScores(
  score: Float64Array,
  placesOf: (count: number) => readonly number[],
): Float64Array {
  const kernels = kernelsOf(score)
  const counts = kernels.histogram(score)
  const total = score.length - (counts[classes + 1] as number)
  const places = placesOf(total)
  const wanted = new Uint8Array(classes + 2)
  // of each class: how many scores are above it, and how many of those that are gathered are above it
  const holders = places.map((k) => {
    let above = 0
    for (let at = classes; at >= 0 && k > 0; at--) {
      const count = counts[at] as number
      if (k <= above + count) {
        wanted[at] = 1
        return { at, k: k - above }
      }
      above += count
    }
    return null
  })
  let gathered = 0
  const aboveOf = new Map<number, number>()
  for (let at = classes; at >= 0; at--) {
    if (wanted[at] !== 1) continue
    aboveOf.set(at, gathered)
    gathered += counts[at] as number
  }
  const found = kernels.gather(score, wanted, gathered)
  const ranks = holders.map((holder) =>
    holder === null ? -1 : gathered - (aboveOf.get(holder.at) ?? 0) - holder.k,
  )
  const values = gathered > crowded ? selectMany(found, ranks) : null
  if (values === null) found.sort()
  return Float64Array.from(places, (k, at) =>
    k === 0 ? Infinity : ((values ?? sortedAt(found, ranks))[at] ?? NaN),
  )
}

const sortedAt = (sorted: Float64Array, ranks: readonly number[]): readonly number[] =>
  ranks.map((rank) => sorted[rank] ?? NaN)
