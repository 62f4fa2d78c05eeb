import { describe, expect, test } from 'vitest'
import { inferColumn } from '../../../../src/table/infer.ts'
import { defaultContext } from '../../../../src/table/parse/reading.ts'
import { asOf, read, rows } from './rows.ts'

// ±1e15: specification "What a grade is", 1. A double is exact to 2^53 = 9.007e15; Excel shows 15 digits.

rows('up to 1e15 a number is a number', 'number', [
  ['1000000000000000', 1e15],
  ['-1000000000000000', -1e15],
  ['1,000,000,000,000,000', 1e15],
  ['1e15', 1e15],
  ['10000000亿', 1e15],
  [1e15, 1e15],
  ['1000000000000001', null, 'error'],
  ['-1000000000000001', null, 'error'],
  ['1234567890123456789', null, 'error'],
  ['10000001亿', null, 'error'],
  ['1.5e15-2e15', null, 'error'],
  [1234567890123456789, null, 'error'], // eslint-disable-line no-loss-of-precision -- as a workbook has it
])

test.each(['money', 'number', 'frequency', 'discount', 'percent', 'rating'] as const)(
  'as %s the text stays as it was typed, whatever stands around the digits',
  (reading) => {
    for (const text of [
      '1234567890123456789',
      '12345678901234567890.5',
      '－1,234,567,890,123,456,789',
    ])
      expect(read(reading, text)).toEqual({ value: null, original: text, mark: 'error' })
  },
)

test('a year of monthly amounts may go beyond where the amount does not', () => {
  const context = { yearly: true, per: 'month' } as const
  expect(read('money', '80000000000000元/月', context).value).toBe(9.6e14)
  expect(read('money', '90000000000000元/月', context)).toMatchObject({
    value: null,
    mark: 'error',
  })
})

test('of a cell of a workbook stays what it shows, or its digits where it shows an exponent', () => {
  const value = 6222020000000001000
  const cell = (text: string) => read('money', { kind: 'number', value, text }).original
  expect(cell('¥6,222,020,000,000,001,000.00')).toBe('¥6,222,020,000,000,001,000.00')
  expect(cell('6.22202E+18')).toBe('6222020000000001000')
  expect(cell('####')).toBe('6222020000000001000')
})

describe('what a column of long numbers is', () => {
  const orders = Array.from({ length: 30 }, (_, i) => String(1234567890123456789n + BigInt(i)))
  const infer = (header: string, cells: readonly (string | number)[]) =>
    inferColumn(cells, header, defaultContext(asOf))

  test.each([16, 17, 18, 19])('numbers of %s digits are codes', (digits) => {
    const column = infer(
      '某列',
      orders.map((text) => text.slice(-digits + 1).padStart(digits, '6')),
    )
    expect(column).toMatchObject({ reading: 'code', failed: 0 })
  })

  test('also where only some are so long, or they lost their digits to an exponent', () => {
    const some = orders.map((text, i) => (i % 4 === 0 ? text : text.slice(0, 8 + (i % 3))))
    expect(infer('某列', some).reading).toBe('code')
    const lost = infer(
      '某列',
      orders.map(() => '1.23457E+18'),
    )
    expect(lost.reading).toBe('code')
    expect(lost.issues.map(({ code }) => code)).toContain('column.digitsLost')
  })

  test('also under a header of amounts, if all are; one among amounts is told as what it is', () => {
    expect(infer('累计金额', orders).reading).toBe('code')
    const amounts = infer('累计金额', [
      ...orders.map((_, i) => String(100 + i)),
      '1234567890123456789',
    ])
    expect(amounts).toMatchObject({
      reading: 'money',
      failed: 1,
      failures: ['1234567890123456789'],
    })
    expect(amounts.issues).toContainEqual({
      code: 'column.tooLarge',
      level: 'warning',
      detail: { column: '累计金额', count: 1, examples: ['1234567890123456789'] },
      rows: [30],
    })
  })
})
