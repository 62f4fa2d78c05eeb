import type { GroupId } from '../scheme.ts'
import { type ColumnFacts, type Meaning, meaningOf } from './meaning.ts'

/** The dimensions that customers are usually looked at by, in this order: 行为, 贡献, 忠诚度, 互动. */
export const usualGroups = ['g_behaviour', 'g_contribution', 'g_loyalty', 'g_interaction'] as const
type Usual = (typeof usualGroups)[number]

const groups: Readonly<Record<Meaning, Usual>> = {
  frequency: 'g_behaviour',
  orderCount: 'g_behaviour',
  lastPurchase: 'g_behaviour',
  products: 'g_behaviour',
  paymentDays: 'g_behaviour',
  overdue: 'g_behaviour',
  returns: 'g_behaviour',
  spendPerOrder: 'g_contribution',
  lifetimeValue: 'g_contribution',
  totalSpend: 'g_contribution',
  annualPurchase: 'g_contribution',
  monthlyCharge: 'g_contribution',
  potential: 'g_contribution',
  assets: 'g_contribution',
  tenure: 'g_loyalty',
  churn: 'g_loyalty',
  recommendation: 'g_loyalty',
  satisfaction: 'g_interaction',
  complaints: 'g_interaction',
  activity: 'g_interaction',
}

/** Where a column belongs by what it measures; of one that is not known by how it is read. */
export function usualGroup(column: ColumnFacts | undefined): GroupId {
  const meaning = column && meaningOf(column)
  if (meaning) return groups[meaning]
  switch (column?.reading) {
    case 'money':
      return 'g_contribution'
    case 'rating':
      return 'g_interaction'
    default:
      return 'g_behaviour'
  }
}
