import type { WeightHelper } from './helper.ts'

/** The same for each. */
export const equal: WeightHelper = {
  id: 'equal',
  ofGroups: true,
  most: Infinity,
  *weights({ items }) {
    yield
    return { shares: items.length === 0 ? null : fill(items.length), facts: { id: 'equal' } }
  },
}

const fill = (n: number) => new Float64Array(n).fill(1 / n)
