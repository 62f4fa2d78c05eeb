import type { AggregationId, TieringId } from '../../scheme/scheme.ts'

/** 36×24 boxes: what a way of making scores or setting tiers looks like. */

export const aggregationPictures: Readonly<Record<AggregationId, string>> = {
  weightedSum: 'M2 8H14V16H2ZM14 8H24V16H14ZM24 8H34V16H24Z', // parts laid end to end
  weightedProduct: 'M5 20V4M13 20V14M21 20V6M29 20V4M2 14H34', // the shortest stave holds the water
  topsis:
    'M4 20 19 12 32 4M17 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0M30 4.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M2 20a2 2 0 1 0 4 0a2 2 0 1 0-4 0', // between the worst and the best
}

export const tieringPictures: Readonly<Record<TieringId, string>> = {
  cutoffs: 'M2 20C10 20 10 5 18 5S26 20 34 20M13 3V21M24 3V21',
  quota: 'M2 7H34V17H2ZM6 7V17M17 7V17', // one bar in shares
  topN: 'M3 20V14H13V20ZM13 20V6H23V20ZM23 20V11H33V20Z', // a podium
  valueShare: 'M2 20C4 8 12 4 34 4M9 21V9M18 21V5', // the concentration curve
  naturalBreaks:
    'M3 14h.01M6 11h.01M9 14h.01M17 12h.01M20 14h.01M29 11h.01M32 14h.01M13 5V19M25 5V19',
  matrix: 'M4 3H32V21H4ZM4 9H32M4 15H32M13 3V21M23 3V21',
}
