export { averageRanks, sortWithOrder } from './order'
export { sum, weightedSum, weightedSumWithGaps } from './sums'
export { assign, blend, blendWithGaps, finish, lookUp } from './scores'
export { gather, histogram, tally, valuesByTier } from './counts'
