import { slotTemplate } from './slots.ts'

/** Subscribers: monthly charge, time in the net, what came in so far, complaints. */
export const telecom = slotTemplate({
  id: 'telecom',
  best: 0.93,
  slots: [
    { meanings: ['monthlyCharge'], weight: 40, core: true },
    { meanings: ['tenure'], weight: 30, core: true },
    { meanings: ['totalSpend', 'lifetimeValue'], weight: 20 },
    { meanings: ['complaints', 'satisfaction'], weight: 10 },
  ],
})
