import { slotTemplate } from './slots.ts'

const auto = { id: 'linear', worst: null, best: null } as const

/**
 * The grading table of the field: 购买频率, 单次消费金额, 客户生命周期价值. Frequency weighs most, since only from 53 % on do
 * its three sample customers come out in the order A, B, C that the table gives them (spec/features.md, first trap).
 */
export const frequencySpendLifetime = slotTemplate({
  id: 'frequencySpendLifetime',
  best: 1,
  slots: [
    { meanings: ['frequency'], weight: 60, core: true, scoring: auto },
    { meanings: ['spendPerOrder'], weight: 20, core: true, scoring: auto },
    { meanings: ['lifetimeValue'], weight: 20, core: true, scoring: auto },
  ],
  tiers: ['A', 'B', 'C'],
  cutoffs: [60, 40],
})
