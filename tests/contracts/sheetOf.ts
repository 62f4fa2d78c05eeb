import { expect } from 'vitest'
import { dayOf } from '../../src/scheme/day.ts'
import type { PreparationFace } from '../../src/scheme/scoring/preparation.ts'
import type { WorkbookFace } from '../../src/scheme/scoring/scoring.ts'
import { valueAt } from '../../src/table/cell.ts'
import type { Column } from '../../src/table/column.ts'
import { type Cells, evaluate, type Value } from './evaluate.ts'

/** The cells that a formula of each row sees: parameters come to the same by their own formulas. */
export function sheetOf(
  { column, isFrozen, asOf }: { column: Column; isFrozen: boolean; asOf: string },
  face: WorkbookFace,
  before: PreparationFace | null,
) {
  const source = Array.from({ length: tableLength(column) }, (_, at) => valueAt(column, at))
  const parameters = [...(before?.parameters ?? []), ...face.parameters]
  const checked = new Set<string>() // a formula of the column is the same in every row
  const isNew = (name: string) => !isFrozen && !checked.has(name) && !!checked.add(name)
  const cells = (x: Value, scored: readonly Value[]): Cells => ({
    value(name) {
      if (name === 'x') return x
      if (name === 'asOf') return dayOf(asOf)
      const parameter = parameters.find((p) => p.name === name)
      if (parameter?.kind !== 'cell') throw new Error(`no cell ${name}`)
      if (parameter.formula && isNew(name)) near(evaluate(parameter.formula, this), parameter.value)
      return parameter.value
    },
    range(name) {
      if (name === 'column') return scored
      if (name === 'source') return source
      const parameter = parameters.find((p) => p.name === name)
      if (parameter?.kind !== 'range') throw new Error(`no range ${name}`)
      const { formulas, values } = parameter
      if (isNew(name))
        formulas?.forEach((formula, at) => near(evaluate(formula, this), values[at] ?? NaN))
      return values
    },
  })
  const scored = source.map((x) =>
    before === null || x === null ? x : evaluate(before.value, cells(x, [])),
  )
  return (row: number) => cells(scored[row] ?? null, scored)
}

/** Within the rounding of a sum: relative to the size of a parameter. */
function near(live: Value, value: number | string): void {
  expect(Math.abs(Number(live) - Number(value))).toBeLessThanOrEqual(
    1e-12 * Math.abs(Number(value)),
  )
}

function tableLength(column: Column): number {
  return column.type === 'category'
    ? column.codes.length
    : column.type === 'number' || column.type === 'date'
      ? column.values.length
      : 0
}
