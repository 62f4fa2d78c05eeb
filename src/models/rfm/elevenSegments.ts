import type { Levels } from './levels.ts'
import { elevenWords, type Interval, type SegmentRule } from './segment.ts'

type Spans = readonly [recency: string, frequency: string, monetary: string]
type Word = (typeof elevenWords)[number]

/**
 * The eleven segments that the field names after Putler's list, as boxes without gap or overlap: every combination of
 * scores belongs to exactly one, so that their order does not matter.
 */
const five: Readonly<Record<Word, Spans>> = {
  'segment.champions': ['4-5', '4-5', '4-5'],
  'segment.loyal': ['4-5', '4-5', '1-3'],
  'segment.potentialLoyalist': ['4-5', '2-3', '1-5'],
  'segment.new': ['5-5', '1-1', '1-5'],
  'segment.promising': ['4-4', '1-1', '1-5'],
  'segment.needAttention': ['3-3', '3-5', '1-5'],
  'segment.aboutToSleep': ['3-3', '1-2', '1-5'],
  'segment.cannotLose': ['1-2', '3-5', '4-5'],
  'segment.atRisk': ['1-2', '3-5', '1-3'],
  'segment.hibernating': ['2-2', '1-2', '1-5'],
  'segment.lost': ['1-1', '1-2', '1-5'],
}

const four: Readonly<Record<Word, Spans>> = {
  'segment.champions': ['3-4', '4-4', '3-4'],
  'segment.loyal': ['3-4', '4-4', '1-2'],
  'segment.potentialLoyalist': ['3-4', '2-3', '1-4'],
  'segment.new': ['4-4', '1-1', '1-4'],
  'segment.promising': ['3-3', '1-1', '1-4'],
  'segment.needAttention': ['2-2', '3-4', '1-4'],
  'segment.aboutToSleep': ['2-2', '1-2', '1-4'],
  'segment.cannotLose': ['1-1', '3-4', '3-4'],
  'segment.atRisk': ['1-1', '3-4', '1-2'],
  'segment.hibernating': ['1-1', '2-2', '1-4'],
  'segment.lost': ['1-1', '1-1', '1-4'],
}

/** Three scores are too few to tell promising from new, and hibernating from lost. */
const three: Readonly<Partial<Record<Word, Spans>>> = {
  'segment.champions': ['3-3', '3-3', '3-3'],
  'segment.loyal': ['3-3', '3-3', '1-2'],
  'segment.potentialLoyalist': ['3-3', '2-2', '1-3'],
  'segment.new': ['3-3', '1-1', '1-3'],
  'segment.needAttention': ['2-2', '2-3', '1-3'],
  'segment.aboutToSleep': ['2-2', '1-1', '1-3'],
  'segment.cannotLose': ['1-1', '2-3', '3-3'],
  'segment.atRisk': ['1-1', '2-3', '1-2'],
  'segment.lost': ['1-1', '1-1', '1-3'],
}

const spans = { 3: three, 4: four, 5: five } as const

export function elevenSegments(levels: Levels): readonly SegmentRule[] {
  const boxes: Readonly<Partial<Record<Word, Spans>>> = spans[levels]
  return elevenWords.flatMap((word) => {
    const box = boxes[word]
    if (!box) return []
    const [recency, frequency, monetary] = box.map(interval) as [Interval, Interval, Interval]
    return [{ name: { word }, recency, frequency, monetary }]
  })
}

function interval(span: string): Interval {
  return { low: Number(span[0]), high: Number(span[2]) }
}
