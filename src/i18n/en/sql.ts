import type { Words } from '../zh.ts'

export const sql: Words['sql'] = {
  title: (name, dialect) => `Customer grading: ${name} (${dialect})`,
  dialects: { postgres: 'PostgreSQL', duckdb: 'DuckDB', clickhouse: 'ClickHouse' },
  asOf: (day) => `As-of date: ${day}`,
  holds:
    'Only the method stands here: weights, cut-offs, names of categories, and summary numbers of the list (smallest, largest, mean, quantiles). No customer data.',
  how: (table) =>
    `How to use it: put the list of customers into the table ${table} of a database, then run the statements below one by one. They only read and change no table.`,
  first: 'Statement 1: parameters worked out anew from the customers in the database, one a row.',
  second:
    'Statement 2: score and tier of every customer by the parameters at the time of export, one a row.',
  held: 'Parameters in statement 2 are fixed at their values at the time of export, so that next month’s customers are measured by the same yardstick. For new parameters import the new list into Tiersheet and export again. Percentiles are the exception: unless frozen they follow the ranks in the database.',
  noParameters: 'There are no parameters that follow the data.',
  columns: (table) =>
    `The table ${table} needs these columns (named as in the list; what is missing is NULL):`,
  share: 'percentages as fractions, 5% is 0.05',
  overrides: (table) =>
    `Tiers set by hand stand in a table of their own, ${table}, one row per customer, which you provide; without any, make an empty one. Columns: customer number, name of the tier, day of expiry (NULL = none):`,
  overridesLost:
    'The list has no column of customer numbers, so tiers set by hand cannot be matched and are left out.',
  reference: (table) =>
    `Tiers of the last review stand in the table ${table}, one row per customer, which you provide. Columns: customer number, name of the tier, since when, tier it was on its way to (empty text = none), reviews in a row, day of that review:`,
  noReference:
    'The scheme has rules that hold customers in their tier, but there are no earlier tiers yet: computed tiers stand.',
  breaks: 'Cut-offs by natural breaks are fixed at their values at the time of export.',
  median: 'Median points for missing values are fixed at their values at the time of export.',
  result:
    'Columns of the result: score (0 to 100), score_rank, computed_tier, settled_tier, tier (the final one), completeness (0 to 1). Customers without a grade have NULL for score and tier.',
  steps: {
    source: 'Read the list; dates become days before the as-of date',
    prepared: 'What is done before scoring',
    utilities: 'Points of each criterion, 0 to 1',
    filled: 'Points for missing values',
    weights: 'Sum of the weights that have data',
    shares: 'Share of each criterion',
    score: 'The score put together',
    snap: 'Scores to a billionth; no grade without anything to go by',
    axes: 'Classes of the two dimensions, 0 is the best',
    ranks: 'Ranks',
    tiers: 'Computed tier, 1 is the best',
    reference: 'Tiers of the last review',
    settled: 'Settled tier: what holds customers is applied',
    rules: 'Floors, caps and vetoes',
  },
  parameters: {
    worst: 'Value for 0 points',
    best: 'Value for full points',
    count: 'Customers with data',
  },
}
