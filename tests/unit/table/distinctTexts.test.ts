import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finish } from '../../../src/core/steps.ts'
import { withCells } from '../../../src/table/cell.ts'
import type { Column, ReadingId } from '../../../src/table/column.ts'
import { distinctTexts } from '../../../src/table/distinctTexts.ts'
import { readTyped, writeCell } from '../../../src/table/parse/cell.ts'
import { asOf, columnOf } from './columns.ts'

const readingIds: readonly ReadingId[] = [
  ...(['number', 'money', 'percent', 'date', 'boolean', 'category', 'text', 'phone'] as const),
]
const texts = [
  ...['', '0', '-0', '0.0', '1', '1.50', '1.5', '12%', '3万', '约500元', '500-1000', '2024-03-05'],
  ...[
    '3月5日',
    '是',
    '否',
    '华东',
    '華東',
    'Ａ',
    'a',
    '客户𠀀',
    '换行\n了',
    '—',
    '无',
    '13800138000',
  ],
]

/** Beside the plainest way: each row's text, written by itself. */
function expectSame(column: Column, rows: number) {
  const { codes, dictionary } = finish(distinctTexts(column))
  const shown = Array.from({ length: rows }, (_, row) => dictionary[codes[row] ?? 0])
  expect(shown).toEqual(Array.from({ length: rows }, (_, row) => writeCell(column, row)))
  expect(dictionary[0]).toBe('')
  expect(new Set(dictionary).size).toBe(dictionary.length)
}

describe('the different texts of a column', () => {
  test('are those that its cells show, whatever is typed into it', () => {
    const edits = fc.array(fc.record({ row: fc.nat(29), text: fc.constantFrom(...texts) }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...readingIds),
        fc.array(fc.constantFrom(...texts), { minLength: 30, maxLength: 30 }),
        edits,
        (reading, cells, typed) => {
          const column = columnOf(reading, cells)
          expectSame(column, 30)
          const rows = typed.map(({ row }) => row)
          const read = typed.map(({ text }) => readTyped(text, column, asOf))
          expectSame(withCells(column, rows, read), 30)
        },
      ),
    )
  })

  test('of many rows, few of them new or nearly all', () => {
    const rows = 20_000
    const few = Array.from({ length: rows }, (_, row) => `客户${row % 700}`)
    const many = Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? 'x' : `C${row}号`))
    const numbers = Array.from({ length: rows }, (_, row) => String((row * 7919) % 10_007))
    for (const [reading, cells] of [
      ['text', few],
      ['text', many],
      ['number', numbers],
    ] as const)
      expectSame(columnOf(reading, cells), rows)
  })
})
