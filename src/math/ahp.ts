/** Consistency index of random judgements by number of items (Saaty 1980), from 0 items on. */
const randomIndex = [
  0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
] as const

/** Most items that the random indices are known for. */
export const mostCompared = randomIndex.length - 1

/** Up to this the judgements agree well enough (Saaty). */
export const acceptableRatio = 0.1

/** Judgements are on this scale and its reciprocals. */
export const strongest = 9

export interface ComparedWeights {
  readonly weights: Float64Array // total 1
  readonly largest: number // λ max
  readonly index: number // CI = (λ max − n) ÷ (n − 1)
  readonly ratio: number // CR = CI ÷ random index; 0 for two items, which cannot contradict each other
}

/**
 * Weights of pairwise comparison (AHP): the principal eigenvector of the reciprocal matrix, by power iteration (Saaty 1980,
 * The Analytic Hierarchy Process; 2008, Int. J. Services Sciences 1:1). `matrix[i][j]` > 0 says how many times as important
 * i is as j. 1 to 15 items.
 */
export function comparedWeights(matrix: readonly (readonly number[])[]): ComparedWeights {
  const n = matrix.length
  let weights = new Float64Array(n).fill(1 / n)
  let largest = n
  for (let round = 0; round < 10_000; round++) {
    const next = Float64Array.from(matrix, (row) =>
      row.reduce((sum, value, at) => sum + value * (weights[at] as number), 0),
    )
    largest = next.reduce((sum, value) => sum + value, 0) // weights total 1
    const scaled = next.map((value) => value / largest)
    const moved = scaled.reduce((most, value, at) => {
      return Math.max(most, Math.abs(value - (weights[at] as number)))
    }, 0)
    weights = scaled
    if (moved < 1e-15) break
  }
  const index = n > 1 ? Math.max(0, (largest - n) / (n - 1)) : 0
  const random = randomIndex[n] ?? NaN
  return { weights, largest, index, ratio: n < 3 ? 0 : index / random }
}

export interface Doubt {
  readonly first: number // places of the pair, first < second
  readonly second: number
  readonly fits: number // the value of the scale that goes best with the others
}

/**
 * The judgement that deviates most from wᵢ ÷ wⱼ (largest εᵢⱼ = aᵢⱼ·wⱼ ÷ wᵢ or its reciprocal; Saaty 2003, Eur. J. Operational
 * Research 145:1) and has a better value on the scale; null where each is the nearest to its ratio.
 */
export function worstJudgement(
  matrix: readonly (readonly number[])[],
  weights: Float64Array,
): Doubt | null {
  let worst: Doubt | null = null
  let most = 1e-9
  for (let i = 0; i < matrix.length; i++)
    for (let j = i + 1; j < matrix.length; j++) {
      const given = matrix[i]?.[j] ?? NaN
      const ratio = (weights[i] as number) / (weights[j] as number)
      const off = Math.abs(Math.log(given / ratio))
      const fits = onScale(ratio)
      if (off <= most || Math.abs(Math.log(fits / given)) < 1e-9) continue
      most = off
      worst = { first: i, second: j, fits }
    }
  return worst
}

/** The nearest of 1/9 … 1/2, 1, 2 … 9 by its ratio. */
function onScale(ratio: number): number {
  if (ratio < 1) return 1 / onScale(1 / ratio)
  const low = Math.min(strongest, Math.floor(ratio))
  const high = Math.min(strongest, low + 1)
  return ratio / low <= high / ratio ? low : high
}
