import { customersOf } from '../../project/customersOf.ts'
import { groupsOf } from '../../scheme/groups.ts'
import type { Axis } from '../../scheme/scheme.ts'
import type { Matrix } from '../../scheme/tiering/matrixCells.ts'
import { columnById } from '../../table/table.ts'
import type { ExportInput } from '../exporter.ts'
import { rowMark } from '../xlsx/xml.ts'
import type { CellGrid } from './cellGrid.ts'
import type { CriteriaLooks } from './criteriaLooks.ts'
import { groupLetter } from './groups.ts'
import { type MainPlaces, valueLetter } from './mainPlaces.ts'
import type { CriteriaPlaces, CriteriaRefs } from './place.ts'

/** The tiers of all pairs of classes, and below them where the classes of each side part. */
export function putMatrix(
  grid: CellGrid,
  input: ExportInput,
  { matrix: place }: CriteriaPlaces,
  refs: CriteriaRefs,
  look: CriteriaLooks,
): void {
  const { tiering, tiers } = input.document.scheme
  if (tiering.id !== 'matrix' || place === null) return
  const say = input.words.groups.book
  const names = tiering.axes.map((axis) => axisName(axis, input))
  const [down = '', across = ''] = names
  grid.put(0, place.title, say.matrix(down, across), look.strong)
  grid.put(0, place.title + 1, say.corner(down, across), look.headCenter)
  for (const [at] of (tiering.cells[0] ?? []).entries())
    grid.put(at + 1, place.title + 1, say.classNth(at + 1), look.headCenter)
  for (const [row, cells] of tiering.cells.entries()) {
    grid.put(0, place.first + row, say.classNth(row + 1), look.head)
    for (const [at, tier] of cells.entries())
      grid.put(
        at + 1,
        place.first + row,
        { formula: refs.tierName(tier), value: tiers[tier]?.name ?? '' },
        look.inputText,
      )
  }
  for (const [side, axis] of tiering.axes.entries()) {
    grid.put(0, place.lines + side, say.lines(names[side] ?? '', isLower(axis)), look.head)
    for (const [at, cutoff] of axis.cutoffs.entries())
      grid.put(at + 1, place.lines + side, cutoff, look.input)
  }
}

/** The tier of a graded customer's row, as the text of a formula. */
export function matrixTier(
  input: ExportInput,
  tiering: Matrix,
  main: MainPlaces,
  refs: CriteriaRefs,
): string {
  const [down, across] = tiering.axes.map((axis, side) => classOf(input, axis, side, main, refs))
  return `INDEX(${refs.matrixCells()},${down ?? 1},${across ?? 1})`
}

/** The class of the row's number, from 1: the first whose line is reached, the last for all others. */
function classOf(
  input: ExportInput,
  axis: Axis,
  side: number,
  main: MainPlaces,
  refs: CriteriaRefs,
): string {
  const last = axis.cutoffs.length + 1
  const cell = cellOf(input, axis, main)
  if (cell === null) return String(last)
  const value = valueOf(input, axis, cell, refs)
  const operator = isLower(axis) ? '<=' : '>='
  const chain = axis.cutoffs.reduceRight(
    (rest, _, at) => `IF(${value}${operator}${refs.matrixLine(side, at)},${at + 1},${rest})`,
    String(last),
  )
  return `IF(ISNUMBER(${cell}),${chain},${last})`
}

function cellOf(input: ExportInput, axis: Axis, main: MainPlaces): string | null {
  const letter =
    axis.of === 'column'
      ? valueLetter(main.letter, axis.column)
      : groupLetter(
          main,
          groupsOf(input.document.scheme).findIndex(({ id }) => id === axis.group),
        )
  return letter === null ? null : `${letter}${rowMark}`
}

/** A sub-score is snapped like every score; a date counts as days before the as-of date. */
function valueOf(input: ExportInput, axis: Axis, cell: string, refs: CriteriaRefs): string {
  if (axis.of === 'group') return `INT(${cell}*1E9+0.5)/1E9`
  const isDate = columnById(customersOf(input.document), axis.column)?.type === 'date'
  return isDate ? `(${refs.asOf}-${cell})` : cell
}

const isLower = (axis: Axis) => axis.of === 'column' && axis.better === 'lower'

function axisName(axis: Axis, input: ExportInput): string {
  return axis.of === 'column'
    ? (columnById(customersOf(input.document), axis.column)?.name ?? '')
    : (groupsOf(input.document.scheme).find(({ id }) => id === axis.group)?.name ?? '')
}
