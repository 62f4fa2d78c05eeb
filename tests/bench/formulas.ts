import { typedFormula } from '../../src/expression/formula/columns.ts'
import { seeded } from '../../src/core/random.ts'
import { calculatedData } from '../../src/project/formulas/calculate.ts'
import { shapeOf } from '../../src/project/formulas/shape.ts'
import type { CategoryColumn, NumberColumn } from '../../src/table/column.ts'
import { categories, numbers, tableOf, texts } from '../fixtures/gradingTables.ts'
import type { Case } from './measure.ts'

const asOf = 20_778
const words = ['华东', '华南', '华北', '西部']

function listOf(rows: number) {
  const random = seeded(5)
  const spend = numbers(
    'a',
    new Float64Array(rows).map(() => Math.round(random() * 1e6) / 100),
  )
  const orders = numbers(
    'b',
    new Float64Array(rows).map(() => Math.floor(random() * 9)),
  )
  const region = categories(
    'g',
    Array.from({ length: rows }, () => words[Math.floor(random() * 4)] ?? ''),
  )
  const note = texts(
    't',
    Array.from({ length: rows }, (_, row) => `备注${row % 977}-x`),
  )
  return { table: tableOf([spend, orders, region, note], rows), spend, orders, region }
}

/** A column calculated as a whole, beside a loop written for this one formula. */
function formula(
  name: string,
  text: string,
  rows: number,
  goal: number,
  plain: (list: ReturnType<typeof listOf>) => ArrayLike<number>,
): () => Case {
  return () => {
    const list = listOf(rows)
    const read = typedFormula(text, list.table.columns)
    const { type } = shapeOf(read, list.table.columns)
    return {
      name: `formula: ${name}`,
      rows,
      goal,
      yardstick: 'a loop for it alone',
      run: () => calculatedData(list.table, type, { formula: read }, asOf),
      against: () => plain(list),
      check(result) {
        const data = result as NumberColumn | CategoryColumn
        const own = data.type === 'category' ? data.codes : data.values
        const wanted = plain(list)
        for (let row = 0; row < rows; row += 997) {
          const value =
            data.type === 'category' ? (data.dictionary[own[row] ?? 0] === '大' ? 1 : 0) : own[row]
          if (!Object.is(value, wanted[row])) return `row ${row} has ${value}, not ${wanted[row]}`
        }
        return null
      },
    }
  }
}

export const formulaCases = (rows: number): readonly (() => Case)[] => [
  formula('a division', '[a]/[b]', rows, 8, ({ spend, orders }) => {
    const values = new Float64Array(rows)
    for (let row = 0; row < rows; row++) {
      const by = orders.values[row] ?? 0
      values[row] = by === 0 ? NaN : (spend.values[row] ?? 0) / by
    }
    return values
  }),
  formula('a choice by a text', 'IF([g]="华东","大","小")', rows, 8, ({ region }) => {
    const codes = new Uint32Array(rows)
    const wanted = region.dictionary.indexOf('华东')
    for (let row = 0; row < rows; row++) codes[row] = region.codes[row] === wanted ? 1 : 0
    return codes
  }),
  formula('letters of a text', 'LEN(LEFT([t],4))+FIND("-",[t])', rows, 5, ({ table }) => {
    const note = table.columns.find(({ id }) => id === 't')
    const values = new Float64Array(rows)
    if (note?.type !== 'text') return values
    const decoder = new TextDecoder()
    for (let row = 0; row < rows; row++) {
      const text = decoder.decode(note.bytes.subarray(note.starts[row], note.starts[row + 1]))
      values[row] = text.slice(0, 4).length + text.indexOf('-') + 1
    }
    return values
  }),
]
