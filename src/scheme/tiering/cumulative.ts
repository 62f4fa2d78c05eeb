/** Lists that grow from tier to tier, which quota, top N and value share have in common. */

export const whole = 10_000 // hundredths of a percent

/** Shares 10 30 60 100 % for four tiers; for another number they grow as 1 : 2 : 3 … */
export function sharesFor(tiers: number): number[] {
  const sum = (tiers * (tiers + 1)) / 2
  return Array.from({ length: tiers }, (_, at) =>
    at === tiers - 1 ? whole : Math.round((((at + 1) * (at + 2)) / 2 / sum) * 100) * 100,
  )
}

/** Whole hundredths of a percent within 0..100 %, the last 100 %; null for another length or what is no number. */
export function tidiedShares(cumulative: readonly number[], tiers: number): number[] | null {
  if (cumulative.length !== tiers || !cumulative.every(Number.isFinite)) return null
  return cumulative.map((share, at) =>
    at === tiers - 1 ? whole : Math.min(whole, Math.max(0, Math.round(share))),
  )
}

export function sharesWithout(cumulative: readonly number[], at: number): number[] {
  const gone = Math.min(at, cumulative.length - 2)
  return cumulative.filter((_, i) => i !== gone)
}

/** The new last tier takes half of what the old one had. */
export function sharesWith(cumulative: readonly number[]): number[] {
  const before = cumulative.at(-2) ?? 0
  return [...cumulative.slice(0, -1), Math.round((before + whole) / 2), whole]
}

/** A list that must rise: where it falls, and where a tier adds nothing to those above it. */
export function doubtsOfRising(cumulative: readonly number[]) {
  const places = cumulative.map((_, at) => at)
  return {
    crossed: places.filter((at) => at > 0 && (cumulative[at] ?? 0) < (cumulative[at - 1] ?? 0)),
    unreachable: places.filter((at) => (cumulative[at] ?? 0) === (cumulative[at - 1] ?? 0)),
  }
}
