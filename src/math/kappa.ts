/**
 * Cohen's kappa of a square table of counts [one rater][other rater]: agreement beyond chance, 1 = all agree, 0 = as by chance.
 * Null where it is not defined: an empty table, or both raters used one class only. (Cohen 1960.)
 */
export function kappa(matrix: readonly (readonly number[])[]): number | null {
  const size = matrix.length
  const rows = matrix.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = Array.from({ length: size }, (_, at) =>
    matrix.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  )
  const total = rows.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const observed = matrix.reduce((sum, row, at) => sum + (row[at] ?? 0), 0) / total
  const byChance = rows.reduce(
    (sum, row, at) => sum + (row / total) * ((columns[at] ?? 0) / total),
    0,
  )
  return byChance === 1 ? null : (observed - byChance) / (1 - byChance)
}
