/** What a model lacks, said in words of `i18n` `models.needs`. */
export type Need =
  | 'orders' // a table of orders
  | 'orders.when'
  | 'orders.amount'
  | 'interactions'
  | 'service'
  | 'survey'
  | 'survey.answer'
  | 'contribution.source' // a column of costs, profits or referrers
  | 'lifecycle.source' // orders, or a column for the last purchase
  | 'churn.source' // the same, or a yes / no column that says who is lost
  | 'rfm.source' // orders, or columns for last purchase, count and amount
  | 'value.source' // orders with amounts, or columns for frequency and spend
