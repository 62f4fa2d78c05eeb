import type { MeasureId } from './measures.ts'

/** The Chinese eight: each measure above or below the mean; important = much money. In this order they are shown. */
export const eightWords = [
  'segment.keyValue',
  'segment.keyDevelop',
  'segment.keyKeep',
  'segment.keyWinBack',
  'segment.plainValue',
  'segment.plainDevelop',
  'segment.plainKeep',
  'segment.plainWinBack',
] as const

export const elevenWords = [
  'segment.champions',
  'segment.loyal',
  'segment.potentialLoyalist',
  'segment.new',
  'segment.promising',
  'segment.needAttention',
  'segment.aboutToSleep',
  'segment.cannotLose',
  'segment.atRisk',
  'segment.hibernating',
  'segment.lost',
] as const

export const segmentWords = [...eightWords, ...elevenWords, 'segment.others'] as const
export type SegmentWord = (typeof segmentWords)[number]

/** A word of ours, or the user's own text. */
export type SegmentName = { readonly word: SegmentWord } | { readonly text: string }

export const others: SegmentName = { word: 'segment.others' }

export interface Interval {
  readonly low: number // both ends belong to it
  readonly high: number
}

/** Customers whose three scores lie in these intervals. */
export interface SegmentRule extends Readonly<Record<MeasureId, Interval>> {
  readonly name: SegmentName
}

/** Two rules of one name are one segment. */
export function nameKey(name: SegmentName): string {
  return 'word' in name ? `word ${name.word}` : `text ${name.text.trim()}`
}

/** A segment without a name is that of the others. */
export function isBlank(name: SegmentName): boolean {
  return 'text' in name && name.text.trim() === ''
}
