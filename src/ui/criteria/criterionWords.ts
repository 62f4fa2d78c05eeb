import type { CriterionSummary } from '../../engine/views.ts'
import type { Words } from '../../i18n/translate.ts'
import type { Scoring } from '../../scheme/scheme.ts'
import type { ReadingId } from '../../table/column.ts'

interface Measured {
  readonly reading: ReadingId | null
  readonly unit: string | null
}
type Count = (value: number) => string
type Decimal = (value: number, digits?: number) => string

/** 元, 次/年, 0–10 分; null where a number says it all. */
export function unitWords({ reading, unit }: Measured, words: Words): string | null {
  if (reading === 'date') return words.scheme.unitOfDate
  if (reading === 'percent') return '%'
  if (unit === null) return null
  if (reading === 'rating') return words.scheme.unitOfRating(unit)
  return words.scheme.units[unit] ?? unit
}

/** What stands behind one number: 36,200 元, 8 次/年, 7 分. */
export function unitAfter({ reading, unit }: Measured, words: Words): string {
  if (reading === 'date') return ` ${words.scheme.days}`
  if (reading === 'percent') return '%'
  if (reading === 'rating') return ` ${words.scheme.points}`
  return unit === null ? '' : ` ${words.scheme.units[unit] ?? unit}`
}

/** Which way the scoring goes; null where it has no one way. */
export function directionOf(
  scoring: Scoring,
  direction: 'higher' | 'lower',
): 'higher' | 'lower' | null {
  switch (scoring.id) {
    case 'linear':
      if (scoring.worst === null || scoring.best === null) return direction
      return scoring.best < scoring.worst ? 'lower' : 'higher'
    case 'percentile':
      return direction
    case 'bands': {
      const levels = [scoring.below, ...scoring.bands.map(({ utility }) => utility)]
      const isNever = (wrong: (a: number, b: number) => boolean) =>
        levels.every((level, i) => i === 0 || !wrong(level, levels[i - 1] ?? level))
      if (isNever((now, before) => now < before)) return 'higher'
      return isNever((now, before) => now > before) ? 'lower' : null
    }
    case 'lookup':
      return null
  }
}

export function scoringWords(scoring: Scoring, words: Words, decimal: Decimal): string {
  const say = words.scheme
  switch (scoring.id) {
    case 'linear':
      if (scoring.worst === null || scoring.best === null) return say.linearAuto
      return say.linearSays(decimal(scoring.worst), decimal(scoring.best))
    case 'percentile':
      return say.percentileSays
    case 'bands':
      return say.bandsSay(scoring.bands.length + 1)
    case 'lookup':
      return say.lookupSays(scoring.points.length)
  }
}

/** One line: unit · direction · how it scores · what is missing. */
export function criterionLine(
  summary: CriterionSummary,
  words: Words,
  count: Count,
  decimal: Decimal,
): string {
  const { criterion } = summary
  const say = words.scheme
  if (summary.columnName === null) return say.columnGone
  const direction = directionOf(criterion.scoring, criterion.direction)
  const missing =
    summary.missing > 0
      ? say.missingSays(count(summary.missing), say.policies[criterion.missing.id])
      : null
  return [
    unitWords(summary, words),
    direction && say[direction],
    scoringWords(criterion.scoring, words, decimal),
    missing,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
