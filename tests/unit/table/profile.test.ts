import { expect, test } from 'vitest'
import { profileColumn } from '../../../src/table/profile.ts'
import { columnOf } from './columns.ts'

test('a money column is counted, with its smallest and largest amount', () => {
  const column = columnOf('money', ['500元', '约3000元', '', '暂无', '面议', '500'], {
    unit: 'CNY',
  })
  expect(profileColumn(column)).toEqual({
    filled: 4,
    missing: 2,
    failed: 1,
    distinct: 2,
    examples: ['500', '约3000元'],
    failures: ['面议'],
    min: '500',
    max: '3000',
  })
})

test('only the living rows count', () => {
  const column = columnOf('date', ['2024-03-05', '2020-01-01', '2025-01-01'])
  expect(profileColumn(column, Uint32Array.of(0, 2))).toMatchObject({
    filled: 2,
    min: '2024-03-05',
    max: '2025-01-01',
  })
})

test('words have no smallest', () => {
  const column = columnOf('category', ['华东', '华南', '', '华东'])
  expect(profileColumn(column)).toMatchObject({ filled: 3, missing: 1, distinct: 2, min: null })
})

test('different values are counted up to 1,000', () => {
  const column = columnOf(
    'number',
    Array.from({ length: 1500 }, (_, at) => String(at)),
  )
  expect(profileColumn(column).distinct).toBe(1000)
})
