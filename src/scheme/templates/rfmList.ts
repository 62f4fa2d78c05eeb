import { slotTemplate } from './slots.ts'

/** A shop's list with recency, number of orders and amount for each customer; opinions count a little where they are known. */
export const rfmList = slotTemplate({
  id: 'rfmList',
  best: 0.95,
  slots: [
    { meanings: ['lastPurchase'], weight: 30, core: true },
    { meanings: ['orderCount', 'frequency'], weight: 25, core: true },
    { meanings: ['totalSpend', 'annualPurchase', 'lifetimeValue'], weight: 30, core: true },
    { meanings: ['recommendation', 'satisfaction'], weight: 10 },
    { meanings: ['complaints', 'returns'], weight: 5 },
  ],
})
