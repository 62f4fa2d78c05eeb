/** Ids in the order that was wanted; those that came later stand after their neighbour. */
export function ordered(ids: readonly string[], wanted: readonly string[]): readonly string[] {
  const here = new Set(ids)
  const result = wanted.filter((id) => here.has(id))
  if (result.length === 0) return ids
  const placed = new Set(result)
  for (const [at, id] of ids.entries()) {
    if (placed.has(id)) continue
    const before = ids[at - 1]
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, id)
    placed.add(id)
  }
  return result
}
