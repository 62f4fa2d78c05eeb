import { keptFormula } from '../../expression/formula/columns.ts'
import { calls, columnsRead, type Formula } from '../../expression/formula/formula.ts'
import { FormulaError, type FormulaProblem } from '../../expression/formula/problem.ts'
import type { CellError } from '../../expression/formula/vectors.ts'
import type { Column, ColumnId } from '../../table/column.ts'
import type { Table } from '../../table/table.ts'
import type { Recipe } from './calculate.ts'
import { shapeOf } from './shape.ts'

/** A calculated column of a table: what it reads, and its recipe. */
export interface Calculated {
  readonly column: Column
  readonly recipe: Recipe
  readonly reads: ReadonlySet<ColumnId>
  readonly readsAsOf: boolean
  readonly problem: FormulaProblem | null
}

/** The calculated columns, each behind those that it reads. Those that read each other have an error for a recipe. */
export function calculatedColumns({ columns }: Table): readonly Calculated[] {
  const all = new Map<ColumnId, Calculated>()
  for (const column of columns)
    if (column.formula !== undefined)
      all.set(column.id, calculated(column, column.formula, columns))
  const sorted = new Map<ColumnId, Calculated>()
  const visit = (one: Calculated, path: readonly ColumnId[]): void => {
    const { id } = one.column
    if (sorted.has(id)) return
    for (const read of one.reads) {
      const next = all.get(read)
      if (next && !path.includes(read)) visit(next, [...path, read])
    }
    sorted.set(id, circleFrom(id, all) ? { ...one, ...circular(id, all) } : one)
  }
  for (const one of all.values()) visit(one, [one.column.id])
  return [...sorted.values()]
}

function calculated(column: Column, text: string, columns: readonly Column[]): Calculated {
  try {
    const formula = keptFormula(text, columns)
    const reads = columnsRead(formula)
    const given = shapeOf(formula, columns).type
    const problem = sameKind(given, column.type) ? null : otherType(formula, column)
    const recipe: Recipe = problem ? { error: '#VALUE!' } : { formula }
    return { column, recipe, reads, readsAsOf: readsAsOf(formula), problem }
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    const recipe: Recipe = { error: shown(error.problem) }
    return { column, recipe, reads: new Set(), readsAsOf: false, problem: error.problem }
  }
}

const sameKind = (a: Column['type'], b: Column['type']) => textual(a) === textual(b)
const textual = (type: Column['type']) => (type === 'category' ? 'text' : type)

const otherType = ({ type }: Formula, column: Column): FormulaProblem => ({
  code: 'formula.otherType',
  detail: { wanted: textual(column.type), given: type },
  from: 0,
  to: 0,
})

function shown({ code }: FormulaProblem): CellError {
  if (code === 'formula.goneColumn') return '#REF!'
  return code === 'formula.noFunction' || code === 'formula.noColumn' ? '#NAME?' : '#VALUE!'
}

const readsAsOf = (formula: Formula) =>
  calls(formula, (name, of) => name === 'TODAY' || (name === 'DAYS' && of === 1))

/** The columns that a column reads to come back to itself; null = it does not. */
export function circleFrom(
  id: ColumnId,
  all: ReadonlyMap<ColumnId, Pick<Calculated, 'reads'>>,
): readonly ColumnId[] | null {
  const seen = new Set<ColumnId>()
  const search = (at: ColumnId, path: readonly ColumnId[]): readonly ColumnId[] | null => {
    for (const read of all.get(at)?.reads ?? []) {
      if (read === id) return [...path, read]
      if (seen.has(read)) continue
      seen.add(read)
      const found = search(read, [...path, read])
      if (found) return found
    }
    return null
  }
  return search(id, [id])
}

function circular(id: ColumnId, all: ReadonlyMap<ColumnId, Calculated>) {
  const circle = circleFrom(id, all) ?? []
  const names = circle.map((one) => all.get(one)?.column.name ?? one)
  const problem = { code: 'formula.circle', detail: { names }, from: 0, to: 0 } as const
  return { recipe: { error: '#REF!' } as const, problem, readsAsOf: false }
}

/** What is wrong with the formulas of a table's columns. */
export function formulaProblems(table: Table): ReadonlyMap<ColumnId, FormulaProblem> {
  if (!table.columns.some(({ formula }) => formula !== undefined)) return new Map()
  return new Map(
    calculatedColumns(table).flatMap(({ column, problem }) =>
      problem ? [[column.id, problem] as const] : [],
    ),
  )
}
