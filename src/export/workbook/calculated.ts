import { excelFormulaOf } from '../../expression/formula/excel.ts'
import { columnsRead } from '../../expression/formula/formula.ts'
import { withNames } from '../../expression/formula/columns.ts'
import { customersOf } from '../../project/customersOf.ts'
import { calculatedColumns } from '../../project/formulas/recipes.ts'
import { originalAt } from '../../table/cell.ts'
import type { Column, ColumnId, RowId } from '../../table/column.ts'
import { columnById } from '../../table/table.ts'
import type { ExportInput } from '../exporter.ts'
import { isMasked } from '../texts.ts'
import { rowFormula, rowMark, type SheetCell } from '../xlsx/xml.ts'
import { type MainPlaces, valueLetter } from './mainPlaces.ts'
import type { CriteriaRefs } from './place.ts'

const longest = 8000 // Excel takes 8,192 letters

/**
 * A calculated column's cells as formulas over the same row; null = they stand as values, since a column that it reads is
 * masked in the file, keeps other words there, or the formula is too long or wrong.
 */
export function calculatedCells(
  input: ExportInput,
  column: Column,
  main: MainPlaces,
  refs: CriteriaRefs,
  plain: (row: RowId) => SheetCell,
): ((row: RowId) => SheetCell) | null {
  const table = customersOf(input.document)
  const one = calculatedColumns(table).find(({ column: { id } }) => id === column.id)
  if (!one || !('formula' in one.recipe)) return null
  const { formula } = one.recipe
  for (const id of columnsRead(formula)) {
    const read = columnById(table, id)
    if (!read || valueLetter(main.letter, id) === null || !standsAsRead(read, input)) return null
  }
  const { yes, no } = input.words.workbook.validation
  const places = {
    column: (id: ColumnId) => `${valueLetter(main.letter, id) ?? ''}${rowMark}`,
    asOf: refs.asOf,
    yes,
    no,
  }
  const { text, shows } = excelFormulaOf(formula, places)
  if (text.length > longest) return null
  const printed = rowFormula(text)
  return (row) => {
    const original = originalAt(column, row)
    const value = original === null ? (plain(row) ?? '') : original === shows ? shows : ''
    if (typeof value === 'object') return value
    return { formula: printed, value }
  }
}

/** Whether the file's cells say what formulas read in the app. */
const standsAsRead = (column: Column, input: ExportInput) =>
  !isMasked(column, input) && !(column.role === 'tier' && column.originals !== null)

/** The formulas in words, below the scheme. */
export function formulaNotes(input: ExportInput): readonly string[] {
  const { columns } = customersOf(input.document)
  return columns.flatMap(({ name, formula }) =>
    formula === undefined ? [] : [`${name} = ${withNames(formula, columns)}`],
  )
}

/** Whether a calculated column reads the column, so that its values have to stand in the file. */
export function isReadByFormula({ id }: Column, input: ExportInput): boolean {
  const table = customersOf(input.document)
  if (!table.columns.some(({ formula }) => formula !== undefined)) return false
  return calculatedColumns(table).some(({ reads }) => reads.has(id))
}
