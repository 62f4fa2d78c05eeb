import { gapRows, gapsOf, type Gaps } from './kernels/gaps.ts'
import { kernelsOf } from './kernels/room.ts'
import { type Shared, sharesOf } from './shares.ts'

/** A column with its weight, of values from 0 on. NaN = left out of that row. Values must not change from call to call. */
export interface Weighed extends Shared {
  readonly values: Float64Array
  /** Rows without this value get none at all. */
  readonly required: boolean
}

/**
 * scale · Σ share·value per row, in the order of the columns; shares (`shares.ts`) are among those that have a value in the
 * row. NaN where none with weight has, or a required one has not. All columns are as long as `mean`. `toFinish`: also within
 * 0..100 and to a billionth, where that takes no further walk; whether it is.
 */
export function weightedMean(
  terms: readonly Weighed[],
  scale: number,
  mean: Float64Array,
  toFinish = false,
): boolean {
  const shares = sharesOf(terms)
  if (!shares.some((share) => share > 0)) {
    mean.fill(NaN)
    return false
  }
  const kernels = kernelsOf(mean)
  const columns = terms.map(({ values }) => values)
  const gaps = gapsOf(columns.map(gapRows), mean.length)
  if (gaps && gaps.count > 1) {
    const table = sharesByPattern(terms, gaps)
    kernels.weightedSumWithGaps(columns, table, gaps.patterns, scale, mean)
    return false
  }
  const isFinished = toFinish && gaps !== null
  kernels.weightedSum(columns, shares, scale, mean, isFinished)
  if (gaps) return isFinished
  const partial = sharesAmong(terms)
  const own = new Float64Array(terms.length)
  for (let row = 0; row < mean.length; row++) {
    if (mean[row] === mean[row]) continue
    partial((at) => columns[at]?.[row] === columns[at]?.[row], own, 0)
    mean[row] = scale * sumOf(columns, own, row)
  }
  return false
}

function sumOf(columns: readonly Float64Array[], shares: Float64Array, row: number): number {
  let sum = 0
  for (let at = 0; at < columns.length; at++) {
    const u = (columns[at] as Float64Array)[row] as number
    sum += (shares[at] as number) * (u === u ? u : 0)
  }
  return sum
}

/** Shares among what each pattern of gaps leaves, those of a pattern beside one another. */
function sharesByPattern(terms: readonly Weighed[], { lacks, count }: Gaps): Float64Array {
  const table = new Float64Array(count * terms.length)
  const partial = sharesAmong(terms)
  for (let first = 0; first < table.length; first += terms.length)
    partial((at) => lacks[first + at] === 0, table, first)
  return table
}

/** As `sharesOf`, for many rows: NaN throughout where nothing with weight is there, or something required is not. */
function sharesAmong(terms: readonly Weighed[]) {
  const names = [...new Set(terms.map(({ group }) => group))]
  const groups = Uint8Array.from(terms, ({ group }) => names.indexOf(group))
  const groupWeights = Float64Array.from(
    names,
    (name) => terms.find(({ group }) => group === name)?.groupWeight ?? 0,
  )
  const totals = new Float64Array(names.length)
  return (has: (at: number) => boolean, shares: Float64Array, first: number): void => {
    totals.fill(0)
    let isWhole = true
    for (let at = 0; at < terms.length; at++) {
      const { weight, required } = terms[at] as Weighed
      const group = groups[at] as number
      if (has(at)) totals[group] = (totals[group] as number) + weight
      else if (required) isWhole = false
    }
    let whole = 0
    for (let group = 0; group < totals.length; group++)
      if ((totals[group] as number) > 0) whole += groupWeights[group] as number
    const counts = isWhole && whole > 0
    for (let at = 0; at < terms.length; at++) {
      const group = groups[at] as number
      const total = totals[group] as number
      const share =
        has(at) && total > 0
          ? ((groupWeights[group] as number) / whole) * ((terms[at] as Weighed).weight / total)
          : 0
      shares[first + at] = counts ? share : NaN
    }
  }
}
