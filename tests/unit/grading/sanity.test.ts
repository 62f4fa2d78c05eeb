import { expect, test } from 'vitest'
import { valueBelowYear } from '../../../src/grading/sanity.ts'
import { schemeWith, templateTable } from '../../fixtures/gradingTables.ts'

test('names 张三, whose lifetime value is below one year of spend (spec/features.md, second trap)', () => {
  expect(valueBelowYear(templateTable(), schemeWith([]))).toEqual({
    code: 'customer.valueBelowYear',
    level: 'warning',
    detail: { count: 1, examples: ['张三'] }, // 12·500 > 5000; 4·3000 < 30000; 2·1000 = 2000
    about: 'value',
    rows: [0],
  })
})

test('says nothing where a column is missing or currencies differ', () => {
  const table = templateTable()
  const without = { ...table, columns: table.columns.filter(({ id }) => id !== 'spend') }
  expect(valueBelowYear(without, schemeWith([]))).toBeNull()
  const columns = table.columns.map((c) => (c.id === 'spend' ? { ...c, unit: 'USD' } : c))
  expect(valueBelowYear({ ...table, columns }, schemeWith([]))).toBeNull()
})

test('deleted customers are not named', () => {
  expect(
    valueBelowYear({ ...templateTable(), order: Uint32Array.of(1, 2) }, schemeWith([])),
  ).toBeNull()
})
