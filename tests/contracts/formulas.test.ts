import { describe, expect, test } from 'vitest'
import { seeded } from '../../src/core/random.ts'
import { workbook } from '../../src/export/workbook/index.ts'
import { formulaFunctions } from '../../src/expression/formula/functions/index.ts'
import { valueAt } from '../../src/table/cell.ts'
import type { Table } from '../../src/table/table.ts'
import { criterion, schemeWith } from '../fixtures/gradingTables.ts'
import { inputOf } from './exportInput.ts'
import {
  asOf,
  everyFormula,
  formulaTable,
  randomFormula,
  type Type,
  withFormulas,
} from './formulas.ts'
import { calculated, type CellValue } from './formulaEngine.ts'

/** Calculated columns of the exported workbook, reckoned by a formula engine from the workbook alone, are the app's. */

const quiet = { checkpoint: () => Promise.resolve() } as never

async function held(table: Table): Promise<void> {
  const scored = table.columns.filter(
    ({ formula, type }) => formula !== undefined && type === 'number',
  )
  const scheme = schemeWith(
    scored.slice(0, 1).map(({ id }) => criterion(id)),
    { asOf },
  )
  const input = inputOf(table, scheme)
  const { parts } = await workbook.write(input, quiet)
  const rows = calculated(Buffer.concat(parts)).get(input.words.workbook.sheets.main) ?? []
  const heads = rows[1] ?? []
  const wrong: unknown[] = []
  for (const column of table.columns) {
    if (column.formula === undefined) continue
    const at = heads.indexOf(column.name)
    for (const row of table.order) {
      const cell = rows[row + 2]?.[at]
      const own = valueAt(column, row)
      if (!isSame(own, cell, column.type === 'date')) wrong.push([column.formula, row, own, cell])
    }
  }
  expect(wrong.slice(0, 6)).toEqual([])
}

const serial = 25_569

function isSame(
  own: ReturnType<typeof valueAt>,
  cell: CellValue | undefined,
  isDate: boolean,
): boolean {
  if (own === null) return cell === '' || cell === null || String(cell).startsWith('#')
  if (typeof own === 'boolean') return cell === (own ? '是' : '否')
  if (typeof own === 'string') return cell === own
  const given = Number(cell) - (isDate ? serial : 0)
  return typeof cell === 'number' && Math.abs(given - own) <= 1e-12 * Math.max(1, Math.abs(own))
}

describe('calculated columns in a workbook', () => {
  test('every function stands in a formula of the list', () => {
    const names = formulaFunctions.map(({ id }) => id)
    expect(names.filter((name) => !everyFormula.some((text) => text.includes(`${name}(`)))).toEqual(
      [],
    )
  })

  test('every function and operator gives the same', () =>
    held(
      withFormulas(
        formulaTable(3, 40),
        everyFormula.filter((text) => !text.includes('INT([')),
      ),
    ))

  test.each([11, 12, 13])('random formulas give the same (seed %i)', async (seed) => {
    const random = seeded(seed)
    const types: readonly Type[] = ['number', 'date', 'text', 'boolean']
    const formulas = Array.from({ length: 60 }, (_, at) =>
      randomFormula(random, types[at % 4] ?? 'number'),
    )
    await held(withFormulas(formulaTable(seed, 25), formulas))
  })
})
