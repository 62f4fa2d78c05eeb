import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendMissing, dropLast, rereadColumn } from '../../../src/table/builder.ts'
import { cellAt, lengthOf, withCells } from '../../../src/table/cell.ts'
import type { Column, ReadingId } from '../../../src/table/column.ts'
import { readTyped, writeCell } from '../../../src/table/parse/cell.ts'
import { readings } from '../../../src/table/parse/index.ts'
import { defaultContext } from '../../../src/table/parse/reading.ts'
import { asOf, columnOf } from './columns.ts'

const textsOf = (column: Column) =>
  Array.from({ length: lengthOf(column) }, (_, row) => writeCell(column, row))

describe('building', () => {
  const cases: readonly (readonly [ReadingId, readonly string[]])[] = [
    ['money', ['500', '约300元', '', '面议', '暂无']],
    ['frequency', ['每月一次', '12', '偶尔', '']],
    ['date', ['2024-03-05', '2024年3月', '昨', '']],
    ['boolean', ['是', '否', '', 'TRUE']],
    ['tier', ['A级', 'A', '', 'VIP']],
    ['category', ['华东', '', '华南', '华东']],
    ['text', ['张三', 'José', '', '无', '𠮷野']],
    ['phone', ['138****1234', '', '13800138000']],
  ]
  test.each(cases)('%s cells come out as they went in: %j', (reading, cells) => {
    const column = columnOf(reading, cells)
    const direct = cells.map((cell) => readings.get(reading).read(cell, defaultContext(asOf)))
    expect(cells.map((_, row) => cellAt(column, row))).toEqual(direct)
    expect(textsOf(column)).toEqual(cells)
  })
  test('a column without originals and marks has neither array', () => {
    expect(columnOf('number', ['1', '2'])).toMatchObject({ originals: null, marks: null })
  })
  test('texts of any characters survive', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 })), (texts) => {
        const trimmed = texts.map(
          (text) => readings.get('text').read(text, defaultContext(asOf)).value ?? '',
        )
        const column = columnOf('text', texts)
        expect(texts.map((_, row) => cellAt(column, row).value ?? '')).toEqual(trimmed)
      }),
    )
  })
  test('ten thousand texts, each once, all come back (the memo is given up on the way)', () => {
    const cells = Array.from({ length: 40_000 }, (_, at) => `${at}.25`)
    const column = columnOf('money', cells)
    expect(textsOf(column)).toEqual(cells)
  })
})

describe('growing and shrinking', () => {
  const columns = (['money', 'date', 'boolean', 'tier', 'text'] as const).map((reading) =>
    columnOf(reading, ['约3', '2024年3月', '是', 'A级', '张三']),
  )
  test.each(columns.map((column) => [column.reading, column] as const))(
    '%s: missing cells appended, then dropped, leave the column as it was',
    (_, column) => {
      const longer = appendMissing(column, 2)
      expect(lengthOf(longer)).toBe(7)
      expect(cellAt(longer, 6)).toEqual({ value: null, original: null, mark: 'plain' })
      const back = dropLast(longer, 2)
      expect({ ...back, revision: 0 }).toEqual({ ...column, revision: 0 })
      expect(back.revision).toBe(column.revision + 2)
    },
  )
  test('changed texts beyond the end go with their rows', () => {
    const column = columnOf('text', ['a', 'b'])
    const longer = withCells(
      appendMissing(column, 1),
      [2],
      [{ value: 'c', original: null, mark: 'plain' }],
    )
    expect(textsOf(longer)).toEqual(['a', 'b', 'c'])
    expect(textsOf(appendMissing(dropLast(longer, 1), 1))).toEqual(['a', 'b', ''])
  })
})

