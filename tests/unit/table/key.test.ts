import { expect, test } from 'vitest'
import { tableOf } from '../../../src/table/builder.ts'
import { withCells } from '../../../src/table/cell.ts'
import { customerKey, keyIndex, rowsOfKeys } from '../../../src/table/key.ts'
import { withColumn } from '../../../src/table/table.ts'
import { columnOf } from './columns.ts'

const key = columnOf('code', ['C1', '', 'C3', 'C1', '0042', '无'], { id: 'k', role: 'key' })
const table = tableOf('customers', [
  key,
  columnOf('number', ['1', '2', '3', '4', '5', '6'], { id: 'n' }),
])

test('a customer is named by the key column, else by the row', () => {
  expect([0, 1, 4].map((row) => customerKey(table, row))).toEqual(['C1', '#1', '0042'])
  expect(customerKey({ ...table, key: null }, 2)).toBe('#2')
})

test('of doubles the first living row in sheet order is meant', () => {
  expect(keyIndex(table).get('C1')).toBe(0)
  const reversed = { ...table, order: Uint32Array.of(5, 4, 3, 2, 1) }
  expect(keyIndex(reversed).get('C1')).toBe(3)
})

test('looking up a few keys finds what the whole index finds', () => {
  const changed = withColumn(
    table,
    withCells(key, [2], [{ value: '新的', original: null, mark: 'plain' }]),
  )
  for (const one of [table, changed, { ...table, order: Uint32Array.of(3, 2, 1) }]) {
    const all = keyIndex(one)
    const wanted = ['C1', 'C3', '新的', '#1', '#5', '0042', 'gone']
    expect(rowsOfKeys(one, wanted)).toEqual(
      new Map([...all].filter(([name]) => wanted.includes(name)).sort()),
    )
  }
})

test('keys such as __proto__ are names like any other', () => {
  const odd = tableOf('customers', [
    columnOf('code', ['__proto__', 'constructor'], { role: 'key' }),
  ])
  expect(rowsOfKeys(odd, ['constructor'])).toEqual(new Map([['constructor', 1]]))
})
