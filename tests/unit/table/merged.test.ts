import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { tableOf } from '../../../src/table/builder.ts'
import type { ColumnRole } from '../../../src/table/column.ts'
import { compareTables } from '../../../src/table/compare.ts'
import { linkRecords } from '../../../src/table/link.ts'
import type { Merge, MergedCell } from '../../../src/table/merge.ts'
import { mergedAs } from '../../../src/table/matchRows.ts'
import { ownersOf } from '../../../src/table/otherNames.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import type { Table } from '../../../src/table/table.ts'
import { asOf, columnOf } from './columns.ts'

// Source of all expectations: the small lists below, compared by hand.

type Row = readonly [key: string, name: string, phone: string, spend: string]
const heads = [
  ['客户编号', 'key', 'code'],
  ['客户名称', 'name', 'text'],
  ['电话', 'phone', 'phone'],
  ['金额', 'measure', 'number'],
] as const

const list = (rows: readonly Row[]): Table =>
  tableOf(
    'customers',
    heads.map(([name, role, reading], at) => ({
      ...columnOf(
        reading,
        rows.map((row) => row[at] ?? ''),
        { id: role, role: role as ColumnRole },
      ),
      name,
    })),
  )

function merged(
  table: Table,
  ...all: readonly (readonly [keep: number, rows: readonly number[], cells?: MergedCell[]])[]
): Table {
  const gone = new Set(all.flatMap(([, rows]) => rows))
  const merges = all.map(([keep, rows, cells = []], at): readonly [string, Merge] => [
    `m_${at}`,
    { id: `m_${at}`, at: '', keep, rows, after: rows.map(() => keep), cells, override: null },
  ])
  return {
    ...table,
    order: table.order.filter((row) => !gone.has(row)),
    merges: new Map(merges),
  }
}

const text = (value: string) => ({ value, original: null, mark: 'plain' }) as const
const how = (as: number | undefined) =>
  as === mergedAs.alone ? ' alone' : as === mergedAs.beside ? ' beside' : ''

async function compared(before: Table, rows: readonly Row[]) {
  const found = await compareTables(before, list(rows), asOf, createJob())
  return {
    who: [...found.match.rows].map((row, place) =>
      row === -1 ? 'new' : `${row}${how(found.match.merged[place])}`,
    ),
    missing: [...found.match.missing],
    cells: found.columns.flatMap(({ before, after, places }) =>
      [...places].map(
        (place) =>
          `${found.match.rows[place]} ${before.name} ${writeCell(after, found.after.order[place] ?? 0)}`,
      ),
    ),
  }
}

const before = list([
  ['K1', '恒达机电', '13800138001', '100'],
  ['K2', '李四', '13800138002', '200'],
  ['K3', '恒达', '13800138003', '300'],
  ['', '恒达电机', '13800138004', '400'],
])

