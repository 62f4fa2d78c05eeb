import { withNames } from '../expression/formula/columns.ts'
import { formulaProblems } from '../project/formulas/recipes.ts'
import { isFigure, modelOf } from '../models/figureIds.ts'
import { sheetGroups } from '../scheme/sheetGroups.ts'
import { stabilityOf } from '../scheme/stability/index.ts'
import { lengthOf } from '../table/cell.ts'
import type { Column } from '../table/column.ts'
import { writeCell } from '../table/parse/cell.ts'
import { failedCells } from './flags.ts'
import { knownTags } from './knownTags.ts'
import type { Session } from './session.ts'
import type { SheetColumn } from './views.ts'

export const scoreColumn = '$score'
export const tierColumn = '$tier'
export const settledColumn = '$settled'
export const reasonColumn = '$reason'
export const completenessColumn = '$completeness'

const categoriesListed = 500
const rowsSampled = 200

/** The sheet's columns from left to right: who, criteria and other measures, the result, a tier given before, notes. */
export function sheetColumns({ table, document, widths }: Session): readonly SheetColumn[] {
  const problems = formulaProblems(table)
  const own = (column: Column, group: SheetColumn['group'], index: number): SheetColumn => ({
    id: column.id,
    name: column.name,
    group,
    type: column.type,
    reading: column.reading,
    unit: column.unit,
    role: column.role,
    editable: !isFigure(column.id) && column.formula === undefined,
    formula: column.formula === undefined ? null : `=${withNames(column.formula, table.columns)}`,
    formulaProblem: problems.get(column.id) ?? null,
    model: modelOf(column.id),
    frozen: index === 0,
    width: keptWidth(widths, column),
    categories: column.type === 'category' ? categoriesOf(column.dictionary) : null,
    failed: failedCells(column),
    tags: knownTags(column),
  })
  const isStable = stabilityOf(document.scheme).length > 0
  return sheetGroups(table, document.scheme).flatMap(({ column, group }, index) =>
    column === null
      ? [score, tier, ...(isStable ? [settled] : []), reason, completeness]
      : [own(column, group, index)],
  )
}

const result = {
  name: null,
  group: 'result',
  reading: null,
  unit: null,
  role: null,
  editable: false,
  model: null,
  formula: null,
  formulaProblem: null,
  frozen: false,
  categories: null,
  failed: 0,
} as const
const score: SheetColumn = { ...result, id: scoreColumn, type: 'score', width: 88 }
const tier: SheetColumn = { ...result, id: tierColumn, type: 'result', width: 72 }
const settled: SheetColumn = { ...result, id: settledColumn, type: 'result', width: 96 }
const reason: SheetColumn = { ...result, id: reasonColumn, type: 'result', width: 140 }
const completeness: SheetColumn = {
  ...result,
  id: completenessColumn,
  type: 'score',
  reading: 'percent',
  width: 96,
}

const categoriesOf = (dictionary: readonly string[]) => dictionary.slice(1, 1 + categoriesListed)

/** A width stays while cells are edited; only a column of another kind, or of many more rows, is measured anew. */
function keptWidth(widths: Map<string, number>, column: Column): number {
  const size = Math.round(Math.log2(lengthOf(column) + 1))
  const key = JSON.stringify([column.id, column.name, column.reading, size])
  const width = widths.get(key) ?? widthOf(column)
  widths.set(key, width)
  return width
}

/** Pixels at compact density (13 px type): most of the sampled texts fit, the longest may be cut. */
function widthOf(column: Column): number {
  const rows = lengthOf(column)
  const step = Math.max(1, Math.floor(rows / rowsSampled))
  const widths: number[] = []
  for (let row = 0; row < rows; row += step) {
    const width = textWidth(writeCell(column, row))
    if (width > 0) widths.push(width)
  }
  widths.sort((a, b) => a - b)
  const usual = widths[Math.floor(widths.length * 0.95)] ?? 0
  const padding = 20
  const isWorkedOut = isFigure(column.id) || column.formula !== undefined
  const marks = isWorkedOut ? 2 : 1 // of sorting and of calculated columns
  const header = textWidth(column.name) + 16 * marks
  return Math.round(Math.min(280, Math.max(72, padding + Math.max(usual, header))))
}

function textWidth(text: string): number {
  let width = 0
  for (const char of text.slice(0, 60)) width += char > '\u2e7f' ? 13 : 7.4
  return width
}
