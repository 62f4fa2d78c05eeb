const known = new WeakMap<Uint8Array, Uint32Array>()

/** Row ids without a value: most columns miss few, so that going through these costs less than through all. Kept beside cached utilities. */
export function missingRows(present: Uint8Array): Uint32Array {
  const found = known.get(present)
  if (found) return found
  let count = 0
  for (let row = 0; row < present.length; row++) count += 1 - (present[row] as number)
  const rows = new Uint32Array(count)
  let at = 0
  for (let row = 0; row < present.length; row++) if (present[row] === 0) rows[at++] = row
  known.set(present, rows)
  return rows
}
