import { seeded } from '../../src/core/random.ts'
import type { Column } from '../../src/table/column.ts'
import { categories, dates, numbers, texts } from '../fixtures/gradingTables.ts'

const random = seeded(20261121)
const many = (length: number, make: () => number) => Array.from({ length }, make)

/** Columns of the kinds that break formulas: ties, gaps, constants, extremes, −0, one row, none. NaN = missing. */
export const numberSamples: readonly {
  readonly name: string
  readonly values: readonly number[]
}[] = [
  { name: 'different', values: many(60, () => Math.round(random() * 1e6) / 100) },
  { name: 'ties', values: many(80, () => Math.floor(random() * 4)) },
  { name: 'gaps', values: many(70, () => (random() < 0.4 ? NaN : Math.floor(random() * 900))) },
  { name: 'constant', values: many(12, () => 7.25) },
  { name: 'extremes', values: [1e15, -1e15, 0, 1, -1, 1e-9, 999_999_999_999_999, NaN] },
  { name: 'signed zeros', values: [-0, 0, -0, 1, 0] },
  { name: 'heavy tail', values: many(90, () => Math.round(Math.exp(random() * 20))) },
  { name: 'one row', values: [42] },
  { name: 'one of two', values: [NaN, -3] },
  { name: 'nothing', values: [NaN, NaN, NaN] },
]

export const wordSamples: readonly { readonly name: string; readonly values: readonly string[] }[] =
  [
    { name: 'tiers', values: ['A', 'B', 'C', 'A', '', 'B'] },
    { name: 'names of object members', values: ['__proto__', 'constructor', '', 'toString'] },
    { name: 'formula-like', values: ['=1+1', '*', '?', '~', 'a', 'A', 'é', 'é'] },
    { name: 'one word', values: ['同', '同', '同'] },
    { name: 'nothing', values: ['', ''] },
  ]

/** The same as columns; names are as customers may write them. */
export const sampleColumns: readonly {
  readonly title: string
  readonly column: Column
  readonly rows: number
}[] = [
  ...numberSamples.map(({ name, values }) => ({
    title: `numbers: ${name}`,
    column: numbers('x', values, { name: '列 "x"; DROP TABLE "customers" -- \\' }),
    rows: values.length,
  })),
  ...numberSamples
    .filter(({ name }) => name !== 'extremes' && name !== 'heavy tail')
    .map(({ name, values }) => ({
      title: `dates: ${name}`,
      column: dates(
        'x',
        values.map((value) => Math.floor(value)),
        { name: 'day' },
      ),
      rows: values.length,
    })),
  ...wordSamples.flatMap(({ name, values }) => [
    {
      title: `categories: ${name}`,
      column: categories('x', values, { name: '类 别' }),
      rows: values.length,
    },
    {
      title: `texts: ${name}`,
      column: texts('x', values, { name: 'word' }),
      rows: values.length,
    },
  ]),
]