describe('reading a column anew', () => {
  test('texts become numbers, and what does not parse is kept', () => {
    const column = rereadColumn(columnOf('text', ['500元', '面议', '']), 'money', 'CNY', asOf)
    expect(column).toMatchObject({ type: 'number', reading: 'money', unit: 'CNY', revision: 2 })
    expect([0, 1, 2].map((row) => cellAt(column, row))).toEqual([
      { value: 500, original: null, mark: 'plain' },
      { value: null, original: '面议', mark: 'error' },
      { value: null, original: null, mark: 'plain' },
    ])
  })
  test('frequencies become texts with the words that were written, and back', () => {
    const column = columnOf('frequency', ['每月一次', '4', '偶尔'], { unit: '1/year' })
    const texts = rereadColumn(column, 'text', null, asOf)
    expect(textsOf(texts)).toEqual(['每月一次', '4', '偶尔'])
    const back = rereadColumn(texts, 'frequency', '1/year', asOf)
    expect([0, 1, 2].map((row) => cellAt(back, row))).toEqual(
      [0, 1, 2].map((row) => cellAt(column, row)),
    )
  })
})

describe('typing into a column', () => {
  const typed = (reading: ReadingId, text: string, unit: string | null = null) =>
    readTyped(text, columnOf(reading, [], { unit }), asOf)
  test('a number is read as the column reads it', () => {
    expect(typed('money', '1.2万', 'CNY').value).toBe(12000)
    expect(typed('frequency', '每季度一次', '1/year').value).toBe(4)
    expect(typed('date', '2024年3月5日').value).toBe(19787)
  })
  test('an unknown word is a new category', () => {
    expect(typed('category', '西北')).toEqual({ value: '西北', original: null, mark: 'plain' })
  })
  test('what cannot be read is an error cell with its text', () => {
    expect(typed('money', '面议')).toEqual({ value: null, original: '面议', mark: 'error' })
  })
  test('an empty text empties the cell', () => {
    for (const { id } of readings.all)
      expect(typed(id, '')).toEqual({ value: null, original: null, mark: 'plain' })
  })
  test('a formula stays a text', () => {
    expect(typed('text', '=1+1').value).toBe('=1+1')
  })
})

describe('canonical texts', () => {
  test.each([
    ['money', '12,400', '12400'],
    ['money', '1,200.50', '1200.5'],
    ['percent', '12%', '12%'],
    ['percent', '7%', '7%'],
    ['percent', '12.345%', '12.345%'],
    ['date', '2024/3/5', '2024-03-05'],
    ['number', '-0', '0'],
    ['number', '1e15', '1000000000000000'],
    ['boolean', 'true', 'true'],
  ] as const)('%s %s is written %s', (reading, text, written) => {
    expect(textsOf(columnOf(reading, [text]))).toEqual([written])
  })
  test('reading, writing and reading again gives the same value', () => {
    const numeric = ['number', 'money', 'percent', 'frequency', 'rating'] as const
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    fc.assert(
      fc.property(fc.constantFrom(...numeric), value, (id, number) => {
        const amount = Math.abs(number) < 1e-5 ? 0 : id === 'rating' ? Math.abs(number) : number
        const reading = readings.get(id)
        const text = reading.write(amount, null)
        expect(reading.read(text, defaultContext(asOf)).value).toBe(amount === 0 ? 0 : amount)
      }),
    )
  })
  test('every day from 1901 to 2199 is written and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 84_000 }), (day) => {
        fc.pre(day !== 0) // 1970-01-01 is a system's filler
        const { read, write } = readings.get('date')
        expect(write(day, null)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
        expect(read(write(day, null), defaultContext(asOf)).value).toBe(day)
      }),
    )
  })
  test('no text makes a reading throw, and a value never comes with an error', () => {
    const piece = fc.constantFrom(
      ...'0 1 23 , . - ( ) % 元 万 亿 千 十 五 每 月 次 / 年 日 折 约 ~ Q k ￥ A 级 上 周 : ＋ ½'.split(
        ' ',
      ),
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        for (const { read } of readings.all) {
          const cell = read(pieces.join(''), defaultContext(asOf))
          if (cell.mark === 'error') expect(cell.value).toBeNull()
          if (typeof cell.value === 'number') expect(Number.isFinite(cell.value)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
