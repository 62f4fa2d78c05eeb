import { expect, test } from 'vitest'
import { tableOf } from '../../../src/table/builder.ts'
import { withCells } from '../../../src/table/cell.ts'
import { customerKey, rowsOfKeys } from '../../../src/table/key.ts'
import { withColumn, type Table } from '../../../src/table/table.ts'
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

/** Every living row's key by name, the slow way. */
function rowsByName(one: Table): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (const row of one.order) {
    const name = customerKey(one, row)
    rows.set(name, [...(rows.get(name) ?? []), row])
  }
  return rows
}

test('looking up a few keys finds what naming every living row finds, all the doubles in sheet order', () => {
  const changed = withColumn(
    table,
    withCells(
      key,
      [2, 4],
      [
        { value: '新的', original: null, mark: 'plain' },
        { value: '', original: null, mark: 'plain' },
      ],
    ),
  )
  const words = withColumn(
    table,
    columnOf('category', ['甲', '乙', '', '甲', '乙', '丙'], { id: 'k' }),
  )
  for (const one of [
    table,
    changed,
    words,
    { ...table, order: Uint32Array.of(3, 2, 1, 0) },
    { ...table, key: null },
  ]) {
    const wanted = ['C1', 'C3', '新的', '甲', '#1', '#2', '#4', '#5', '#99', '0042', 'gone']
    const all = [...rowsByName(one)].filter(([name]) => wanted.includes(name))
    expect(rowsOfKeys(one, wanted)).toEqual(new Map(all))
  }
  expect(rowsOfKeys(table, ['C1']).get('C1')).toEqual([0, 3])
})

test('the text names the customer where cells keep how they were written, not the value it was read as', () => {
  const written = ['8', '约8', '看情况', '', '8万']
  const numbered = columnOf('number', written, { id: 'k', role: 'key' })
  const own = tableOf('customers', [numbered])
  expect(numbered).toMatchObject({
    type: 'number',
    values: Float64Array.of(8, 8, NaN, NaN, 80_000),
  })
  const names = written.map((_, row) => customerKey(own, row))
  expect(names.slice(0, 4)).toEqual(['8', '约8', '看情况', '#3'])
  expect([...rowsOfKeys(own, names)]).toEqual(names.map((name, row) => [name, [row]]))
})

test('keys such as __proto__ are names like any other', () => {
  const odd = tableOf('customers', [
    columnOf('code', ['__proto__', 'constructor'], { role: 'key' }),
  ])
  expect(rowsOfKeys(odd, ['constructor'])).toEqual(new Map([['constructor', [1]]]))
})
