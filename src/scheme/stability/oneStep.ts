import { add, number, reference, subtract } from '../../expression/expression.ts'
import type { Stability } from '../scheme.ts'
import type { StabilityPart } from './stability.ts'

/** At most one tier up or down in one review. */
export const oneStep: StabilityPart<Extract<Stability, { id: 'oneStep' }>> = {
  id: 'oneStep',
  start: { id: 'oneStep' },
  fields: [],
  tidied: () => ({ id: 'oneStep' }),
  fits: () => true,
  best: (_, { reference: { tier } }, row) => (tier[row] as number) - 1,
  worst: (_, { reference: { tier } }, row) => (tier[row] as number) + 1,
  parameters: () => [],
  workbook: () => ({
    best: subtract(reference('reference'), number(1)),
    worst: add(reference('reference'), number(1)),
  }),
}
