import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { one } from './facts.ts'

export const recordNotes = {
  'orders.afterAsOf': (d: Detail) => ({
    title: `Left out, after the as-of date: ${one(d, 'order', 'orders')}`,
    help: 'Set a later as-of date to count them.',
  }),
  'orders.undated': (d: Detail) =>
    d['windowed'] === 1
      ? {
          title: `Left out, without a date: ${one(d, 'order', 'orders')}`,
          help: 'It is not known whether they fall into the period. Fill in the dates, or leave the period empty.',
        }
      : {
          title: `Without a date: ${one(d, 'order', 'orders')}`,
          help: 'They count as orders and in the amount, but not in dates, gaps and trend.',
        },
  'orders.unpriced': (d: Detail) => ({
    title: `Without an amount: ${one(d, 'order', 'orders')}`,
    help: 'They count as orders, but not in amounts and averages.',
  }),
  'orders.currencies': (d: Detail) => ({
    title: `Orders are in several currencies: ${list(d, 'currencies').slice(0, 5).join(', ')}`,
    help: 'Amounts are added as they stand; nothing was converted. Convert them to one currency first.',
  }),
  'contribution.costUnknown': (d: Detail) => ({
    title: `Margin not known: ${one(d, 'order', 'orders')}`,
    help: 'They are not in the margin. Fill in costs, or set a margin rate.',
  }),
  'contribution.referrerUnknown': (d: Detail) => ({
    title: `Referrer not found in the list: ${one(d, 'customer', 'customers')}`,
    help: 'Name the referrer by number, phone or name as in the list; what two customers share counts for neither.',
  }),
  'contribution.ownReferrer': (d: Detail) => ({
    title: `Named as their own referrer: ${one(d, 'customer', 'customers')}`,
    help: 'Such referrals do not count.',
  }),
  'records.afterAsOf': (d: Detail) => ({
    title: `Left out, after the as-of date: ${one(d, 'record', 'records')}`,
    help: 'Set a later as-of date to count them.',
  }),
  'records.undated': (d: Detail) => ({
    title: `Without a date: ${one(d, 'record', 'records')}`,
    help: 'They are in the total, but not among the recent ones, in the last date or in any month.',
  }),
  'service.closedBefore': (d: Detail) => ({
    title: `Closed before they were opened: ${one(d, 'service record', 'service records')}`,
    help: 'They are not in the days to resolve. Check these two columns.',
  }),
}

export const recordFields = {
  'behaviour.window': {
    name: 'Period',
    help: 'Only orders of the last so many months count. First and last purchase, gaps and trend always look at all orders.',
    empty: 'All orders',
  },
  'behaviour.trend': {
    name: 'Length of a trend period',
    help: 'The last so many months are compared with as many before them.',
  },
  'behaviour.halfLife': {
    name: 'Days until spending counts half',
    help: 'In the fading spend, an order counts half after so many days.',
  },
  'contribution.marginRate': {
    name: 'Margin rate',
    help: 'For orders without a cost or profit of their own; the others are taken as they stand.',
    empty: 'Not known',
  },
  'interactions.halfLife': {
    name: 'Days until a contact counts half',
    help: 'In the engagement heat, a contact counts half after so many days.',
  },
  'interactions.days': {
    name: 'Days that are recent',
    help: 'Contacts in these days up to the as-of date are recent ones.',
  },
}
