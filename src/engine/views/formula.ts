import { finish, type Steps } from '../../core/steps.ts'
import { typedFormula } from '../../expression/formula/columns.ts'
import { columnsRead } from '../../expression/formula/formula.ts'
import { FormulaError, type FormulaProblem } from '../../expression/formula/problem.ts'
import { circleWith } from '../../project/commands/formulas.ts'
import { calculatedCells } from '../../project/formulas/calculate.ts'
import { type Shape, shapeOf } from '../../project/formulas/shape.ts'
import { dayOf } from '../../scheme/day.ts'
import type { Cell } from '../../table/column.ts'
import { readings } from '../../table/parse/index.ts'
import { rounded } from '../../table/parse/rounded.ts'
import { customerName } from '../customerName.ts'
import type { Session } from '../session.ts'
import type { FormulaView, Views } from '../views.ts'

const mostCounted = 100_000
const mostSamples = 5
const block = 8192 // customers between pauses

export const formula = (...of: Parameters<typeof countFormula>): FormulaView =>
  finish(countFormula(...of))

/** In turns with other work. */
export function* countFormula(
  { table, document }: Session,
  { column, text }: Views['formula']['args'],
): Steps<FormulaView> {
  try {
    const formula = typedFormula(text, table.columns)
    const circle = column === null ? null : circleWith(table, column, columnsRead(formula))
    if (circle) return wrong({ ...circle, from: 0, to: text.length })
    const shape = shapeOf(formula, table.columns)
    const rows = table.order.subarray(0, mostCounted)
    const asOf = dayOf(document.scheme.asOf)
    const samples: FormulaView['samples'][number][] = []
    let failed = 0
    let none = 0
    for (let from = 0; from < rows.length; from += block) {
      const some = [...rows.subarray(from, from + block)]
      for (const [at, cell] of calculatedCells(table, { formula }, asOf, some).entries()) {
        failed += Number(cell.mark === 'error')
        none += Number(cell.value === null)
        if (samples.length === mostSamples) continue
        const name = customerName(table, some[at] ?? 0)
        samples.push({ name, text: textOf(cell, shape), error: cell.original })
      }
      yield
    }
    return { problem: null, ...shape, samples, failed, empty: none - failed, counted: rows.length }
  } catch (error) {
    if (error instanceof FormulaError) return wrong(error.problem)
    throw error
  }
}

const wrong = (problem: FormulaProblem): FormulaView => ({
  problem,
  type: null,
  reading: null,
  unit: null,
  samples: [],
  failed: 0,
  empty: 0,
  counted: 0,
})

/** As the column would write it. */
function textOf({ value }: Cell, { reading, unit }: Shape): string {
  if (value === null) return ''
  return readings
    .get(reading)
    .write(typeof value === 'number' && reading !== 'date' ? rounded(value, reading) : value, unit)
}
