import { slotTemplate } from './slots.ts'

/** Bank customers: assets first, then products held, length of the relation and activity. */
export const bank = slotTemplate({
  id: 'bank',
  best: 0.9,
  slots: [
    { meanings: ['assets'], weight: 50, core: true },
    { meanings: ['products'], weight: 15 },
    { meanings: ['tenure'], weight: 10 },
    { meanings: ['activity', 'frequency', 'orderCount'], weight: 15 },
    { meanings: ['overdue'], weight: 10 },
  ],
})
