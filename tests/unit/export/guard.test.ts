import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { guard, quoted } from '../../../src/export/csv.ts'
import { maskPhone } from '../../../src/export/texts.ts'

/** Payloads: OWASP "CSV Injection", ASVS 5 V1.2.10, and the list B11–B20 of our reliability notes. */
const runs = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '@SUM(1)',
  '+1+1',
  '-2+3',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '=HYPERLINK("http://x","y")',
  '＝1+1',
  ' =1+1',
  '"=1+1',
  '\ufeff=1+1',
  '|calc',
]

describe('the guard against formulas in CSV', () => {
  test.each(runs)('puts a quote before %j', (text) => {
    expect(guard(text)).toBe(`'${text}`)
  })

  test.each([
    '-5',
    '+3.5',
    '-12.50',
    '+86 138 0013 8000',
    '张三',
    'a=b',
    '5-3',
    '100%',
    '',
    '1,200',
  ])('leaves %j as it is: it cannot run', (text) => {
    expect(guard(text)).toBe(text)
  })
})

describe('masking of phone numbers', () => {
  test.each([
    ['13812346021', '138****6021'],
    ['+86 138-1234-6021', '+86 1**-****-6021'],
    ['0512-61236400', '051*-****6400'],
    ['138****6021', '138****6021'],
    ['110', '110'],
  ])('keeps the first three and last four digits of %s', (text, masked) => {
    expect(maskPhone(text)).toBe(masked)
  })
})

test('a field is quoted exactly where PapaParse quotes it, and is read back to the letter', () => {
  const unit = fc.oneof(fc.constantFrom(' ', ',', '"', '\r', '\n', '\ufeff', '客', 'a', '\t'))
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 8 }), (text) => {
      expect(`x,${quoted(text)}`).toBe(Papa.unparse([['x', text]]))
    }),
  )
})
