/** The name that was probably meant: the fewest letters to be changed, at most a third of them; null = none is near. */
export function nearest(name: string, names: readonly string[]): string | null {
  const wanted = name.toUpperCase()
  let best: string | null = null
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of names) {
    const steps = distance(wanted, candidate.toUpperCase(), least)
    if (steps < least) [best, least] = [candidate, steps]
  }
  return best ?? names.find((candidate) => name.length > 1 && candidate.includes(name)) ?? null
}

/** Levenshtein's distance of two short texts; `most` where it is not less. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most || a.length > 100) return most
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? most
}
