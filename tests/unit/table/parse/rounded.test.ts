import { describe, expect, test } from 'vitest'
import { writeNumeric } from '../../../../src/table/parse/cell.ts'
import { rounded } from '../../../../src/table/parse/rounded.ts'
import type { NumberColumn, ReadingId } from '../../../../src/table/column.ts'

const column = (reading: ReadingId, rules: NumberColumn['rules']): NumberColumn => ({
  id: 'a',
  name: 'a',
  group: null,
  role: 'calculated',
  reading,
  unit: null,
  ...(rules && { rules }),
  revision: 1,
  originals: null,
  marks: null,
  type: 'number',
  values: new Float64Array(0),
})

describe('digits of calculated numbers', () => {
  test.each([
    ['percent', 0.2864958690104865, '28.6%'],
    ['percent', 0.0004, '0%'],
    ['percent', -0.12345, '-12.3%'],
    ['money', 1081.75239, '1081.75'],
    ['money', -0.001, '0'],
    ['number', 55.333333333333336, '55.33'],
    ['number', 0.00423, '0.0042'], // 0 would say never
    ['number', 12345678901234, '12345678901234'],
    ['number', 1e21 + 0.5, '1000000000000000000000'],
    ['rating', 9, '9'],
  ] as const)('%s %d is written %s', (reading, value, text) => {
    expect(writeNumeric(column(reading, { rounded: true }), value)).toBe(text)
  })

  test('numbers of files keep all of theirs', () => {
    expect(writeNumeric(column('money', undefined), 1081.75239)).toBe('1081.75239')
    expect(writeNumeric(column('percent', undefined), 0.2864958690104865)).toBe(
      '28.64958690104865%',
    )
  })

  test('what is missing has no text', () => {
    expect(writeNumeric(column('money', { rounded: true }), NaN)).toBe('')
  })

  test('rounding twice is rounding once', () => {
    for (const value of [0.05678, 1.005, 2.675, 1234.5678])
      expect(rounded(rounded(value, 'number'), 'number')).toBe(rounded(value, 'number'))
  })
})
