/** How much one of several counts: within its group, and its group among the groups. */
export interface Shared {
  readonly weight: number // ≥ 0
  readonly group: number // any number that tells groups apart
  readonly groupWeight: number // ≥ 0, the same for all of a group
}

/**
 * Share of each in the whole, 0..1: group weight ÷ Σ of the groups with something counted × weight ÷ Σ in its group of what
 * is counted (spec/grading.md §3). One group is w ÷ Σ w, to the last bit. 0 for what is not counted; all 0 where nothing with
 * weight is.
 */
export function sharesOf(
  items: readonly Shared[],
  counts: (at: number) => boolean = () => true,
): Float64Array {
  const totals = new Map<number, number>()
  items.forEach(({ group, weight }, at) => {
    if (counts(at)) totals.set(group, (totals.get(group) ?? 0) + weight)
  })
  let whole = 0
  const added = new Set<number>()
  for (const { group, groupWeight } of items) {
    if (added.has(group) || !((totals.get(group) ?? 0) > 0)) continue
    added.add(group)
    whole += groupWeight
  }
  return Float64Array.from(items, ({ group, groupWeight, weight }, at) => {
    const total = totals.get(group) ?? 0
    return counts(at) && whole > 0 && total > 0 ? (groupWeight / whole) * (weight / total) : 0
  })
}
