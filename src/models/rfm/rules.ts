import { cellAt, cellCount, type Cell } from './cell.ts'
import type { Levels } from './levels.ts'
import { measureIds } from './measures.ts'
import type { Interval, SegmentRule } from './segment.ts'

const within = ({ low, high }: Interval, score: number) => low <= score && score <= high

export function takes(rule: SegmentRule, cell: Cell): boolean {
  return measureIds.every((id) => within(rule[id], cell[id]))
}

/** Per combination of scores the first rule that takes it, by its place in the list; −1 = none. */
export function firstRules(rules: readonly SegmentRule[], levels: Levels): Int32Array {
  return Int32Array.from({ length: cellCount(levels) }, (_, place) => {
    const cell = cellAt(place, levels)
    return rules.findIndex((rule) => takes(rule, cell))
  })
}

/**
 * Rules written for so many levels, for another number of them. Each border between scores moves to the nearest one, so
 * that rules which met still meet; a rule between two borders that became one is left out.
 */
export function rescaled(
  rules: readonly SegmentRule[],
  from: Levels,
  to: Levels,
): readonly SegmentRule[] {
  if (from === to) return rules
  const border = (below: number) => Math.round((below * to) / from)
  const scaled = ({ low, high }: Interval): Interval => ({
    low: border(low - 1) + 1,
    high: border(high),
  })
  return rules
    .map((rule) => ({
      name: rule.name,
      recency: scaled(rule.recency),
      frequency: scaled(rule.frequency),
      monetary: scaled(rule.monetary),
    }))
    .filter((rule) => measureIds.every((id) => rule[id].low <= rule[id].high))
}
