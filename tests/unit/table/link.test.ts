import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { tableOf } from '../../../src/table/builder.ts'
import type { ColumnRole, ReadingId } from '../../../src/table/column.ts'
import { customersFrom } from '../../../src/table/customersFrom.ts'
import { linkedBy, linkRecords, unlinkedReasons } from '../../../src/table/link.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import type { Table } from '../../../src/table/table.ts'
import { columnOf } from './columns.ts'

type Columns = Partial<Record<ColumnRole, readonly string[]>>
const readingOf = (role: ColumnRole): ReadingId =>
  role === 'phone' ? 'phone' : role === 'key' ? 'code' : 'text'

function table(id: string, columns: Columns): Table {
  return tableOf(
    id,
    Object.entries(columns).map(([role, texts]) =>
      columnOf(readingOf(role as ColumnRole), texts, { id: role, role: role as ColumnRole }),
    ),
  )
}

/** Per record: `key:0`, `phone:2`; else the reason. */
async function linked(customers: Columns, records: Columns, gone: readonly number[] = []) {
  const list = table('customers', customers)
  const living = { ...list, order: list.order.filter((row) => !gone.includes(row)) }
  const of = table('orders', records)
  const link = await linkRecords(living, of, createJob())
  const each = Array.from(of.order, (row) => {
    const by = linkedBy[(link.by[row] ?? 0) - 1]
    if (by) return `${by}:${link.customers[row]}`
    return unlinkedReasons[(link.reasons[row] ?? 0) - 1] ?? 'nothing'
  })
  const total = Object.values(link.counts).reduce((sum, count) => sum + count, 0)
  expect(total).toBe(of.order.length)
  return each
}

// worked out by hand from the rules of issue 3: ID, else phone, else name; normalised; unmatched rows are never dropped
describe('records find their customers', () => {
  test('by number, without case, width and blanks', async () => {
    expect(
      await linked(
        { key: ['C001', 'c002', '00123'] },
        { key: ['c001', 'Ｃ００２ ', '123', '', 'C9'] },
      ),
    ).toEqual(['key:0', 'key:1', 'unknown', 'unnamed', 'unknown'])
  })
  test('by phone where there is no number, in any writing; a masked one names nobody', async () => {
    expect(
      await linked(
        { key: ['1', '2', '3'], phone: ['13800138000', '(010)6234-5678', '138****1234'] },
        { phone: ['+86 138-0013-8000', '010 62345678', '138****1234', '0086 13800138000'] },
      ),
    ).toEqual(['phone:0', 'phone:1', 'unnamed', 'phone:0'])
  })
  test('by the first phone of a cell that holds several', async () => {
    const phone = ['13800138000/13900139000', '13700137000、13600136000']
    const calls = ['138-0013-8000', '13700137000 13500135000', '13600136000']
    expect(await linked({ key: ['1', '2'], phone }, { phone: calls })).toEqual([
      'phone:0',
      'phone:1',
      'unknown',
    ])
  })
  test('by name at last, brackets of all kinds alike', async () => {
    expect(
      await linked(
        { name: ['北京A科技（有限）公司', '张三', '李四'] },
        { name: ['北京Ａ科技(有限)公司', '张三　', '王五'] },
      ),
    ).toEqual(['name:0', 'name:1', 'unknown'])
  })
  test('two customers of one name or phone decide nothing', async () => {
    expect(
      await linked(
        { name: ['张三', '张三', '李四'], phone: ['13800138000', '13900139000', '13900139000'] },
        {
          name: ['张三', '张三', '李四', '李四'],
          phone: ['', '13800138000', '13900139000', ''],
        },
      ),
    ).toEqual(['ambiguous', 'phone:0', 'name:2', 'name:2'])
  })
  test('a number that is not found is somebody else, whatever the name', async () => {
    expect(
      await linked(
        { key: ['1', '2'], name: ['张三', '李四'] },
        { key: ['1', '7', ''], name: ['张三', '李四', '李四'] },
      ),
    ).toEqual(['key:0', 'unknown', 'name:1'])
  })
  test('numbers of another system say nothing: names decide', async () => {
    expect(
      await linked(
        { key: ['1', '2'], name: ['张三', '李四'] },
        { key: ['X9', 'X7'], name: ['张三', '李四'] },
      ),
    ).toEqual(['name:0', 'name:1'])
  })
  test('by mail address, as in Shopify', async () => {
    expect(
      await linked(
        { key: ['1', '2'], email: ['Ann@X.com', 'bob@x.com'] },
        { email: ['ann@x.com', 'eve@x.com'] },
      ),
    ).toEqual(['email:0', 'unknown'])
  })
  test('the second row of an order follows the first', async () => {
    expect(
      await linked(
        { key: ['1', '2'] },
        { record: ['A', 'A', 'B', 'B', 'C'], key: ['1', '', '', '2', ''] },
      ),
    ).toEqual(['key:0', 'key:0', 'key:1', 'key:1', 'unnamed'])
  })
  test('deleted customers are nobody, and their name is free for the other', async () => {
    expect(
      await linked({ name: ['张三', '张三', '李四'] }, { name: ['张三', '李四'] }, [0, 2]),
    ).toEqual(['name:1', 'unknown'])
  })
  test('__proto__ and constructor are names like others', async () => {
    expect(
      await linked({ name: ['__proto__', 'x'] }, { name: ['__proto__', 'constructor'] }),
    ).toEqual(['name:0', 'unknown'])
  })

  test('1,000,000 records find 100,000 customers', async () => {
    const keys = Array.from({ length: 100_000 }, (_, at) => `C${100_000 + at}`)
    const records = table('orders', {
      key: Array.from({ length: 1_000_000 }, (_, at) => keys[(at * 7919) % 100_000] ?? ''),
    })
    const customers = table('customers', { key: keys })
    const link = await linkRecords(customers, records, createJob())
    expect(link.counts.key).toBe(1_000_000)
    expect(link.customers[12_345]).toBe((12_345 * 7919) % 100_000)
  })
})

