import type { RowId } from '../../table/column.ts'
import type { ExportInput } from '../exporter.ts'
import { pointsToNext } from '../toNext.ts'
import type { SheetRow, SheetSpec } from '../xlsx/book.ts'
import type { Styles } from '../xlsx/styles.ts'
import { columnName, longestText, type SheetCell } from '../xlsx/xml.ts'
import { palette } from './colors.ts'
import type { BookColumn } from './bookColumn.ts'
import { calculatedCells } from './calculated.ts'
import { plainCell } from './plainCells.ts'
import type { CriterionFace } from './faces.ts'
import type { RowFormulas } from './formulas.ts'
import { type HeaderRun, headerRuns } from './headerRuns.ts'
import { groupFaces } from './groupFaces.ts'
import { groupValue } from './groups.ts'
import { firstRow, type MainPlaces } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'
import { earlierCells, settledCells } from './stability.ts'
import { standing } from './standing.ts'
import { withinValues } from './within.ts'
import { withinFace } from './withinFace.ts'

export interface Counted {
  formulas: number
  cut: number
}

/** The graded table: group headers over headers, one customer a row, score and tiers as formulas with their present values. */
export function mainSheet(
  input: ExportInput,
  columns: readonly BookColumn[],
  faces: readonly CriterionFace[],
  main: MainPlaces,
  refs: CriteriaRefs,
  formulas: RowFormulas,
  styles: Styles,
  conditions: (letter: string) => SheetSpec['conditions'][number]['rules'],
  counted: Counted,
): SheetSpec {
  const { words, document, rows } = input
  const say = words.workbook
  const groups = headerRuns(input, columns)
  const name = columns.findIndex(
    ({ purpose }) => purpose.kind === 'source' && purpose.column.role === 'name',
  )
  const usual = name >= 0 && name < 4 ? name + 1 : 0
  const { widths, hiddenColumns, frozen } = standing(columns, document.layout, usual)
  const tierLetters = columns.flatMap(({ purpose }, index) =>
    tierKinds.has(purpose.kind) ? [columnName(index)] : [],
  )
  const override = main.letter((purpose) => purpose.kind === 'override') ?? 'A'
  const last = columnName(columns.length - 1)
  return {
    name: say.sheets.main,
    widths,
    hiddenColumns,
    freeze: { columns: frozen, rows: firstRow - 1 },
    rows: sheetRows(input, columns, faces, main, refs, groups, formulas, styles, counted),
    rowCount: firstRow - 1 + rows.length,
    merges: groups
      .filter(({ from, to }) => to > from)
      .map(({ from, to }) => `${columnName(from)}1:${columnName(to)}1`),
    filter: `A2:${last}${main.lastRow}`,
    conditions: tierLetters.map((letter) => ({
      range: `${letter}${firstRow}:${letter}${main.lastRow}`,
      rules: conditions(letter),
    })),
    validations: [
      {
        kind: 'list',
        range: `${override}${firstRow}:${override}${main.lastRow}`,
        source: refs.tierNames(document.scheme.tiers.length),
        title: say.validation.tierTitle,
        message: say.validation.tierMessage,
      },
    ],
    titleRows: firstRow - 1,
    landscape: true,
  }
}

const tierKinds: ReadonlySet<string> = new Set([
  'final',
  'computed',
  'settled',
  'override',
  'earlierTier',
  'earlierPending',
])

function* sheetRows(
  input: ExportInput,
  columns: readonly BookColumn[],
  faces: readonly CriterionFace[],
  main: MainPlaces,
  refs: CriteriaRefs,
  groups: readonly HeaderRun[],
  formulas: RowFormulas,
  styles: Styles,
  counted: Counted,
): Generator<SheetRow> {
  const groupStyle = styles.cell({ bold: true, fill: palette.group, border: true, align: 'center' })
  const groupWords = new Map(groups.map(({ title, from }) => [from, title]))
  yield {
    cells: columns.map((_, index) => groupWords.get(index) ?? null),
    styles: columns.map(() => groupStyle),
    height: 22,
  }
  const headStyle = styles.cell({
    bold: true,
    fill: palette.head,
    border: true,
    align: 'center',
    wrap: true,
  })
  yield {
    cells: columns.map(({ header }) => header),
    styles: columns.map(() => headStyle),
    height: 28,
  }

  const cellStyles = columns.map(({ look }) => styles.cell({ border: true, ...look }))
  const mark = input.words.workbook.cutMark
  const cellsOf = columns.map((column) => cellOf(input, column, faces, main, refs, formulas))
  for (let i = 0; i < input.rows.length; i++) {
    const row = input.rows[i] ?? 0
    const cells: SheetCell[] = []
    for (const at of cellsOf) {
      const cell = at(row)
      if (cell !== null && typeof cell === 'object') counted.formulas++
      if (typeof cell !== 'string' || cell.length <= longestText) cells.push(cell)
      else {
        counted.cut++
        cells.push(cell.slice(0, longestText - mark.length) + mark)
      }
    }
    yield { cells, styles: cellStyles }
  }
}

