import { dayOf } from '../../scheme/day.ts'
import type { Criterion } from '../../scheme/scheme.ts'
import type { ExportInput } from '../exporter.ts'
import { columnName, fixed } from '../xlsx/xml.ts'
import type { CellGrid } from './cellGrid.ts'
import type { CriteriaLooks } from './criteriaLooks.ts'
import type { CriterionFace } from './faces.ts'
import type { MainPlaces } from './mainPlaces.ts'
import { parameterCell } from './parameterCell.ts'
import { type CriteriaPlaces, type CriteriaRefs, rowOf } from './place.ts'
import { serialOf } from './serial.ts'

/** Above all, a column per criterion: weight, share, how it is scored and between which ends; below, the as-of date. */
export function putCriteria(
  grid: CellGrid,
  input: ExportInput,
  faces: readonly CriterionFace[],
  { totalColumn }: CriteriaPlaces,
  main: MainPlaces,
  refs: CriteriaRefs,
  look: CriteriaLooks,
): void {
  const { words } = input
  const say = words.workbook.criteria
  grid.put(0, rowOf.title, say.title, look.title)
  grid.put(0, rowOf.hint, say.hint, look.quiet)
  for (const [row, label] of [
    [rowOf.names, say.criterion],
    [rowOf.weights, say.weight],
    [rowOf.shares, say.share],
    [rowOf.scoring, say.scoring],
    [rowOf.worst, say.worst],
    [rowOf.best, say.best],
    [rowOf.missing, say.missing],
    [rowOf.filled, say.filled],
    [rowOf.asOf, say.asOf],
  ] as const)
    grid.put(0, row, label, look.head)

  const lastLetter = columnName(Math.max(1, totalColumn - 1))
  const total = fixed(totalColumn, rowOf.weights)
  const weightSum = faces.reduce((sum, { criterion }) => sum + criterion.weight, 0)
  for (const face of faces) {
    const { criterion, index } = face
    const at = index + 1
    const letter = columnName(at)
    grid.put(at, rowOf.names, criterion.name, look.headCenter)
    grid.put(at, rowOf.weights, criterion.weight, look.input)
    grid.put(
      at,
      rowOf.shares,
      {
        formula: `IF(${total}=0,0,${letter}${rowOf.weights}/${total})`,
        value: weightSum === 0 ? 0 : criterion.weight / weightSum,
      },
      look.share,
    )
    grid.put(at, rowOf.scoring, scoringText(criterion, words), look.text)
    for (const parameter of face.parameters) {
      const row =
        parameter.name === 'worst' ? rowOf.worst : parameter.name === 'best' ? rowOf.best : null
      if (row !== null && parameter.kind === 'cell')
        grid.put(at, row, parameterCell(face, parameter, refs, main), look.input)
    }
    for (const row of [rowOf.worst, rowOf.best, rowOf.filled]) grid.frame(at, row, look.text)
    grid.put(at, rowOf.missing, words.scheme.policies[criterion.missing.id], look.text)
    const filled = filledUtility(input, face)
    if (filled !== null) grid.put(at, rowOf.filled, filled, look.input)
  }
  grid.put(totalColumn, rowOf.names, say.total, look.headCenter)
  grid.put(
    totalColumn,
    rowOf.weights,
    { formula: `SUM(B${rowOf.weights}:${lastLetter}${rowOf.weights})`, value: weightSum },
    look.number,
  )
  grid.put(1, rowOf.asOf, serialOf(dayOf(input.document.scheme.asOf)), look.date)
}

function scoringText({ scoring, prepare }: Criterion, words: ExportInput['words']): string {
  const say = words.scheme
  const steps = [
    say.scorings[scoring.id].name,
    prepare?.winsorise && say.prepare.within(...prepare.winsorise),
    prepare?.log && say.prepare.log,
    prepare?.decay && say.prepare.decaySays(String(prepare.decay)),
  ]
  return steps.filter((step) => typeof step === 'string').join(words.workbook.listJoin)
}

/** What a missing value is given: the policy's own number, or the median utility as it is now. */
function filledUtility(
  { result }: ExportInput,
  { criterion, index }: CriterionFace,
): number | null {
  if (criterion.missing.id === 'fixed') return criterion.missing.utility
  if (criterion.missing.id !== 'median') return null
  const utilities = result.utilities[index]
  const row = utilities?.present.indexOf(0) ?? -1
  const filled =
    row >= 0
      ? (utilities?.values.find(
          (value, at) => utilities.present[at] === 0 && !Number.isNaN(value),
        ) ?? NaN)
      : NaN
  return Number.isNaN(filled) ? null : filled
}
