import { entropyOf, entropyWeights } from '../../math/entropyWeights.ts'
import type { WeightHelper } from './helper.ts'

const known = new WeakMap<Float64Array, number>()

/** The more unevenly a criterion's points are spread over the customers, the more it weighs. */
export const entropy: WeightHelper = {
  id: 'entropy',
  ofGroups: false,
  most: Infinity,
  *weights({ items }) {
    const entropies: number[] = []
    for (const { values } of items) {
      entropies.push(values ? kept(values) : NaN)
      yield
    }
    const spread = entropies.map((e) => 1 - e)
    return { shares: entropyWeights(entropies), facts: { id: 'entropy', spread } }
  },
}

function kept(values: Float64Array): number {
  const found = known.get(values) ?? entropyOf(values)
  known.set(values, found)
  return found
}
