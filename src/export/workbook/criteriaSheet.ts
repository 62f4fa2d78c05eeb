import type { Expression } from '../../expression/expression.ts'
import type { Criterion } from '../../scheme/scheme.ts'
import { tierings } from '../../scheme/tiering/index.ts'
import type { ExportInput } from '../exporter.ts'
import type { SheetSpec } from '../xlsx/book.ts'
import type { Styles } from '../xlsx/styles.ts'
import { columnName, fixed, range, type SheetCell } from '../xlsx/xml.ts'
import { CellGrid } from './cellGrid.ts'
import { criteriaLooks } from './criteriaLooks.ts'
import type { CriterionFace } from './faces.ts'
import type { MainPlaces } from './mainPlaces.ts'
import { putGroups } from './groupTable.ts'
import { putMatrix } from './matrix.ts'
import { schemeNotes } from './notes.ts'
import { stabilityParameters } from './stability.ts'
import { type CriteriaPlaces, type CriteriaRefs, printed, rowOf } from './place.ts'

/** The scheme as cells: weights, ends, cut-offs and tables that the main sheet's formulas read. Yellow ones may be changed. */
export function criteriaSheet(
  input: ExportInput,
  faces: readonly CriterionFace[],
  places: CriteriaPlaces,
  main: MainPlaces,
  refs: CriteriaRefs,
  cutoffs: readonly SheetCell[],
  styles: Styles,
  conditions: SheetSpec['conditions'][number]['rules'],
): SheetSpec {
  const { document, words } = input
  const { tiers, tiering, asOf } = document.scheme
  const say = words.workbook.criteria
  const look = criteriaLooks(styles)
  const grid = new CellGrid()

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

  const { totalColumn } = places
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
  grid.put(1, rowOf.asOf, serial(asOf), look.date)

  const part = tierings.get(tiering.id)
  const of = part.field === null || part.field.of === 'score' ? null : part.field.of
  const given = part.given(tiering)
  const list =
    of === 'count'
      ? words.rules.bookCount
      : part.measure === 'value'
        ? words.rules.bookValueShare
        : say.quota
  const heads = [say.tier, say.label, say.cutoff, ...(of === null ? [] : [list])]
  for (const [column, head] of heads.entries())
    grid.put(column, rowOf.tierHeads, head, look.headCenter)
  for (const [index, tier] of tiers.entries()) {
    const row = rowOf.firstTier + index
    const rest = index === tiers.length - 1
    grid.put(0, row, tier.name, look.tier)
    grid.put(1, row, tier.label, look.text)
    grid.put(
      2,
      row,
      rest ? say.rest : (cutoffs[index] ?? null),
      rest || tiering.id !== 'cutoffs' ? look.number : look.input,
    )
    if (of === 'share')
      grid.put(3, row, (given[index] ?? 10_000) / 10_000, rest ? look.share : look.inputShare)
    if (of === 'count')
      grid.put(3, row, rest ? null : (given[index] ?? null), rest ? look.number : look.input)
  }

  putGroups(grid, input, faces, places, look)
  putMatrix(grid, input, places, refs, look)

  for (const block of places.blocks) {
    const { face } = block
    grid.put(
      0,
      block.titleRow,
      say.table(face.criterion.name, words.scheme.scorings[face.criterion.scoring.id].name),
      look.strong,
    )
    const label = (name: string) =>
      words.workbook.parameters[name as keyof typeof words.workbook.parameters] ?? name
    for (const parameter of face.parameters) {
      const row = block.cellRows.get(parameter.name)
      if (row === undefined || parameter.kind !== 'cell') continue
      grid.put(0, row, label(parameter.name), look.text)
      grid.put(1, row, parameterCell(face, parameter, refs, main), look.input)
    }
    for (const [column, { name, values, formulas }] of block.ranges.entries()) {
      grid.put(column, block.headRow, label(name), look.headCenter)
      for (const [index, value] of values.entries())
        grid.put(
          column,
          block.firstRow + index,
          typeof value === 'string'
            ? asShown(face, value)
            : liveCell(face, value, formulas?.[index] ?? null, refs, main),
          typeof value === 'string' ? look.inputText : look.input,
        )
    }
  }

  const steady = stabilityParameters(input)
  if (steady.length > 0)
    grid.put(0, places.stability.titleRow, words.stability.heading, look.strong)
  for (const { name, value } of steady) {
    const row = places.stability.rows.get(name) ?? 0
    const label = words.workbook.stability[name as keyof typeof words.workbook.stability]
    grid.put(0, row, label, look.text)
    grid.put(1, row, value, name === 'reviewed' ? look.date : look.input)
  }

  const notes = schemeNotes(input, faces)
  for (const [index, note] of notes.entries())
    grid.put(0, grid.height + 2 - (index > 0 ? 1 : 0), note, look.quiet)

  return {
    name: places.sheet,
    widths: [22, ...faces.map(() => 18), 12, 12],
    freeze: null,
    rows: grid.rows(),
    rowCount: grid.height,
    merges: [],
    filter: null,
    conditions: [
      {
        range: range(0, rowOf.firstTier, rowOf.firstTier + tiers.length - 1).replaceAll('$', ''),
        rules: conditions,
      },
    ],
    validations: [
      {
        kind: 'decimal',
        range: `B${rowOf.weights}:${lastLetter}${rowOf.weights}`,
        from: 0,
        to: 1e9,
        title: words.workbook.validation.weightTitle,
        message: words.workbook.validation.weightMessage,
      },
      ...(tiering.id === 'cutoffs' && tiers.length > 1
        ? [
            {
              kind: 'decimal' as const,
              range: `C${rowOf.firstTier}:C${rowOf.firstTier + tiers.length - 2}`,
              from: 0,
              to: 100,
              title: words.workbook.validation.cutoffTitle,
              message: words.workbook.validation.cutoffMessage,
            },
          ]
        : []),
    ],
    titleRows: 0,
    landscape: true,
    onePage: true,
    tab: 'B8860B',
  }

  /** Booleans are looked up as the words that the main sheet shows. */
  function asShown(face: CriterionFace, value: number | string): number | string {
    if (face.column?.type !== 'boolean') return value
    const { yes, no } = words.workbook.validation
    return value === 'true' ? yes : value === 'false' ? no : value
  }
}

type CellParameter = Extract<CriterionFace['parameters'][number], { kind: 'cell' }>

function parameterCell(
  face: CriterionFace,
  parameter: CellParameter,
  refs: CriteriaRefs,
  main: MainPlaces,
): SheetCell {
  return liveCell(face, parameter.value, parameter.formula, refs, main)
}

function liveCell(
  face: CriterionFace,
  value: number,
  formula: Expression | null,
  refs: CriteriaRefs,
  main: MainPlaces,
): SheetCell {
  if (Number.isNaN(value)) return null
  const source = face.column ? main.rangeOf(face.column.id) : null
  if (formula === null || source === null) return value
  const column = main.preparedRange(face.index) ?? source
  return { formula: printed(formula, face, refs, { column, source }), value }
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

const serial = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569
