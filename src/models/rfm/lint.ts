import { type Cell, cellAt, cellCount } from './cell.ts'
import type { Levels } from './levels.ts'
import { type MeasureId, measureIds } from './measures.ts'
import { takes } from './rules.ts'
import { isBlank, nameKey, type SegmentRule } from './segment.ts'

/** What is to be said of a list of rules; rules by their places. Words: `i18n` `segments.findings`. */
export type SegmentFinding =
  | { readonly code: 'none' } // the list is empty
  | { readonly code: 'gaps'; readonly cells: number; readonly example: Cell }
  | {
      readonly code: 'overlap' // the first wins
      readonly rules: readonly [first: number, second: number]
      readonly cells: number
      readonly example: Cell
    }
  | { readonly code: 'unreachable'; readonly rule: number; readonly behind: readonly number[] }
  | { readonly code: 'outside'; readonly rule: number; readonly measure: MeasureId }
  | { readonly code: 'reversed'; readonly rule: number; readonly measure: MeasureId }
  | { readonly code: 'sameName'; readonly rules: readonly [first: number, second: number] }
  | { readonly code: 'noName'; readonly rule: number }

export interface Lint {
  readonly cells: number // combinations of scores
  readonly taken: number // by a rule; the others are of segment.others
  readonly shared: number // taken by several: order decides
  readonly findings: readonly SegmentFinding[]
}

/** Looks at all k³ combinations of scores. */
export function lint(rules: readonly SegmentRule[], levels: Levels): Lint {
  const cells = cellCount(levels)
  const takers = Array.from({ length: cells }, (_, place) => {
    const cell = cellAt(place, levels)
    return rules.flatMap((rule, at) => (takes(rule, cell) ? [at] : []))
  })
  const gaps = takers.flatMap((found, place) => (found.length === 0 ? [place] : []))
  const findings: SegmentFinding[] = rules.length === 0 ? [{ code: 'none' }] : []
  if (gaps[0] !== undefined)
    findings.push({ code: 'gaps', cells: gaps.length, example: cellAt(gaps[0], levels) })
  rules.forEach((rule, at) => findings.push(...ownFindings(rule, at, levels)))
  findings.push(...sameNames(rules), ...hidden(rules, takers), ...overlaps(takers, levels))
  return {
    cells,
    taken: cells - gaps.length,
    shared: takers.filter((found) => found.length > 1).length,
    findings,
  }
}

function ownFindings(rule: SegmentRule, at: number, levels: Levels): SegmentFinding[] {
  const findings: SegmentFinding[] = []
  if (isBlank(rule.name)) findings.push({ code: 'noName', rule: at })
  for (const measure of measureIds) {
    const { low, high } = rule[measure]
    if (low > high) findings.push({ code: 'reversed', rule: at, measure })
    else if (low < 1 || high > levels) findings.push({ code: 'outside', rule: at, measure })
  }
  return findings
}

function sameNames(rules: readonly SegmentRule[]): SegmentFinding[] {
  const met = new Map<string, number>()
  return rules.flatMap(({ name }, at) => {
    const first = met.get(nameKey(name))
    if (first === undefined) met.set(nameKey(name), at)
    return first === undefined || isBlank(name)
      ? []
      : [{ code: 'sameName' as const, rules: [first, at] }]
  })
}

/** Rules that never come first though they take combinations, with those that come before. */
function hidden(
  rules: readonly SegmentRule[],
  takers: readonly (readonly number[])[],
): SegmentFinding[] {
  return rules.flatMap((_, at) => {
    const taken = takers.filter((found) => found.includes(at))
    if (taken.length === 0 || taken.some((found) => found[0] === at)) return []
    const behind = [...new Set(taken.map((found) => found[0] as number))].sort((a, b) => a - b)
    return [{ code: 'unreachable' as const, rule: at, behind }]
  })
}

function overlaps(takers: readonly (readonly number[])[], levels: Levels): SegmentFinding[] {
  const pairs = new Map<string, { rules: [number, number]; places: number[] }>()
  takers.forEach((found, place) => {
    for (const [i, first] of found.entries())
      for (const second of found.slice(i + 1)) {
        const key = `${first} ${second}`
        const pair = pairs.get(key) ?? { rules: [first, second], places: [] }
        pair.places.push(place)
        pairs.set(key, pair)
      }
  })
  return [...pairs.values()]
    .sort((a, b) => a.rules[0] - b.rules[0] || a.rules[1] - b.rules[1])
    .map(({ rules, places }) => ({
      code: 'overlap' as const,
      rules,
      cells: places.length,
      example: cellAt(places[0] as number, levels),
    }))
}