describe('a newer list', () => {
  test('that has only the row merged away renews the figures of the customer and leaves its names', async () => {
    const found = await compared(merged(before, [0, [2]]), [
      ['K3', '恒达', '13800138003', '350'],
      ['K2', '李四', '13800138002', '200'],
    ])
    expect(found).toEqual({ who: ['0 alone', '1'], missing: [3], cells: ['0 金额 350'] })
  })

  test('that has both: the customer’s own row counts, the other fills only what neither says', async () => {
    const gaps = merged(list([['K1', '恒达机电', '', ''], ...rowsOf(before).slice(1)]), [0, [2]])
    expect(
      await compared(gaps, [
        ['K3', '恒达', '13800138003', '350'],
        ['K1', '恒达机电', '', '120'],
      ]),
    ).toEqual({
      who: ['0 beside', '0'],
      missing: [1, 3],
      cells: ['0 电话 13800138003', '0 金额 120'],
    })
  })

  test('two rows merged into one customer fill a gap once', async () => {
    const gaps = merged(list([['K1', '恒达机电', '', '1'], ...rowsOf(before).slice(1)]), [
      0,
      [2, 3],
    ])
    const found = await compared(gaps, [
      ['K1', '恒达机电', '', '1'],
      ['', '恒达电机', '13800138004', '1'],
      ['K3', '恒达', '13800138003', '1'],
    ])
    expect(found.who).toEqual(['0', '0 beside', '0 beside'])
    expect(found.cells).toEqual(['0 电话 13800138004'])
  })

  test('knows a merged row by its name or phone where numbers do not speak against it', async () => {
    const table = merged(before, [0, [2, 3]])
    const found = await compared(table, [
      ['', '恒达电机', '', '1'],
      ['', '某某', '13800138003', '2'],
      ['K9', '恒达', '', '3'], // another number: another customer
    ])
    expect(found.who).toEqual(['0 alone', '0 beside', 'new'])
  })

  test('a merged row’s number goes before another customer’s name', async () => {
    const table = merged(
      list([
        ['K1', '恒达机电', '', '1'],
        ['K3', '恒达', '', '1'],
        ['', '恒达', '', '1'],
      ]),
      [0, [1]],
    )
    expect((await compared(table, [['K3', '恒达', '', '5']])).who).toEqual(['0 alone'])
    // and what both are called decides nothing, but the living one is taken in its order as ever
    expect((await compared(table, [['', '恒达', '', '5']])).who).toEqual(['2'])
  })

  test('no more rows than were merged: a further one is new', async () => {
    const table = merged(
      list([
        ['K1', '甲', '', '1'],
        ['K1', '甲', '', '1'],
      ]),
      [0, [1]],
    )
    const row: Row = ['K1', '甲', '', '1']
    expect((await compared(table, [row, row, row])).who).toEqual(['0', '0 beside', 'new'])
  })

  test('a merge that wrote over the number leaves the old one as another name', async () => {
    const cell = { column: 'key', before: text('K1'), after: text('K3') }
    const [first, ...rest] = rowsOf(before)
    const renamed = list([['K3', ...(first as Row).slice(1)] as unknown as Row, ...rest])
    const found = await compared(merged(renamed, [0, [2], [cell]]), [['K1', '', '', '7']])
    expect(found).toMatchObject({ who: ['0 alone'], cells: ['0 金额 7'] })
  })

  test('a merge whose customer was deleted names nobody', async () => {
    const table = merged(before, [0, [2]])
    const without = { ...table, order: Uint32Array.of(1, 3) }
    expect((await compared(without, [['K3', '恒达', '13800138003', '1']])).who).toEqual(['new'])
  })
})

test('who took rows in may be taken in too, in whatever order the merges are held', () => {
  const chain = merged(before, [1, [2]], [0, [1]])
  const turned = { ...chain, merges: new Map([...(chain.merges ?? [])].reverse()) }
  for (const table of [chain, turned]) expect([...ownersOf(table)]).toEqual([0, 0, 0, 3])
})

describe('records', () => {
  const orders = (keys: readonly string[], names: readonly string[]) =>
    tableOf('orders', [
      columnOf('code', keys, { id: 'k', role: 'key' }),
      columnOf('text', names, { id: 'n', role: 'name' }),
    ])
  const link = async (customers: Table, records: Table) => [
    ...(await linkRecords(customers, records, createJob())).customers,
  ]

  test('that name a merged row are the customer’s', async () => {
    const records = orders(['K1', 'K3', '', 'K2'], ['', '', '恒达电机', ''])
    expect(await link(merged(before, [0, [2]]), records)).toEqual([0, 0, 3, 1])
    expect(await link(merged(before, [0, [2, 3]]), records)).toEqual([0, 0, 0, 1])
    expect(await link(before, records)).toEqual([0, 2, 3, 1])
  })

  test('a name that a merged row shares with another customer decides nothing', async () => {
    const shared = list([
      ['K1', '甲', '', '1'],
      ['K2', '恒达', '', '1'],
      ['K3', '恒达', '', '1'],
    ])
    const records = orders(['', 'K2'], ['恒达', ''])
    expect(await link(merged(shared, [0, [1]]), records)).toEqual([-1, 0])
    expect(await link(merged(shared, [2, [1]]), records)).toEqual([2, 2]) // now there is but one
  })

  test('a number that a merge wrote over names its customer', async () => {
    const cell = { column: 'key', before: text('K0'), after: text('K1') }
    expect(await link(merged(before, [0, [2], [cell]]), orders(['K0', 'K1'], ['', '']))).toEqual([
      0, 0,
    ])
  })
})

function rowsOf(table: Table): readonly Row[] {
  return Array.from(
    table.order,
    (row) => table.columns.map((column) => writeCell(column, row)) as unknown as Row,
  )
}
