import type { ModelChoice } from '../../../src/models/model.ts'
import { modelIds } from '../../../src/models/figureIds.ts'
import fc from 'fast-check'
import type { Override } from '../../../src/grading/result.ts'
import type { Change } from '../../../src/project/change.ts'
import { customersId, type Document, type ProjectEntry } from '../../../src/project/document.ts'
import { asGiven, type SheetLayout } from '../../../src/project/layout.ts'
import type { Scheme } from '../../../src/scheme/scheme.ts'
import { marks, type Cell, type Column, type ColumnType } from '../../../src/table/column.ts'
import type { Table } from '../../../src/table/table.ts'
import { aMerge } from './aMerge.ts'

const encoder = new TextEncoder()

export function textColumn(id: string, name: string, texts: readonly string[]): Column {
  const parts = texts.map((text) => encoder.encode(text))
  const starts = new Uint32Array(texts.length + 1)
  for (const [i, part] of parts.entries()) starts[i + 1] = (starts[i] ?? 0) + part.length
  const bytes = new Uint8Array(parts.flatMap((part) => [...part]))
  return { ...heading(id, name), type: 'text', reading: 'text', starts, bytes, changed: new Map() }
}

export function numberColumn(id: string, name: string, values: readonly number[]): Column {
  return {
    ...heading(id, name),
    role: 'measure',
    type: 'number',
    reading: 'number',
    values: Float64Array.from(values),
  }
}

export function categoryColumn(id: string, name: string, words: readonly string[]): Column {
  const dictionary = ['', ...new Set(words.filter((word) => word !== ''))]
  const codes = Uint32Array.from(words, (word) => dictionary.indexOf(word))
  return { ...heading(id, name), type: 'category', reading: 'category', codes, dictionary }
}

function heading(id: string, name: string) {
  return {
    id,
    name,
    group: null,
    role: 'other',
    unit: null,
    revision: 0,
    originals: null,
    marks: null,
  } as const
}

export function customers(columns: readonly Column[], rowCount: number): Table {
  const order = Uint32Array.from({ length: rowCount }, (_, row) => row)
  return { id: customersId, rowCount, order, key: null, columns }
}

export const scheme: Scheme = {
  format: 1,
  name: '客户分级',
  template: null,
  asOf: '2026-01-01',
  criteria: [
    {
      id: 'k_spend',
      column: 'spend',
      name: '金额',
      enabled: true,
      weight: 60,
      direction: 'higher',
      scoring: { id: 'linear', worst: null, best: null },
      missing: { id: 'reweight' },
    },
  ],
  aggregation: { id: 'weightedSum' },
  tiers: [
    { id: 't_a', name: 'A', label: '重点客户' },
    { id: 't_b', name: 'B', label: '成长客户' },
    { id: 't_c', name: 'C', label: '普通客户' },
  ],
  tiering: { id: 'cutoffs', cutoffs: [60, 40] },
  valueColumn: 'spend',
}

export const aTier: Override = {
  tier: 't_a',
  reason: '战略客户',
  by: '陈',
  at: '2026-01-02T03:04:05.000Z',
  expires: null,
}

/** Three customers with a number, a name, a spend, a region and a flag. */
export function sampleDocument(id = 'p_sample'): Document {
  const flag: Column = {
    ...heading('vip', 'VIP'),
    type: 'boolean',
    reading: 'boolean',
    values: Uint8Array.of(1, 0, 2),
  }
  const key: Column = { ...textColumn('no', '客户编号', ['001', '002', '003']), role: 'key' }
  const table = customers(
    [
      key,
      { ...textColumn('name', '客户名称', ['张三', '李四', '王五']), role: 'name' },
      numberColumn('spend', '金额', [5000, NaN, 2000]),
      categoryColumn('region', '地区', ['华东', '华北', '华东']),
      flag,
    ],
    3,
  )
  return {
    format: 1,
    id,
    name: '客户名单',
    createdAt: '2026-01-01T00:00:00.000Z',
    source: '客户.xlsx',
    tables: { [customersId]: { ...table, key: 'no' } },
    scheme,
    keptScheme: scheme,
    overrides: new Map([['001', aTier]]),
  }
}

