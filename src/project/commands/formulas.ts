import { AppError } from '../../core/error.ts'
import { finish, type Steps } from '../../core/steps.ts'
import { typedFormula, withIds } from '../../expression/formula/columns.ts'
import { columnsRead } from '../../expression/formula/formula.ts'
import { FormulaError, type FormulaProblem } from '../../expression/formula/problem.ts'
import { isFigure } from '../../models/figureIds.ts'
import { dayOf } from '../../scheme/day.ts'
import type { Column, ColumnId, ColumnRole, ReadingId } from '../../table/column.ts'
import { readings } from '../../table/parse/index.ts'
import { columnById, type Table } from '../../table/table.ts'
import type { Change } from '../change.ts'
import { customersId, type Document } from '../document.ts'
import { makingData } from '../formulas/made.ts'
import { calculatedColumns, circleFrom } from '../formulas/recipes.ts'
import { shapeOf } from '../formulas/shape.ts'
import { columnOf, refuse, tableOf, type CommandOf, type Plan } from './contract.ts'
import { rescored } from './rescored.ts'

/** Roles that name customers: records are linked by them before anything is calculated. */
const naming: ReadonlySet<ColumnRole> = new Set(['key', 'name', 'phone', 'email', 'referrer'])

type Heading = Pick<Column, 'id' | 'name' | 'group' | 'role' | 'revision'>

/** The column calculated by a formula as it is typed, with its cells. Throws `formula.wrong`. */
export const calculatedColumn = (
  document: Document,
  table: Table,
  heading: Heading,
  text: string,
): Column => finish(calculatingColumn(document, table, heading, text))

/** The same, with pauses. The cells are kept for the plan of the command. */
export function* calculatingColumn(
  document: Document,
  table: Table,
  heading: Heading,
  text: string,
): Steps<Column> {
  if (table.id !== customersId) refuse('formulas are for customers', { table: table.id })
  const { id, name, group, role, revision } = heading
  checkRole(heading, role)
  try {
    const recipe = { formula: typedFormula(text, table.columns) }
    const circle = circleWith(table, id, columnsRead(recipe.formula))
    if (circle) throw wrong({ ...circle, from: 0, to: text.length })
    const { type, reading, unit } = shapeOf(recipe.formula, table.columns)
    const rules = type === 'number' ? { rules: { rounded: true as const } } : {}
    const formula = withIds(text, table.columns)
    const asOf = dayOf(document.scheme.asOf)
    const data = yield* makingData(table, { type, formula }, recipe, asOf)
    return { id, name, group, role, reading, unit, ...rules, formula, revision, ...data }
  } catch (error) {
    throw error instanceof FormulaError ? wrong(error.problem) : error
  }
}

/** What names customers cannot be calculated. Throws `formula.wrong`. */
export function checkRole({ name }: Pick<Column, 'name'>, role: ColumnRole): void {
  if (naming.has(role)) throw wrong({ code: 'formula.naming', detail: { name }, from: 0, to: 0 })
}

/** Another way to write the same values: a share as 5.3%, an amount as money. Their type is the formula's. */
export function otherReading(column: Column, reading: ReadingId): Column {
  if (readings.get(reading).type !== column.type)
    refuse('the type is that of the formula', { column: column.name })
  return { ...column, reading, unit: reading === 'money' ? column.unit : null }
}

/** Whether the column would read itself, by way of others. */
export function circleWith(
  table: Table,
  id: ColumnId,
  reads: ReadonlySet<ColumnId>,
): Pick<FormulaProblem, 'code' | 'detail'> | null {
  const all = new Map<ColumnId, { readonly reads: ReadonlySet<ColumnId> }>(
    calculatedColumns(table).map((one) => [one.column.id, one]),
  )
  const circle = circleFrom(id, all.set(id, { reads }))
  if (!circle) return null
  const names = circle.map((one) => columnById(table, one)?.name ?? one)
  return { code: 'formula.circle', detail: { names } }
}

export function wrong({ code, detail, from, to }: FormulaProblem): AppError {
  return new AppError('formula.wrong', { ...detail, code, from, to })
}

export const setFormula: Plan<CommandOf<'setFormula'>> = (document, command) => {
  const table = tableOf(document, command.table)
  const before = columnOf(table, command.column)
  const { id, name } = before
  if (isFigure(id)) throw wrong({ code: 'formula.figure', detail: { name }, from: 0, to: 0 })
  const column =
    command.formula === null
      ? plain(before)
      : calculatedColumn(document, table, before, command.formula)
  if (column.formula === before.formula && column.type === before.type) return []
  const at = table.columns.indexOf(before)
  const change: Change = { kind: 'setColumn', table: table.id, id, at, column }
  return [change, ...rescored(document, table, column)]
}

/** The values as they stand, from now on typed. */
function plain(column: Column): Column {
  const { formula, ...rest } = column
  return formula === undefined ? column : rest
}

/** Cells of calculated columns take no typing: they would not last. */
export const isCalculated = ({ formula }: Column): boolean => formula !== undefined
