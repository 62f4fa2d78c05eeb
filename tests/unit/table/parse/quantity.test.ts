import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carefully, quantity } from '../../../../src/table/parse/quantity.ts'

/** The short way for common texts says what the careful way says. Source: the careful way, which the page's rows test. */

const digits = fc.oneof(
  fc.stringMatching(/^\d{1,12}$/),
  fc.stringMatching(/^\d{1,3}(,\d{3}){1,3}$/),
  fc.stringMatching(/^\d{1,6}\.\d{1,4}$/),
  fc.stringMatching(/^\d{1,3},\d{1,4}(\.\d{1,3})?$/),
)
const text = fc
  .tuple(
    fc.constantFrom('', '', '¥', '$', '€', '£', '-', '¥-', '-¥'),
    digits,
    fc.constantFrom('', '', '万', '千'),
    fc.constantFrom('', '元', '%', '次', '天', '个', '年', '人', '岁', '元/月', '折'),
  )
  .map((parts) => parts.join(''))

test.each(['.', ','] as const)('common texts, decimals after %s', (decimal) => {
  fc.assert(
    fc.property(text, (written) => {
      expect(quantity(written, decimal)).toEqual(carefully(written, decimal))
    }),
    { numRuns: 5000 },
  )
})