/** What a column holds in each row. */
function cellOf(
  input: ExportInput,
  column: BookColumn,
  faces: readonly CriterionFace[],
  main: MainPlaces,
  refs: CriteriaRefs,
  formulas: RowFormulas,
): (row: RowId) => SheetCell {
  const { purpose } = column
  const { result, document } = input
  const tiers = document.scheme.tiers.map(({ name }) => name)
  const plain = plainCell(input, column)
  switch (purpose.kind) {
    case 'score': {
      const formula = formulas.score
      return (row) => {
        const score = result.score[row] ?? NaN
        return { formula, value: Number.isNaN(score) ? '' : score }
      }
    }
    case 'completeness': {
      const formula = formulas.completeness
      return (row) => ({ formula, value: result.completeness[row] ?? 0 })
    }
    case 'toNext': {
      const formula = formulas.toNext
      const points = pointsToNext(input)
      const value = (row: RowId) => orEmpty(points(row))
      return formula === null ? value : (row) => ({ formula, value: value(row) })
    }
    case 'computed':
    case 'final': {
      const formula = formulas[purpose.kind]
      const found = result[purpose.kind]
      const name = (row: RowId) => tiers[found[row] ?? -1] ?? ''
      return formula === null ? name : (row) => ({ formula, value: name(row) })
    }
    case 'points': {
      const formula = formulas.points(purpose.criterion)
      return (row) => {
        const value = plain(row)
        const none = Number.isNaN(result.score[row] ?? NaN) ? '' : 0
        return { formula, value: typeof value === 'number' ? value : none }
      }
    }
    case 'prepared': {
      const formula = formulas.prepared(purpose.criterion)
      const values = faces[purpose.criterion]?.prepared?.values
      return (row) => ({ formula, value: orEmpty(values?.[row]) })
    }
    case 'utility': {
      if (!faces[purpose.criterion]?.apart) return plain
      const formula = formulas.utility(purpose.criterion)
      const scored = input.result.utilities[purpose.criterion]
      return (row) => ({
        formula,
        value: scored?.present[row] === 1 ? orEmpty(scored.values[row]) : '',
      })
    }
    case 'settled':
    case 'since':
    case 'pending':
    case 'reviewed':
      return settledCells(input, purpose.kind, main, refs)
    case 'earlierTier':
    case 'earlierNumber':
    case 'earlierSince':
    case 'earlierPending':
    case 'earlierReviews':
      return earlierCells(input, purpose.kind, main, refs)
    case 'group': {
      const face = groupFaces(input, faces).find(({ index }) => index === purpose.group)
      if (!face) return plain
      const formula = formulas.group(purpose.group)
      const value = groupValue(input, face)
      return (row) => ({ formula, value: value(row) })
    }
    case 'withinCount':
    case 'withinAbove': {
      const face = withinFace(input)
      const { within } = formulas
      if (face?.kind !== 'live' || within === null) return plain
      const which = purpose.kind === 'withinCount' ? 'count' : 'above'
      const formula = within[which]
      const value = withinValues(input, face)[which]
      return (row) => ({ formula, value: value(row) })
    }
    case 'source':
      return purpose.column.formula === undefined
        ? plain
        : (calculatedCells(input, purpose.column, main, refs, plain) ?? plain)
    case 'number':
    case 'override':
    case 'reason':
      return plain
  }
}

const orEmpty = (value = NaN) => (Number.isNaN(value) ? '' : value)
