import { slotTemplate } from './slots.ts'

/** Business customers: what they buy, could buy, how they pay, and how content they are. */
export const b2b = slotTemplate({
  id: 'b2b',
  best: 0.97,
  slots: [
    { meanings: ['annualPurchase', 'totalSpend', 'lifetimeValue'], weight: 40, core: true },
    { meanings: ['potential'], weight: 20 },
    { meanings: ['paymentDays', 'overdue'], weight: 15 },
    { meanings: ['frequency', 'orderCount'], weight: 10 },
    { meanings: ['satisfaction', 'recommendation'], weight: 10 },
    { meanings: ['complaints', 'returns'], weight: 5 },
  ],
})
