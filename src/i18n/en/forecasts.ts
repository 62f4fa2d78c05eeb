import type { Detail } from '../../core/error.ts'
import type { forecastFields as fields } from '../zh/forecasts.ts'
import type { Words } from '../zh.ts'
import { many, one } from './facts.ts'

export const forecasts: Words['forecasts'] = {
  models: {
    bgNbd: 'BG/NBD: a customer may leave after each purchase',
    paretoNbd: 'Pareto/NBD: a customer may leave at any time',
    nbd: 'Negative binomial: the records do not tell who has left; each goes on at their own rate',
  },
}

export const forecastFields: typeof fields = {
  'prediction.months': {
    name: 'Months ahead',
    help: 'A month is 30 days. The further ahead, the less certain; best no further than the records go back.',
  },
  'prediction.discount': {
    name: 'Discount a year',
    help: 'Money next year is worth less than money now: at 10%, 110 in a year count as 100 today. 0% means no discount.',
  },
  'prediction.model': {
    name: 'How to estimate',
    help: 'Usually left alone: BG/NBD first; Pareto/NBD where the former cannot tell who has left.',
    options: { auto: 'Automatic', bgNbd: 'BG/NBD', paretoNbd: 'Pareto/NBD' },
  },
  'value.margin': {
    name: 'Margin',
    help: 'Left empty, sales are counted, not profit.',
    empty: 'Not given (sales are counted)',
  },
  'value.method': {
    name: 'For how long',
    help: 'For a fixed number of years, or by how many customers stay each year.',
    options: { years: 'Fixed number of years', retention: 'By share that stays' },
  },
  'value.years': {
    name: 'Years',
    help: 'How many years a customer stays. Used for a fixed number of years.',
  },
  'value.retention': {
    name: 'Share that stays each year',
    help: 'How many are still there a year later: 80% means that a fifth leaves each year. The first margin counts a year from now. Used by share that stays.',
  },
  'value.discount': {
    name: 'Discount a year',
    help: '0% means no discount. Where there is one, each year’s money counts at its end.',
  },
}

export const forecastIssues = {
  'prediction.fewRepeaters': (d: Detail) => ({
    title: `Too few repeat buyers to foretell anything: ${many(d)}`,
    help: `At least ${many(d, 'least')} customers must have bought on two different days or more, or the numbers would mean nothing.`,
  }),
  'prediction.oneTime': (d: Detail) => ({
    title: `No estimate for ${one(d, 'customer who', 'customers who')} bought on one day only`,
    help: 'After a single purchase nobody can tell whether a customer is away or gone: empty, neither 0 nor 100%.',
  }),
  'prediction.noDropout': () => ({
    title: 'The records do not tell who has left: no chance of being active is given',
    help: 'That nobody left explains these purchases just as well. Expected purchases take everybody to be still there, and may be too high.',
  }),
  'prediction.pareto': () => ({
    title: 'Pareto/NBD was used instead',
    help: 'BG/NBD cannot tell who has left; this model can.',
  }),
  'prediction.notConverged': () => ({
    title: 'The best parameters were not found; take the result as a hint',
    help: 'Usual reasons: few repeat buyers, or wrong purchase dates.',
  }),
  'prediction.farAhead': (d: Detail) => ({
    title: `Looks ${one(d, 'day', 'days', 'days')} ahead with records of ${one(d, 'day', 'days', 'observed')}`,
    help: 'Further ahead than the records go back is not reliable. Choose fewer months.',
  }),
  'prediction.fewSpenders': (d: Detail) => ({
    title: 'Too few repeat buyers with amounts: no money is foretold',
    help: `There are ${many(d)}, and ${many(d, 'least')} are needed. Expected purchases are not affected.`,
  }),
  'prediction.spendUnbounded': () => ({
    title: 'Amounts differ too much between customers: no money is foretold',
    help: 'A few huge amounts leave the mean without meaning. Check the amounts, or look at large accounts on their own.',
  }),
  'prediction.spendDependent': (d: Detail) => ({
    title:
      Number(d['correlation'] ?? 0) > 0
        ? 'Frequent buyers also spend more each time: foretold money is biased'
        : 'Frequent buyers spend less each time: foretold money is biased',
    help: `The model takes the two to be unrelated; their correlation here is ${Number(d['correlation'] ?? 0).toFixed(2)} (beyond ±0.3).`,
  }),
  'value.noMargin': () => ({
    title: 'No margin is given: value means sales here, not profit',
    help: 'Give a margin in the settings to count profit.',
  }),
}
