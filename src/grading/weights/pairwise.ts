import { acceptableRatio, comparedWeights, mostCompared, worstJudgement } from '../../math/ahp.ts'
import type { Judgement } from '../../scheme/scheme.ts'
import type { HelperInput, Reconsidered, Weighed, WeightHelper } from './helper.ts'

/** From answers to “which counts more, and how much” (AHP). A pair without an answer counts as equal. */
export const pairwise: WeightHelper = {
  id: 'pairwise',
  ofGroups: true,
  most: mostCompared,
  *weights({ items, judgements }) {
    yield
    const { matrix, answered } = matrixOf(items, judgements)
    const { weights, ratio } = comparedWeights(matrix)
    const pairs = (items.length * (items.length - 1)) / 2
    const reconsider = ratio > acceptableRatio ? doubtOf(items, matrix, weights) : null
    return {
      shares: items.length === 0 || items.length > mostCompared ? null : weights,
      facts: { id: 'pairwise', pairs, answered, ratio, reconsider },
    }
  },
}

type Matrix = readonly (readonly number[])[]

function matrixOf(items: readonly Weighed[], judgements: HelperInput['judgements']) {
  const places = new Map(items.map(({ id }, at) => [id, at]))
  const matrix = items.map(() => new Array<number>(items.length).fill(1))
  const answered = new Set<string>()
  for (const { first, second, ratio } of judgements) {
    const [i, j] = [places.get(first), places.get(second)]
    if (i === undefined || j === undefined || i === j || !isRatio(ratio)) continue
    ;(matrix[i] as number[])[j] = ratio
    ;(matrix[j] as number[])[i] = 1 / ratio
    answered.add(`${Math.min(i, j)} ${Math.max(i, j)}`)
  }
  return { matrix, answered: answered.size }
}

export const isRatio = (ratio: Judgement['ratio']): boolean => ratio > 0 && Number.isFinite(ratio)

function doubtOf(items: readonly Weighed[], matrix: Matrix, weights: Float64Array) {
  const doubt = worstJudgement(matrix, weights)
  if (!doubt) return null
  const { first: i, second: j, fits } = doubt
  const mended = matrix.map((row, at) =>
    row.map((value, of) => (at === i && of === j ? fits : at === j && of === i ? 1 / fits : value)),
  )
  const doubted: Reconsidered = {
    first: items[i]?.id ?? '',
    second: items[j]?.id ?? '',
    given: matrix[i]?.[j] ?? 1,
    fits,
    ratio: comparedWeights(mended).ratio,
  }
  return doubted
}
