import type { LabelId } from '../labels.ts'
import type { Limits } from './limits.ts'
import type { Standing } from './standing.ts'

/** Stages in the order of a customer's life; the code of a stage is its place + 1. */
export const stages = [
  'lifecycle.prospect',
  'lifecycle.first',
  'lifecycle.repeat',
  'lifecycle.dormant',
  'lifecycle.lost',
] as const satisfies readonly LabelId[]

export const stageCode = { unknown: 0, prospect: 1, first: 2, repeat: 3, dormant: 4, lost: 5 }

/** Stage code per row id; 0 = not known: bought, but nobody knows when, or how often. */
export function stagesAt(standing: Standing, limits: Limits): Uint32Array {
  const { at, count, last, rhythm } = standing
  const codes = new Uint32Array(count.length)
  for (let row = 0; row < codes.length; row++)
    codes[row] = stageOf(
      count[row] ?? NaN,
      at - (last[row] ?? NaN),
      limitOf(limits, 'dormant', rhythm[row] ?? NaN),
      limitOf(limits, 'lost', rhythm[row] ?? NaN),
    )
  return codes
}

/** Days without purchase after which a customer of that usual gap (NaN = none) is dormant, or lost. */
function limitOf(limits: Limits, what: 'dormant' | 'lost', rhythm: number): number {
  const times = what === 'dormant' ? limits.dormantTimes : limits.lostTimes
  if (limits.by === 'rhythm' && !Number.isNaN(rhythm)) return times * rhythm
  return what === 'dormant' ? limits.dormantDays : limits.lostDays
}

function stageOf(count: number, idle: number, dormant: number, lost: number): number {
  if (count === 0) return stageCode.prospect
  if (Number.isNaN(idle)) return stageCode.unknown
  if (idle > lost) return stageCode.lost
  if (idle > dormant) return stageCode.dormant
  if (Number.isNaN(count)) return stageCode.unknown
  return count === 1 ? stageCode.first : stageCode.repeat
}