export function entryOf(document: Document, changedAt = document.createdAt): ProjectEntry {
  return {
    id: document.id,
    name: document.name,
    rowCount: document.tables[customersId]?.order.length ?? 0,
    bytes: 100,
    tiers: [{ name: 'A', count: 1 }],
    createdAt: document.createdAt,
    changedAt,
  }
}

export function table(document: Document): Table {
  const found = document.tables[customersId]
  if (!found) throw new Error('no customers')
  return found
}

export function column(document: Document, id: string): Column {
  const found = table(document).columns.find((one) => one.id === id)
  if (!found) throw new Error(`no column ${id}`)
  return found
}

/** The document without its revisions: what an inverse must give back. */
export function content(document: Document): Document {
  const tables = Object.entries(document.tables).map(([id, one]) => [
    id,
    { ...one, columns: one.columns.map((each) => ({ ...each, revision: 0 })) },
  ])
  return { ...document, tables: Object.fromEntries(tables) as Document['tables'] }
}

const word = fc.constantFrom('甲', '乙', '丙', '丁', 'x', '😀', 'a b')
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))

function valueFor(type: ColumnType): fc.Arbitrary<Cell['value']> {
  switch (type) {
    case 'number':
      return fc.option(number)
    case 'date':
      return fc.option(fc.integer({ min: -40_000, max: 60_000 }))
    case 'boolean':
      return fc.option(fc.boolean())
    case 'category':
    case 'text':
      return fc.option(word)
  }
}

function cellFor(type: ColumnType): fc.Arbitrary<Cell> {
  return fc.record({
    value: valueFor(type),
    original: fc.option(word, { freq: 3 }),
    mark: fc.constantFrom(...marks),
  })
}

function columnOf(id: string, rows: number): fc.Arbitrary<Column> {
  const list = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.array(arbitrary, { minLength: rows, maxLength: rows })
  const codes = (top: number) => list(fc.nat(top)).map((all) => Uint32Array.from(all))
  const plain = fc.oneof(
    list(fc.oneof(number, fc.constant(NaN))).map((all) => numberColumn(id, id, all)),
    list(fc.oneof(fc.integer(), fc.constant(NaN))).map((all): Column => ({
      ...heading(id, id),
      type: 'date',
      reading: 'date',
      values: Float64Array.from(all),
    })),
    list(fc.nat(2)).map((all): Column => ({
      ...heading(id, id),
      type: 'boolean',
      reading: 'boolean',
      values: Uint8Array.from(all),
    })),
    // words that no code uses too: what earlier edits leave behind
    codes(3).map((all): Column => ({
      ...heading(id, id),
      type: 'category',
      reading: 'category',
      codes: all,
      dictionary: ['', '甲', '乙', '丙'],
    })),
    fc
      .tuple(list(fc.oneof(word, fc.constant(''))), fc.array(fc.tuple(fc.nat(rows - 1), word)))
      .map(([texts, changed]) => ({ ...textColumn(id, id, texts), changed: new Map(changed) })),
  )
  return fc
    .tuple(
      plain,
      fc.option(codes(2).map((all) => ({ codes: all, dictionary: ['', '约500', '偶尔'] }))),
      fc.option(list(fc.nat(marks.length - 1)).map((all) => Uint8Array.from(all))),
    )
    .map(([base, originals, codesOfMarks]) => ({ ...base, originals, marks: codesOfMarks }))
}

/** Any document: a table with all kinds of columns, some rows deleted or moved, some overrides. */
export const anyDocument: fc.Arbitrary<Document> = fc.integer({ min: 1, max: 6 }).chain((rows) =>
  fc
    .tuple(
      columnOf('a', rows),
      columnOf('b', rows),
      fc.shuffledSubarray(Array.from({ length: rows }, (_, row) => row)),
      fc.uniqueArray(word),
      fc.option(fc.constant(new Map([['m_1', aMerge('m_1')]]))),
    )
    .map(([a, b, order, keys, merges]) => ({
      ...sampleDocument(),
      tables: {
        [customersId]: {
          ...customers([a, b], rows),
          order: Uint32Array.from(order),
          key: 'a',
          ...(merges ? { merges } : {}),
        },
      },
      overrides: new Map(keys.map((key) => [key, aTier])),
    })),
)

