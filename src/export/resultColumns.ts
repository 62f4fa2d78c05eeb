import { ungraded } from '../grading/result.ts'
import { customersOf } from '../project/customersOf.ts'
import type { RowId } from '../table/column.ts'
import type { ExportInput } from './exporter.ts'
import { atTheEnd } from './inSheetOrder.ts'
import { overrideTexts } from './overrides.ts'
import { showsStability, stabilityTexts } from './stability.ts'
import type { TextColumn } from './textColumn.ts'
import { pointsOf, scoreText } from './texts.ts'
import { pointsToNext, saysToNext } from './toNext.ts'

/** The columns of the result: score, tier, what they come from, reason, completeness, points. */
export function resultColumns(input: ExportInput): readonly TextColumn[] {
  const { document, result } = input
  const { tiers } = document.scheme
  const names = input.words.workbook.columns
  const tierName = (index = ungraded) => tiers[index]?.name ?? ''
  const override = overrideTexts(input, customersOf(input.document))
  const toNext = pointsToNext(input)
  return [
    value('$score', names.score, (row) => scoreText(result.score[row] ?? NaN)),
    words('$tier', names.tier, (row) => tierName(result.final[row])),
    wordsBeside('$tier', names.computedTier, (row) => tierName(result.computed[row])),
    ...(saysToNext(input)
      ? [valueBeside('$tier', names.toNext, (row) => scoreText(toNext(row)))]
      : []),
    ...settledColumns(input),
    words('$reason', names.reason, (row) => override(row).reason),
    value('$completeness', names.completeness, (row) =>
      String(Math.round((result.completeness[row] ?? 0) * 1000) / 1000),
    ),
    ...pointColumns(input),
  ]
}

function settledColumns(input: ExportInput): readonly TextColumn[] {
  if (!showsStability(input)) return []
  const { settledTier, since, pending, reviewed } = input.words.workbook.columns
  const texts = onceARow(stabilityTexts(input, customersOf(input.document)))
  return [
    words('$settled', settledTier, (row) => texts(row)[0]),
    valueBeside('$settled', since, (row) => texts(row)[1]),
    wordsBeside('$settled', pending, (row) => texts(row)[2]),
    valueBeside('$settled', reviewed, (row) => texts(row)[3]),
  ]
}

function pointColumns(input: ExportInput): readonly TextColumn[] {
  if (!input.options.details) return []
  const { pointsOf: title } = input.words.workbook.columns
  const points = onceARow(pointsOf(input))
  return input.document.scheme.criteria
    .filter(({ enabled }) => enabled)
    .map(({ name }, at) =>
      valueBeside(atTheEnd, title(name), (row) => scoreText(points(row)[at] ?? NaN)),
    )
}

/** Of numbers and days, or of texts; of a column of the sheet, or of the file alone, beside one of the sheet. */
const column =
  (isValue: boolean, isShown: boolean) =>
  (beside: string, header: string, text: (row: RowId) => string): TextColumn => ({
    beside,
    sheetId: isShown ? beside : null,
    column: null,
    header,
    text,
    isValue: () => isValue,
  })
const [value, words] = [column(true, true), column(false, true)]
const [valueBeside, wordsBeside] = [column(true, false), column(false, false)]

/** Columns that share a look at the row take it once. */
function onceARow<T>(of: (row: RowId) => T): (row: RowId) => T {
  let last: { readonly row: RowId; readonly value: T } | null = null
  return (row) => {
    if (last?.row !== row) last = { row, value: of(row) }
    return last.value
  }
}
