import type { CriterionSummary } from '../../engine/views.ts'
import type { Words } from '../../i18n/translate.ts'
import type { Criterion, Scoring } from '../../scheme/scheme.ts'
import type { ReadingId } from '../../table/column.ts'
import { rawOf } from './preparedScale.ts'

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

type Direction = Criterion['direction']

/**
 * Which way the scoring goes by the numbers of the column; null where it has no one way. Points set by hand are of what is
 * left where days decay, and that goes the other way.
 */
export function directionOf(
  scoring: Scoring,
  direction: Direction,
  prepare?: Criterion['prepare'],
): Direction | null {
  const way = wayOfPoints(scoring)
  if (way !== 'column') return way !== null && prepare?.decay ? turned(way) : way
  return direction
}

const turned = (way: Direction): Direction => (way === 'higher' ? 'lower' : 'higher')

/** `column`: the criterion's own direction says it. */
function wayOfPoints(scoring: Scoring): Direction | 'column' | null {
  switch (scoring.id) {
    case 'linear':
      if (scoring.worst === null || scoring.best === null) return 'column'
      return scoring.best < scoring.worst ? 'lower' : 'higher'
    case 'percentile':
    case 'quantileBins':
    case 'zscore':
    case 'logistic':
      return 'column'
    case 'bands':
      return wayOf([scoring.below, ...scoring.bands.map(({ utility }) => utility)])
    case 'piecewise':
      return wayOf(scoring.points.map(({ utility }) => utility))
    case 'target':
    case 'lookup':
      return null
  }
}

function wayOf(levels: readonly number[]): 'higher' | 'lower' | null {
  const isNever = (wrong: (a: number, b: number) => boolean) =>
    levels.every((level, i) => i === 0 || !wrong(level, levels[i - 1] ?? level))
  if (isNever((now, before) => now < before)) return 'higher'
  return isNever((now, before) => now > before) ? 'lower' : null
}

/** Numbers of the scoring as the column has them, whatever is done before it is scored. */
export function scoringWords(
  { scoring, prepare }: Pick<Criterion, 'scoring' | 'prepare'>,
  words: Words,
  number: Decimal,
): string {
  const say = words.scheme
  const decimal = (x: number) =>
    prepare?.decay ? `${number(100 * x)}%` : number(rawOf(x, prepare))
  if (prepare?.decay && scoring.id === 'linear' && isWholeScale(scoring))
    return say.prepare.decaySays(number(prepare.decay))
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
    case 'quantileBins':
      return say.binsSay(scoring.classes)
    case 'zscore':
      return say.zscoreSays
    case 'target':
      return say.targetSays(decimal(scoring.low), decimal(scoring.high))
    case 'piecewise':
      return say.piecewiseSays(scoring.points.length)
    case 'logistic':
      return say.logisticSays(decimal(scoring.midpoint))
  }
}

const isWholeScale = ({ worst, best }: Extract<Scoring, { id: 'linear' }>) =>
  worst !== null && best !== null && Math.min(worst, best) === 0 && Math.max(worst, best) === 1

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
  const { prepare } = criterion
  const direction = directionOf(criterion.scoring, criterion.direction, prepare)
  const missing =
    summary.missing > 0
      ? say.missingSays(count(summary.missing), say.policies[criterion.missing.id])
      : null
  const scored = scoringWords(criterion, words, (x) =>
    decimal(summary.reading === 'percent' ? 100 * x : x),
  )
  const isDate = summary.columnType === 'date'
  const isSaid = prepare?.decay && scored === say.prepare.decaySays(decimal(prepare.decay))
  return [
    unitWords(summary, words),
    direction && (isDate ? words.groups[`${direction}Date`] : say[direction]),
    scored,
    prepare?.winsorise && say.prepare.within(...prepare.winsorise),
    prepare?.log && say.prepare.log,
    prepare?.decay && !isSaid && say.prepare.decaySays(decimal(prepare.decay)),
    criterion.frozen && say.frozenSays,
    missing,
  ]
    .filter((part) => typeof part === 'string')
    .join(' · ')
}
