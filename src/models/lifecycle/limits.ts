import { quantile } from '../../math/quantile.ts'
import type { PurchaseDays } from '../records/purchaseDays.ts'

export interface LimitSettings {
  readonly by: 'days' | 'rhythm'
  readonly dormantDays: number | null // null = found from the data
  readonly lostDays: number | null
  readonly dormantTimes: number // × own usual gap
  readonly lostTimes: number
}

/** When a customer counts as dormant or lost: idle for longer than that. */
export interface Limits {
  readonly by: 'days' | 'rhythm'
  readonly dormantDays: number
  readonly lostDays: number
  readonly dormantTimes: number
  readonly lostTimes: number
  /** Where the days of dormancy come from: set, from gaps between purchases, or usual since there are too few gaps. */
  readonly source: 'set' | 'gaps' | 'usual'
  readonly gaps: number // gaps between purchase days that there are
}

/**
 * Gaps come nearly at random for most customers; then one in eight is longer than three times the median, and one in 64
 * longer than six times (exponential: P(gap > t·median) = 2^−t).
 */
export const usualLimits: LimitSettings = {
  by: 'days',
  dormantDays: null,
  lostDays: null,
  dormantTimes: 3,
  lostTimes: 6,
}

const leastGaps = 20
const usualDays = 90
/** Spans that people speak of. */
const friendly = [7, 14, 30, 45, 60, 90, 120, 180, 270, 365, 540, 730]

/**
 * Days that are not set are found: nine in ten gaps between purchase days are no longer than the limit of dormancy,
 * rounded up to a span that people speak of; lost = twice that.
 */
export function limitsOf(settings: LimitSettings, bought: PurchaseDays | null): Limits {
  const gaps = bought ? gapsOf(bought) : new Float64Array(0)
  const enough = gaps.length >= leastGaps
  const found = enough ? friendlyDays(quantile(gaps, 0.9)) : usualDays
  const dormantDays = settings.dormantDays ?? found
  const source = settings.dormantDays !== null ? 'set' : enough ? 'gaps' : 'usual'
  const { by, dormantTimes, lostTimes } = settings
  const lostDays = settings.lostDays ?? 2 * dormantDays
  return { by, dormantDays, lostDays, dormantTimes, lostTimes, source, gaps: gaps.length }
}

export function friendlyDays(days: number): number {
  return friendly.find((span) => span >= days) ?? Math.ceil(days / 365) * 365
}

function gapsOf({ starts, days }: PurchaseDays): Float64Array {
  const gaps: number[] = []
  for (let row = 0; row + 1 < starts.length; row++)
    for (let at = (starts[row] ?? 0) + 1; at < (starts[row + 1] ?? 0); at++)
      gaps.push((days[at] ?? NaN) - (days[at - 1] ?? NaN))
  return Float64Array.from(gaps)
}