/** Per kind, any change that fits the document. */
export function anyChange(
  document: Document,
): Readonly<Record<Change['kind'], fc.Arbitrary<Change>>> {
  const { rowCount, columns } = table(document)
  const at = customersId
  const anyColumn = fc.constantFrom(...columns)
  const row = fc.nat(rowCount - 1)
  return {
    setCells: anyColumn.chain((one) =>
      fc
        .uniqueArray(fc.tuple(row, cellFor(one.type)), { selector: ([place]) => place })
        .map((cells) => ({
          kind: 'setCells' as const,
          table: at,
          column: one.id,
          rows: cells.map(([place]) => place),
          cells: cells.map(([, cell]) => cell),
        })),
    ),
    appendRows: fc
      .integer({ min: 1, max: 3 })
      .map((count) => ({ kind: 'appendRows' as const, table: at, count })),
    dropLastRows: fc.constant({ kind: 'dropLastRows', table: at, count: 1 }),
    setOrder: fc
      .shuffledSubarray(Array.from({ length: rowCount }, (_, place) => place))
      .map((order) => ({ kind: 'setOrder' as const, table: at, order: Uint32Array.from(order) })),
    setColumn: fc.oneof(
      anyColumn.map(({ id }) => ({
        kind: 'setColumn' as const,
        table: at,
        id,
        at: 0,
        column: null,
      })),
      fc.tuple(fc.constantFrom('a', 'new'), fc.nat(1)).chain(([id, place]) =>
        columnOf(id, rowCount).map((one) => ({
          kind: 'setColumn' as const,
          table: at,
          id,
          at: place,
          column: one,
        })),
      ),
    ),
    setKey: fc
      .constantFrom('a', 'b', null)
      .map((key) => ({ kind: 'setKey' as const, table: at, key })),
    setMerges: fc
      .uniqueArray(fc.tuple(fc.constantFrom('m_1', 'm_2', 'm_3'), row, fc.boolean()), {
        selector: ([id]) => id,
      })
      .map((entries) => ({
        kind: 'setMerges' as const,
        table: at,
        entries: entries.map(([id, keep, gone]) => ({ id, merge: gone ? null : aMerge(id, keep) })),
      })),
    setDistinct: fc
      .uniqueArray(fc.tuple(fc.constantFrom('d_1', 'd_2', 'd_3'), row, fc.boolean()), {
        selector: ([id]) => id,
      })
      .map((entries) => ({
        kind: 'setDistinct' as const,
        table: at,
        entries: entries.map(([id, one, gone]) => ({ id, rows: gone ? null : [one] })),
      })),
    setTable: fc.oneof(
      fc.constant({ kind: 'setTable' as const, id: at, table: null }),
      columnOf('a', 2).map((one) => ({
        kind: 'setTable' as const,
        id: at,
        table: customers([one], 2),
      })),
      fc.constant({
        kind: 'setTable' as const,
        id: 'orders',
        table: { ...customers([], 0), id: 'orders' },
      }),
    ),
    setEdited: fc
      .record({ rows: fc.uniqueArray(fc.nat(1)), edited: fc.boolean() })
      .map(({ rows, edited }) => ({
        kind: 'setEdited' as const,
        table: at,
        column: 'a',
        rows,
        edited,
      })),
    setScheme: fc
      .nat(100)
      .map((n) => ({ kind: 'setScheme' as const, scheme: { ...scheme, name: String(n) } })),
    setKeptScheme: fc
      .nat(100)
      .map((n) => ({ kind: 'setKeptScheme' as const, scheme: { ...scheme, name: String(n) } })),
    setOverrides: fc
      .array(fc.record({ customer: word, override: fc.constantFrom(aTier, null) }))
      .map((entries) => ({ kind: 'setOverrides' as const, entries })),
    setModel: fc.record({
      kind: fc.constant('setModel' as const),
      model: fc.constantFrom(...modelIds),
      choice: fc.constantFrom<(ModelChoice | null)[]>(null, { on: true }, { settings: { k: 4 } }),
    }),
    setLayout: fc.record({
      kind: fc.constant('setLayout' as const),
      layout: fc.constantFrom<(SheetLayout | null)[]>(
        null,
        { ...asGiven, widths: [['a', 200]], hidden: ['b'] },
        { ...asGiven, frozen: null, isTotalled: true },
      ),
    }),
    setName: word.map((name) => ({ kind: 'setName' as const, name })),
  }
}
