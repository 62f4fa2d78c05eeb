import { describe, expect, test } from 'vitest'
import { keptCode } from '../../../src/export/keptCodes.ts'

/** What LibreOffice and Excel make of such texts in a CSV: 1.10E+17, 123, 8613800138000, 200000, a day of March. */
describe('texts that a spreadsheet would change', () => {
  test.each([
    '110105194912310021',
    '000123',
    '013800138000',
    '+8613800138000',
    '+86 138 0013 8000',
    '123456789012',
    '2E5',
    '3-1',
    '2024/1',
  ])('%s gets a tab behind it', (text) => {
    expect(keptCode(text)).toBe(`${text}\t`)
  })

  test.each(['', '0', '13800138000', '138-0013-8000', '11010519491231002X', 'A-1', '2026-11-21'])(
    '%j stays as it is',
    (text) => {
      expect(keptCode(text)).toBe(text)
    },
  )
})