describe('customers made from records', () => {
  async function made(records: Columns) {
    const of = table('orders', records)
    const customers = await customersFrom(of, 'customers', createJob())
    const link = await linkRecords(customers, of, createJob())
    return {
      customers,
      rows: Array.from(customers.order, (row) =>
        customers.columns.map((column) => writeCell(column, row)).join('|'),
      ),
      whose: [...link.customers],
    }
  }
  test('one per number, in the order in which they come; what they bear is filled from any of their records', async () => {
    const { rows, whose, customers } = await made({
      key: ['2', '1', '2', '2'],
      phone: ['', '13800138000', '13900139000', ''],
      name: ['李四', '张三', '', '李四'],
    })
    expect(rows).toEqual(['2|13900139000|李四', '1|13800138000|张三'])
    expect(whose).toEqual([0, 1, 0, 0])
    expect(customers.key).toBe('key')
  })
  test('who bears less is the customer who bears it too; if two do, nobody', async () => {
    const { rows, whose } = await made({
      key: ['1', '2', '', '', '3', ''],
      name: ['张三', '李四', '李四', '赵六', '张三', '张三'],
    })
    expect(rows).toEqual(['1|张三', '2|李四', '|赵六', '3|张三'])
    expect(whose).toEqual([0, 1, 1, 2, 3, -1])
  })
  test('records that name nobody make nobody', async () => {
    const { rows, whose } = await made({ name: ['张三', '', '张三'] })
    expect(rows).toEqual(['张三'])
    expect(whose).toEqual([0, -1, 0])
  })
  test('the city comes along where it is the same in all records of each, the item does not', async () => {
    const { customers } = await made({
      name: ['张三', '李四', '张三'],
      group: ['上海', '北京', '上海'],
      other: ['茶', '杯', '杯'],
    })
    expect(customers.columns.map(({ role }) => role)).toEqual(['name', 'group'])
  })
})
