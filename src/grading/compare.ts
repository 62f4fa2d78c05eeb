import type { Tier } from '../scheme/scheme.ts'
import { ungraded } from './result.ts'

/** Tiers of every row id, with the tiers that the indexes mean. */
export interface Tiers {
  readonly tiers: readonly Tier[]
  readonly tier: Uint8Array // index; 255 = ungraded or dead
}

export interface Movement {
  readonly up: number
  readonly down: number
  readonly same: number
  /** Customers [before][after]; the last row and column are the ungraded. Neither up nor down from or to there. */
  readonly matrix: readonly (readonly number[])[]
}

/**
 * Who is in a better or worse tier than before. Tiers are matched by id; one that is gone keeps its place from the top,
 * as far as there are as many tiers now.
 */
export function compareTiers(before: Tiers, after: Tiers, order: Uint32Array): Movement {
  const width = after.tiers.length + 1
  const height = before.tiers.length + 1
  const counts = new Uint32Array(width * height)
  for (let i = 0; i < order.length; i++) {
    const row = order[i] as number
    const from = Math.min(before.tier[row] ?? ungraded, height - 1)
    const to = Math.min(after.tier[row] ?? ungraded, width - 1)
    const at = from * width + to
    counts[at] = (counts[at] as number) + 1
  }
  const places = before.tiers.map((tier, at) => placeOf(tier, at, after.tiers))
  let up = 0
  let down = 0
  let same = 0
  places.forEach((place, from) => {
    for (let to = 0; to < width - 1; to++) {
      const count = counts[from * width + to] as number
      if (to < place) up += count
      else if (to > place) down += count
      else same += count
    }
  })
  const matrix = Array.from({ length: height }, (_, from) =>
    Array.from(counts.subarray(from * width, (from + 1) * width)),
  )
  return { up, down, same, matrix }
}

/** Index that a tier of before has among the tiers of after. */
export function placeOf(tier: Tier, at: number, tiers: readonly Tier[]): number {
  const place = tiers.findIndex(({ id }) => id === tier.id)
  return place < 0 ? Math.min(at, tiers.length - 1) : place
}
