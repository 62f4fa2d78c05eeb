import { criticWeights } from '../../math/critic.ts'
import { deviation } from '../../math/deviation.ts'
import { correlationsOf } from '../correlations.ts'
import type { WeightHelper } from './helper.ts'

const none = new Float64Array(0)
const known = new WeakMap<Float64Array, number>()

/** The more a criterion's points differ, and the less other criteria say the same, the more it weighs. */
export const critic: WeightHelper = {
  id: 'critic',
  ofGroups: false,
  most: Infinity,
  *weights({ items }) {
    const columns = items.map(({ values }) => values ?? none)
    const deviations: number[] = []
    for (const column of columns) {
      const sd = known.get(column) ?? deviation(column).sd
      known.set(column, sd)
      deviations.push(sd)
      yield
    }
    const { weights, conflicts } = criticWeights(deviations, yield* correlationsOf(columns))
    return { shares: weights, facts: { id: 'critic', deviations, conflicts: [...conflicts] } }
  },
}
