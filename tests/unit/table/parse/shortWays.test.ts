import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readings } from '../../../../src/table/parse/index.ts'
import { defaultContext } from '../../../../src/table/parse/reading.ts'

/**
 * Usual cells are read without a regular expression. A blank behind the text is no part of it and bars the short way.
 * Source: the careful way, which the page's rows test.
 */

const usual = defaultContext('2026-11-21')
const two = fc.integer({ min: 0, max: 99 }).map((part) => String(part).padStart(2, '0'))
const part = fc.oneof(two, fc.integer({ min: 0, max: 40 }).map(String))
const sign = fc.constantFrom('-', '/', '.')
const clock = fc.oneof(
  fc.constantFrom('', '', '', ' 00:00', ' 00:00:00', ' 10:30', 'T10:30', ' 1:30', '日', ' 10:30:5'),
  fc.tuple(two, two, two).map((parts) => ` ${parts.join(':')}`),
)
const year = fc.oneof(
  fc.constantFrom('2024', '1970', '1900', '1899', '1753', '1799', '2201', '0000', '24', '20245'),
  fc.integer({ min: 1000, max: 2300 }).map(String),
)
const day = fc
  .tuple(year, sign, part, sign, part, clock)
  .map(([y, first, month, second, date, time]) => `${y}${first}${month}${second}${date}${time}`)

test('days', () => {
  fc.assert(
    fc.property(day, (text) => {
      const read = readings.get('date').read
      expect(read(text, usual)).toEqual(read(`${text} `, usual))
    }),
    { numRuns: 20_000, examples: [['1753/1/1'], ['9999.12.31'], ['1-1-1']] },
  )
})

const amount = fc.oneof(
  fc.stringMatching(/^-?\d{1,18}$/),
  fc.stringMatching(/^-?\d{1,9}[.,]\d{0,9}$/),
  fc.stringMatching(/^-?\d{1,4}([.,]\d{2,4}){1,4}$/),
  fc.stringMatching(/^-?[0-3]{1,3}(\.\d{3}){1,3}(,\d{1,3})?$/),
  fc.stringMatching(/^-?[0-3]{1,3}(,\d{3}){1,3}(\.\d{1,3})?$/),
  fc.stringMatching(/^[-.,\d]{0,8}$/),
)

test.each((['number', 'money'] as const).flatMap((id) => [[id, '.'] as const, [id, ','] as const]))(
  '%s, decimals after %s',
  (id, decimal) => {
    const { read } = readings.get(id)
    const context = { ...usual, decimal }
    fc.assert(
      fc.property(amount, (text) => {
        expect(read(text, context)).toEqual(read(`${text} `, context))
      }),
      { numRuns: 10_000 },
    )
  },
)
