import { describe, expect, test } from 'vitest'
import { workbook } from '../../src/export/workbook/index.ts'
import { valueAt } from '../../src/table/cell.ts'
import { isoDay } from '../../src/table/parse/calendar.ts'
import { inputOf } from '../contracts/exportInput.ts'
import { asOf, everyFormula, formulaTable, withFormulas } from '../contracts/formulas.ts'
import { criterion, schemeWith } from '../fixtures/gradingTables.ts'
import { hasLibreOffice, recalculate } from '../office/libreoffice.ts'

const quiet = { checkpoint: () => Promise.resolve() } as never

describe.skipIf(!hasLibreOffice)(
  'LibreOffice recalculates calculated columns (skipped where it is not installed)',
  () => {
    test('every function and operator, and a score by one of them', { timeout: 60_000 }, async () => {
      const table = withFormulas(formulaTable(5, 120), everyFormula)
      const scored = table.columns.find(({ name }) => name === '算1')
      const scheme = schemeWith([criterion(scored?.id ?? '', { name: '均价' })], { asOf })
      const input = inputOf(table, scheme)
      const sheet = await recalculate(Buffer.concat((await workbook.write(input, quiet)).parts))
      const heads = sheet[1] ?? []
      const wrong: unknown[] = []
      for (const column of table.columns) {
        if (column.formula === undefined) continue
        const at = heads.indexOf(column.name)
        for (const row of table.order) {
          const text = sheet[row + 2]?.[at] ?? '?'
          const own = valueAt(column, row)
          if (!isSame(own, text, column.type === 'date')) wrong.push([column.formula, row, own, text])
        }
      }
      expect(wrong.slice(0, 12)).toEqual([])
      const score = heads.indexOf(input.words.workbook.columns.score)
      for (const row of table.order) {
        const own = input.result.score[row] ?? NaN
        const text = sheet[row + 2]?.[score] ?? '?'
        if (Number.isNaN(own)) expect(text).toBe('')
        else expect(Math.abs(Number(text) - own)).toBeLessThan(1.5e-9)
      }
    })
  },
)

function isSame(own: ReturnType<typeof valueAt>, text: string, isDate: boolean): boolean {
  if (own === null) return text === '' || text.startsWith('#')
  if (typeof own === 'boolean') return text === (own ? '是' : '否')
  if (typeof own === 'string') return text === own
  if (isDate) return text === isoDay(own)
  return text !== '' && Math.abs(Number(text) - own) <= 1e-12 * Math.max(1, Math.abs(own))
}
