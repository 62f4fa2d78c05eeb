import { type CutPoints, levelsOf } from './cutPoints.ts'
import { levelChoices, type Levels } from './levels.ts'
import { measureIds } from './measures.ts'
import { type Interval, type SegmentName, type SegmentRule, segmentWords } from './segment.ts'

/** Where the measures come from; auto: orders where there are any, else the list of customers. */
export const sourceChoices = ['auto', 'orders', 'list'] as const
export const monetaryChoices = ['total', 'average'] as const
export const methodChoices = ['quantile', 'cutPoints', 'rPackage'] as const
export const levelsChoices = ['auto', '3', '4', '5'] as const
export const segmentChoices = ['eleven', 'eight', 'own'] as const

export const longestWindow = 36_500 // days
export const mostRules = 60

export interface OwnSegments {
  readonly levels: Levels // that the rules were written for
  readonly rules: readonly SegmentRule[]
}

/** Plain data, as stored. */
export interface RfmSettings {
  readonly source: (typeof sourceChoices)[number]
  readonly window: number | null // days up to the as-of date; null = all
  readonly monetary: (typeof monetaryChoices)[number]
  readonly method: (typeof methodChoices)[number]
  readonly points: CutPoints | null // of the method cutPoints
  readonly levels: (typeof levelsChoices)[number] // cut points bring their own
  readonly segments: (typeof segmentChoices)[number]
  readonly own: OwnSegments | null
}

export const defaults = (): RfmSettings => ({
  source: 'auto',
  window: null,
  monetary: 'total',
  method: 'quantile',
  points: null,
  levels: 'auto',
  segments: 'eleven',
  own: null,
})

/** What was stored, each part that makes no sense as usual instead. */
export function sound(settings: object): RfmSettings {
  const given = settings as Readonly<Record<string, unknown>>
  const usual = defaults()
  return {
    source: oneOf(sourceChoices, given['source']) ?? usual.source,
    window: wholeWithin(given['window'], 1, longestWindow) ? given['window'] : usual.window,
    monetary: oneOf(monetaryChoices, given['monetary']) ?? usual.monetary,
    method: oneOf(methodChoices, given['method']) ?? usual.method,
    points: isCutPoints(given['points']) ? given['points'] : usual.points,
    levels: oneOf(levelsChoices, given['levels']) ?? usual.levels,
    segments: oneOf(segmentChoices, given['segments']) ?? usual.segments,
    own: isOwn(given['own']) ? given['own'] : usual.own,
  }
}

/** Cut points that make levels; null where there are none that can be used. */
export function usablePoints({ points }: RfmSettings): {
  readonly points: CutPoints
  readonly levels: Levels
} | null {
  const levels = points && levelsOf(points)
  return points && levels ? { points, levels } : null
}

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value)
}

function wholeWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function isCutPoints(value: unknown): value is CutPoints {
  return (
    isObject(value) &&
    measureIds.every((id) => {
      const points: unknown = value[id]
      return Array.isArray(points) && points.every((point) => typeof point === 'number')
    })
  )
}

function isOwn(value: unknown): value is OwnSegments {
  return (
    isObject(value) &&
    levelChoices.some((levels) => levels === value['levels']) &&
    Array.isArray(value['rules']) &&
    value['rules'].length <= mostRules &&
    value['rules'].every(isRule)
  )
}

export function isRule(value: unknown): value is SegmentRule {
  return isObject(value) && isName(value['name']) && measureIds.every((id) => isInterval(value[id]))
}

function isName(value: unknown): value is SegmentName {
  if (!isObject(value)) return false
  return 'word' in value
    ? segmentWords.some((word) => word === value['word'])
    : typeof value['text'] === 'string'
}

function isInterval(value: unknown): value is Interval {
  return isObject(value) && Number.isInteger(value['low']) && Number.isInteger(value['high'])
}
