import { shareOf } from './entropyWeights.ts'

export interface CriticWeights {
  readonly weights: Float64Array | null // total 1; null where no column varies
  readonly conflicts: Float64Array // Σ (1 − r) with the other columns that vary
}

/**
 * CRITIC: standard deviation × Σ(1 − r), as shares (Diakoulaki, Mavrotas & Papayannakis 1995, Computers & Operations
 * Research 22:763). `deviations` of columns on a common scale 0..1; a column without variation has weight 0 and conflicts with
 * none. `correlations[i][j]`: Pearson's r.
 */
export function criticWeights(
  deviations: readonly number[],
  correlations: readonly (readonly number[])[],
): CriticWeights {
  const varies = deviations.map((sd) => sd > 0)
  const conflicts = Float64Array.from(deviations, (_, i) => {
    if (!varies[i]) return 0
    return deviations.reduce((sum, _sd, j) => {
      const r = correlations[i]?.[j] ?? NaN
      return j === i || !varies[j] || Number.isNaN(r) ? sum : sum + 1 - r
    }, 0)
  })
  // one column alone conflicts with none and takes it all
  const alone = varies.filter(Boolean).length === 1
  const amounts = Float64Array.from(deviations, (sd, i) => {
    if (!varies[i]) return 0
    return alone ? 1 : sd * (conflicts[i] as number)
  })
  return { weights: shareOf(amounts), conflicts }
}
