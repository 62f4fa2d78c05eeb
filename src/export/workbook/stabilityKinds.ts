/** Columns of the main sheet: what the last review left, as values, and what this one makes of it, as formulas. */
export const earlierKinds = [
  'earlierTier',
  'earlierNumber',
  'earlierSince',
  'earlierPending',
  'earlierReviews',
] as const
export type EarlierKind = (typeof earlierKinds)[number]
export const settledKinds = ['settled', 'since', 'pending', 'reviewed'] as const
export type SettledKind = (typeof settledKinds)[number]
