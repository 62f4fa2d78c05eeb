import type { Words } from '../zh.ts'

export const forecastPane: Words['forecastPane'] = {
  able: 'Customers with a forecast',
  ableHelp: (once) => `${once} more bought only once: none for them`,
  ableAll: 'All who ever bought',
  purchases: (months) => `Purchases in ${months} months`,
  times: (count) => count,
  purchasesHelp: (mean) => `${mean} per customer`,
  amount: 'Expected amount',
  amountHelp: (share) => `Discounted by ${share} a year`,
  amountPlain: 'Without discount',
  active: 'Likely to come back',
  people: (count) => count,
  activeHelp: (mean) => `Chance of being active: ${mean} on average`,
  gone: 'May not come back',
  goneHelp: (share) => `Chance below 50%: ${share}`,
  actual: 'Actual',
  expected: 'Expected',
  track: {
    title: 'How good the forecast is',
    hint: (weeks, expected, actual, off) =>
      `Last ${weeks} weeks: ${expected} expected, ${actual} came, ${off}`,
    off: {
      more: (share) => `${share} too many`,
      less: (share) => `${share} too few`,
      same: 'nearly the same',
      none: 'nothing to compare',
    },
    split: 'The forecast knows what is left of here',
    day: 'Day',
    total: (name) => `${name}, running total`,
    about: 'Running total of repeat purchases; the first purchase of each customer does not count.',
  },
  frequency: {
    title: 'Purchases before, and after',
    hint: (bought, expected, actual) =>
      `Bought ${bought} before: ${expected} expected per customer, ${actual} came`,
    exactly: (times) => (times === '1' ? 'once' : `${times} times`),
    most: (times) => `${times}+ times`,
    orMore: (times) => `${times}+`,
    bought: 'Purchases before',
    customers: 'Customers',
    mean: (name) => `${name} per customer`,
  },
  against: {
    better: (off, naive) =>
      `Mean error per customer: ${off} purchases by the forecast, ${naive} if each simply went on at their own rate. The forecast is better.`,
    worse: (off, naive) =>
      `Mean error per customer: ${off} purchases by the forecast, ${naive} if each simply went on at their own rate. In these records the forecast is no better; take it as a hint.`,
  },
  noHoldout:
    'The records are too short, or too few had come back by then, to try the forecast on the past.',
  alive: {
    title: 'Chance of being active: of ever buying again',
    hint: (count, share) => `Below 50%: ${count} customers, ${share}`,
    bin: (from, to) => `${from}–${to}%`,
    chance: 'Chance',
    customers: 'Customers',
    share: 'Share',
  },
  how: {
    title: 'How to read this',
    chance:
      'A chance below 50% means more likely gone than not, which is not the same as lost: call those who are worth it first.',
    group:
      'Each number is the mean of many customers who look alike: more certain for a group than for one customer.',
    blind:
      'It looks at dates and amounts of purchases alone, and knows nothing of promotions, seasons, prices or stock.',
    show: (count) => `Show the ${count} who may not come back in the sheet`,
  },
  details: {
    title: 'Model and parameters, for those who want them',
    model: 'Model',
    name: 'Name',
    value: 'Value',
    meaning: 'Meaning',
    rate: (days) =>
      `How often customers buy: at the mean rate, one purchase in ${days} days while they stay`,
    spread: 'How much customers differ in that: the smaller, the more',
    dropout: (share) => `Chance to leave after a purchase: ${share} on average`,
    dropoutSpread: 'How much customers differ in that: the smaller the sum of both, the more',
    leaving: (share) =>
      `How soon customers leave: about ${share} within 30 days of the first purchase`,
    leavingSpread: 'How much customers differ in that: the smaller, the more',
    spend: (mean) => `Money of a purchase (Gamma-Gamma): ${mean} on average over all customers`,
    spendSpread: 'How much purchases of one customer differ: the larger, the steadier',
    spendBetween: 'How much customers differ in money: the larger, the more alike',
    correlation:
      'Correlation of how often and how much: the model takes it for 0, beyond ±0.3 it is biased',
    likelihood: 'Log-likelihood, to compare models on the same records: the larger, the closer',
    gain: (model) =>
      `How much closer ${model} is than “nobody leaves”: only above 5.99 do the records tell who left`,
    gainName: 'Likelihood ratio',
    correlationName: 'Correlation',
    likelihoodName: 'ln L',
    unit: 'Times are in days. Parameters are estimated from all who bought, those who bought once too.',
    sources:
      'Sources: BG/NBD: Fader, Hardie & Lee 2005; Pareto/NBD: Schmittlein, Morrison & Colombo 1987; Gamma-Gamma: Fader & Hardie 2013.',
  },
  worth: {
    history: 'Value so far',
    historySales: 'Sales up to the as-of date',
    historyMargin: (share) => `Margin up to the as-of date (${share} of sales)`,
    formula: 'Value by formula',
    formulaYears: (years) => `Order value × orders a year × ${years} years`,
    formulaMargin: (years) => `Order value × orders a year × margin × ${years} years`,
    formulaRetention: (share) => `With ${share} staying each year, for good`,
    each: 'Per customer',
    eachHelp: (count) => `${count} customers with a value by formula`,
    top: 'Top 20% of customers',
    topHelp: 'of the value by formula',
    concentration: 'How few hold the value by formula',
    concentrationHint: (share) => `The top 20% hold ${share}`,
    point: (share) => `The top 20% hold ${share}`,
    share: 'Value by formula',
    predicted: 'Forecast value',
    tiers: 'Shares of tiers in value',
    tiersHint: (tier, parts) => `Tier ${tier}: ${parts.join(', ')}`,
    part: (name, share) => `${name.toLowerCase()} ${share}`,
    tier: 'Tier',
    ungraded: 'No tier',
    span: 'Value so far, by formula and by forecast cover different spans of time: compare shares, not amounts. The forecast counts only customers who have one.',
  },
}
