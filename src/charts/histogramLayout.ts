/** One cut line on a score scale. */
export interface CutLine {
  readonly id: string
  readonly at: number // 0..100
  readonly pill: string // A ≥ 80
  readonly name: string // for screen readers
  readonly text: string // its value for screen readers
}

/** Pairs the 100 bins of a point into 50 of two points, tier by tier: heights as counts. */
export function pairBins(byTier: ArrayLike<number>, tiers: number): readonly (readonly number[])[] {
  return Array.from({ length: tiers }, (_, tier) =>
    Array.from({ length: 50 }, (_, bin) => {
      const at = tier * 100 + bin * 2
      return (byTier[at] ?? 0) + (byTier[at + 1] ?? 0)
    }),
  )
}

/**
 * The bars of each tier as one path, worst tier at the bottom. Box: `width` × `height` px, one px between bars; a bar that
 * holds anyone is at least one px high.
 */
export function barPaths(
  bins: readonly (readonly number[])[],
  width: number,
  height: number,
): readonly string[] {
  const count = bins[0]?.length ?? 0
  const highest = Math.max(
    1,
    ...Array.from({ length: count }, (_, bin) => bins.reduce((n, tier) => n + (tier[bin] ?? 0), 0)),
  )
  const step = width / count
  const paths = bins.map(() => '')
  for (let bin = 0; bin < count; bin++) {
    let base = height
    for (let tier = bins.length - 1; tier >= 0; tier--) {
      const n = bins[tier]?.[bin] ?? 0
      if (n === 0) continue
      const tall = Math.max(base === height ? 1 : 0, (n / highest) * height * 0.96)
      const left = (bin * step + 0.5).toFixed(1)
      paths[tier] +=
        `M${left} ${base.toFixed(1)}v${(-tall).toFixed(1)}h${(step - 1).toFixed(1)}v${tall.toFixed(1)}z`
      base -= tall
    }
  }
  return paths
}

/** Pills that would lie on each other stand apart; their lines stay. Centres in px, left to right as given. */
export function spread(
  centres: readonly number[],
  gap: number,
  from: number,
  to: number,
): readonly number[] {
  const order = centres.map((_, i) => i).sort((a, b) => (centres[a] ?? 0) - (centres[b] ?? 0))
  const placed = [...centres]
  let least = from
  for (const i of order) {
    placed[i] = Math.max(placed[i] ?? 0, least)
    least = (placed[i] ?? 0) + gap
  }
  let most = to
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i] ?? 0, most)
    most = (placed[i] ?? 0) - gap
  }
  return placed
}
