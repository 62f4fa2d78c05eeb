import { placeOf } from './cell.ts'
import { eightClasses, type Means } from './eightClasses.ts'
import { elevenSegments } from './elevenSegments.ts'
import type { Levels } from './levels.ts'
import type { Measures } from './measures.ts'
import { firstRules, rescaled } from './rules.ts'
import type { Scores } from './scores.ts'
import {
  eightWords,
  isBlank,
  nameKey,
  others,
  type SegmentName,
  type SegmentRule,
} from './segment.ts'

export type Segmentation =
  | { readonly id: 'eight' }
  | { readonly id: 'eleven' }
  | { readonly id: 'own'; readonly levels: Levels; readonly rules: readonly SegmentRule[] }

export interface Segments {
  readonly names: readonly SegmentName[] // of the codes from 1 on
  readonly codes: Uint32Array // by row id; 0 = missing: the customer lacks a score
  readonly means: Means | null // where segments ask for them
}

export function segmentsOf(
  measures: Measures,
  scores: Scores,
  segmentation: Segmentation,
): Segments {
  if (segmentation.id === 'eight') {
    const { codes, means } = eightClasses(measures)
    return { names: eightWords.map((word) => ({ word })), codes, means }
  }
  return byRules(scores, rulesOf(segmentation, scores.levels))
}

/** The list of rules behind segments, for so many levels. */
export function rulesOf(
  segmentation: Exclude<Segmentation, { id: 'eight' }>,
  levels: Levels,
): readonly SegmentRule[] {
  if (segmentation.id === 'eleven') return elevenSegments(levels)
  return rescaled(segmentation.rules, segmentation.levels, levels)
}

/** The first rule that a customer's scores meet; others where there is none. */
function byRules(
  { levels, recency, frequency, monetary }: Scores,
  rules: readonly SegmentRule[],
): Segments {
  const names: SegmentName[] = []
  const known = new Map<string, number>()
  const codeOf = (given: SegmentName) => {
    const name = isBlank(given) ? others : given
    const key = nameKey(name)
    const code = known.get(key) ?? names.push(name)
    known.set(key, code)
    return code
  }
  const ruleCodes = rules.map(({ name }) => codeOf(name))
  const rest = codeOf(others)
  const cellCodes = Uint32Array.from(firstRules(rules, levels), (at) => ruleCodes[at] ?? rest)
  const codes = new Uint32Array(recency.scores.length)
  for (let row = 0; row < codes.length; row++) {
    const r = recency.scores[row] as number
    const f = frequency.scores[row] as number
    const m = monetary.scores[row] as number
    if (r > 0 && f > 0 && m > 0) codes[row] = cellCodes[placeOf(r, f, m, levels)] as number
  }
  return { names, codes, means: null }
}
