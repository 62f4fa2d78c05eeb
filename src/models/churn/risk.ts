import type { Limits } from '../lifecycle/limits.ts'
import { stageCode, stagesAt } from '../lifecycle/stage.ts'
import { type Standing, usualGap } from '../lifecycle/standing.ts'
import type { PurchaseDays } from '../records/purchaseDays.ts'
import { levelCode, type Reason, reasons } from './reasons.ts'

export interface RiskSettings {
  readonly middleTimes: number // × own usual gap
  readonly highTimes: number
  readonly leastDays: number // nobody is called late before
}

/** What other records say of customers, 1 per row id; null = there are no such records. */
export interface Signals {
  readonly complaints: Uint8Array | null // not resolved yet
  readonly answers: Uint8Array | null // poor
}

export interface Risk {
  readonly levels: Uint32Array // codes of `levels`
  readonly reasons: Uint32Array // codes of `reasons` from 1 on; 0 = none
  readonly overdue: Float64Array // idle ÷ own usual gap; NaN below three purchase days
}

/** The strongest reason decides the level. `bought` null = only last purchases and numbers of orders are known. */
export function riskOf(
  standing: Standing,
  bought: PurchaseDays | null,
  limits: Limits,
  settings: RiskSettings,
  signals: Signals,
): Risk {
  const rows = standing.count.length
  const stage = stagesAt(standing, limits)
  const risk: Risk = {
    levels: new Uint32Array(rows),
    reasons: new Uint32Array(rows),
    overdue: new Float64Array(rows).fill(NaN),
  }
  for (let row = 0; row < rows; row++) {
    const idle = standing.at - (standing.last[row] ?? NaN)
    risk.overdue[row] = idle / (standing.rhythm[row] ?? NaN)
    const code = stage[row] ?? 0
    if (code <= stageCode.prospect || code === stageCode.lost) continue
    let level = levelCode.low
    const rise = (next: number, reason: Reason) => {
      if (next <= level) return
      level = next
      risk.reasons[row] = reasons.indexOf(reason) + 1
    }
    if (signals.complaints?.[row] === 1) rise(levelCode.high, 'risk.complaint')
    const overdue = risk.overdue[row] ?? NaN
    if (Number.isNaN(overdue))
      rise(byLimits(idle, limits), standing.count[row] === 1 ? 'risk.once' : 'risk.limits')
    else if (idle >= settings.leastDays) rise(byRhythm(overdue, settings), 'risk.rhythm')
    if (bought && isSlowing(bought, row)) rise(levelCode.middle, 'risk.slowing')
    if (signals.answers?.[row] === 1) rise(levelCode.middle, 'risk.answer')
    risk.levels[row] = level
  }
  return risk
}

function byRhythm(overdue: number, { middleTimes, highTimes }: RiskSettings): number {
  return overdue >= highTimes
    ? levelCode.high
    : overdue >= middleTimes
      ? levelCode.middle
      : levelCode.low
}

/** Dormant = medium; in the second half of the way from dormant to lost = high. */
function byLimits(idle: number, { dormantDays, lostDays }: Limits): number {
  if (!(idle > dormantDays)) return levelCode.low
  return idle > (dormantDays + lostDays) / 2 ? levelCode.high : levelCode.middle
}

const recent = 2 // gaps
const slow = 2 // times

/** From five purchase days on: the median of the last two gaps is at least twice that of those before. */
function isSlowing({ starts, days }: PurchaseDays, row: number): boolean {
  const from = starts[row] ?? 0
  const to = starts[row + 1] ?? 0
  const turn = to - recent // the day that the last two gaps begin after
  const before = usualGap(days, from, turn)
  return usualGap(days, turn - 1, to) >= slow * before
}
