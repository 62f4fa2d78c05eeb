import type { Shared } from './shares.ts'

/** A column of which NaN is left out of its row. */
export interface SharedColumn extends Shared {
  readonly values: Float64Array
}

/**
 * The shares of `shares.ts` row by row, among what is there: `(row)` fills `shares` and says whether anything with weight
 * counts. For many rows: the same list is written again and again, nothing is made anew.
 */
export function sharesByRow(columns: readonly SharedColumn[]): {
  readonly shares: Float64Array
  readonly fill: (row: number) => boolean
} {
  const values = columns.map((column) => column.values)
  const weights = Float64Array.from(columns, ({ weight }) => weight)
  const names = [...new Set(columns.map(({ group }) => group))]
  const groups = Uint32Array.from(columns, ({ group }) => names.indexOf(group))
  const groupWeights = Float64Array.from(
    names,
    (name) => columns.find(({ group }) => group === name)?.groupWeight ?? 0,
  )
  const totals = new Float64Array(names.length)
  const shares = new Float64Array(columns.length)
  const fill = (row: number): boolean => {
    totals.fill(0)
    for (let at = 0; at < values.length; at++) {
      const value = (values[at] as Float64Array)[row] as number
      const group = groups[at] as number
      if (value === value) totals[group] = (totals[group] as number) + (weights[at] as number)
    }
    let whole = 0
    for (let group = 0; group < totals.length; group++)
      if ((totals[group] as number) > 0) whole += groupWeights[group] as number
    for (let at = 0; at < values.length; at++) {
      const value = (values[at] as Float64Array)[row] as number
      const group = groups[at] as number
      const total = totals[group] as number
      shares[at] =
        value === value && whole > 0 && total > 0
          ? ((groupWeights[group] as number) / whole) * ((weights[at] as number) / total)
          : 0
    }
    return whole > 0
  }
  return { shares, fill }
}
