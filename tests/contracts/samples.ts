import { seeded } from '../../src/core/random.ts'

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
