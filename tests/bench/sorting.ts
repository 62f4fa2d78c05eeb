import { seeded } from '../../src/core/random.ts'
import { finish } from '../../src/core/steps.ts'
import { rankColumn } from '../../src/table/columnRanks.ts'
import type { Column, NumberColumn, TextColumn } from '../../src/table/column.ts'
import { sortByRanks } from '../../src/table/sort.ts'
import type { Case } from './measure.ts'

const base = {
  name: 'x',
  group: null,
  role: 'other',
  unit: null,
  revision: 1,
  originals: null,
  marks: null,
} as const

function textColumn(texts: readonly string[]): TextColumn {
  const bytes = new TextEncoder().encode(texts.join(''))
  const starts = new Uint32Array(texts.length + 1)
  const sizeOf = (text: string) => new TextEncoder().encode(text).length
  texts.forEach((text, at) => (starts[at + 1] = (starts[at] as number) + sizeOf(text)))
  return { ...base, id: 't', reading: 'text', type: 'text', starts, bytes, changed: new Map() }
}

const numberColumn = (id: string, values: Float64Array): NumberColumn => ({
  ...base,
  id,
  reading: 'number',
  type: 'number',
  values,
})

/** Names of two to ten characters out of 3,000, some with digits: what a long list of firms and people holds. */
function names(rows: number): string[] {
  const random = seeded(5)
  const below = (n: number) => Math.floor(random() * n)
  return Array.from({ length: rows }, () => {
    const characters = Array.from({ length: 2 + below(8) }, () => 0x4e00 + below(3000))
    const end = random() < 0.2 ? String(below(2000)) : ''
    return String.fromCharCode(...characters) + end
  })
}

/** KH00012345: all different, in no order. */
const ids = (rows: number): string[] =>
  Array.from({ length: rows }, (_, row) => `KH${String((row * 7919) % 1e7).padStart(8, '0')}`)

const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' })

/** Columns are new each time, so that nothing is remembered of them. */
const sorting =
  (what: string, columnsOf: (rows: number) => readonly Column[], goal: number) =>
  (rows: number) =>
  (): Case => {
    const columns = columnsOf(rows)
    const order = Uint32Array.from({ length: rows }, (_, row) => row)
    const random = seeded(3)
    const numbers = Float64Array.from({ length: rows }, () => random())
    return {
      name: `sheet: sort by ${what}`,
      rows,
      goal,
      rounds: 5,
      yardstick: 'Float64Array.sort',
      run() {
        const keys = columns.map((column) => ({
          ranks: finish(rankColumn({ ...column })),
          descending: false,
        }))
        return finish(sortByRanks(order, keys))
      },
      against: () => numbers.slice().sort(),
      check: (result) => faultOf(columns[0] as Column, result as Uint32Array),
    }
  }

/** Neighbours stand as the collator of the browser, or their size, puts them. */
function faultOf(column: Column, order: Uint32Array): string | null {
  const decoder = new TextDecoder()
  const compare = (a: number, b: number): number => {
    if (column.type === 'number') return (column.values[a] ?? 0) - (column.values[b] ?? 0)
    if (column.type !== 'text') return 0
    const [x, y] = [a, b].map((row) =>
      decoder.decode(column.bytes.subarray(column.starts[row], column.starts[row + 1])),
    )
    return collator.compare(x as string, y as string)
  }
  for (let at = 1; at < order.length; at += 97) {
    const [a, b] = [order[at - 1] as number, order[at] as number]
    if (compare(a, b) > 0) return `row ${a} stands before row ${b}`
  }
  return null
}

const random = (seed: number, of: (random: () => number) => number) => (rows: number) => {
  const next = seeded(seed)
  return Float64Array.from({ length: rows }, () => of(next))
}
const few = random(1, (next) => Math.floor(next() * 7))
const days = random(2, (next) => 19_000 + Math.floor(next() * 1500))
const money = random(4, (next) => Math.exp(10 * next()))

export const sortCases = [
  sorting('names', (rows) => [textColumn(names(rows))], 5),
  sorting('numbers of customers', (rows) => [textColumn(ids(rows))], 5),
  sorting('a number', (rows) => [numberColumn('a', money(rows))], 1.5),
  sorting(
    'three columns',
    (rows) => [few, days, money].map((of, at) => numberColumn(`${at}`, of(rows))),
    3,
  ),
] as const
