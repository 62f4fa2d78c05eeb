import type { ExplainView } from '../../engine/views.ts'
import type { Explanation, ExplanationLine } from '../../grading/result.ts'
import type { Words } from '../../i18n/translate.ts'
import { numberText } from '../../state/sheetCell.ts'
import { unitAfter } from '../criteria/criterionWords.ts'

type Decimal = (value: number, digits?: number) => string

const good = 0.7 // utility from which a criterion counts as scoring well
const full = 0.95

/** One sentence: strongest, weakest, points lost (design.md §7). */
export function sentence(view: ExplainView, words: Words, decimal: Decimal): string {
  const say = words.results
  const { lines, weakest } = view.explanation
  const counted = lines.flatMap((line, i) =>
    line.share > 0 ? [{ line, name: view.lines[i]?.name ?? '' }] : [],
  )
  const worst = counted.find(({ line }) => line.criterion === weakest)
  const lost = worst ? worst.line.possible - worst.line.points : 0
  const strong = counted
    .filter(({ line }) => line.utility >= good && (line.criterion !== weakest || lost < 0.05))
    .sort((a, b) => b.line.points - a.line.points)
    .slice(0, 2)
    .map(({ name }) => name)
  if (counted.length > 0 && counted.every(({ line }) => line.utility >= full))
    return say.allStrong + say.stop
  const first = strong.length > 0 ? say.strong(strong.join(say.and)) : say.noneStrong
  if (!worst || lost < 0.05) return first + say.stop
  return first + say.clause + say.lost(worst.name, decimal(lost, 1)) + say.stop
}

/** A raw value as someone would say it: 8 次/年, 6,800 元; words of the file as they stand. */
export function valueText(
  text: string,
  measured: ExplainView['lines'][number],
  words: Words,
  decimal: Decimal,
) {
  const shown = numberText(text, decimal)
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  return isNumber && measured.reading !== 'date' ? shown + unitAfter(measured, words) : shown
}

/** What was made of a missing value; null where one is there. */
export function missingText(line: ExplanationLine, words: Words): string | null {
  if (line.raw !== null) return null
  if (line.filled === 'fixed') return words.results.filledFixed
  return line.filled === 'median' ? words.results.filledMedian : words.results.leftOut
}

/** 推荐意愿 7 → 10 分. */
export function nearestText(view: ExplainView, words: Words, decimal: Decimal): string | null {
  const { nearest, lines } = view.explanation
  if (!nearest) return null
  const at = lines.findIndex((line) => line.criterion === nearest.criterion)
  const measured = view.lines[at]
  if (!measured) return null
  const one = (value: number | string) =>
    typeof value === 'string'
      ? value
      : measured.reading === 'date'
        ? new Date(value * 86_400_000).toISOString().slice(0, 10)
        : measured.reading === 'percent'
          ? decimal(value * 100, 2)
          : decimal(value, 2)
  const from = nearest.from === null ? words.results.missingFrom : one(nearest.from)
  const unit =
    typeof nearest.to === 'number' && measured.reading !== 'date' ? unitAfter(measured, words) : ''
  return words.results.nearest(measured.name, from, one(nearest.to) + unit)
}

/** Points as shown: as many decimals as the score has. */
export const shownPoints = (
  points: number,
  explanation: Explanation,
  score: (value: number, digits?: number) => string,
) => score(points, explanation.decimals)
