import { describe, expect, test } from 'vitest'
import { excelFormula, excelNumber, excelText } from '../../../src/expression/excel.ts'
import * as e from '../../../src/expression/expression.ts'

const cells: Record<string, string> = { x: 'F3', worst: '$B$4', column: '$F$3:$F$9' }
const print = (expression: e.Expression) => excelFormula(expression, (name) => cells[name] ?? name)

describe('the workbook printer', () => {
  test('writes the linear term as the specification gives it (§8)', () => {
    const x = e.divide(e.subtract(e.reference('x'), e.reference('worst')), e.number(4))
    expect(print(e.clamp(x, 0, 1))).toBe('MEDIAN(0,1,((F3-$B$4)/4))')
  })

  test('writes the percentile term as the specification gives it, guarded at one value', () => {
    expect(print({ kind: 'percentRank', x: e.reference('x'), range: 'column' })).toBe(
      'IF(COUNT($F$3:$F$9)=1,0.5,(RANK(F3,$F$3:$F$9,1)-RANK(F3,$F$3:$F$9,0)+COUNT($F$3:$F$9)-1)/(2*(COUNT($F$3:$F$9)-1)))',
    )
  })

  test('keeps sums and products from left to right', () => {
    expect(print(e.add(e.number(1), e.number(2), e.number(3)))).toBe('((1+2)+3)')
    expect(print(e.add())).toBe('0')
  })

  test('asks numbers and texts for being missing in their own way', () => {
    expect(print(e.isMissing(e.reference('x'), 'number'))).toBe('NOT(ISNUMBER(F3))')
    expect(print(e.isMissing(e.reference('x'), 'text'))).toBe('(LEN(F3)=0)')
  })

  test('writes what is done before scoring as the specification gives it', () => {
    const x = e.reference('x')
    const within: e.Expression = { kind: 'middle', of: [e.number(1), e.number(9), x] }
    expect(print(within)).toBe('MEDIAN(1,9,F3)')
    expect(print({ kind: 'log', of: x })).toBe('(SIGN(F3)*LN(1+ABS(F3)))')
  })

  test('counts, places and quantiles read a range of cells', () => {
    const x = e.reference('x')
    expect(print(e.countOf('column', '<', x))).toBe('SUMPRODUCT(($F$3:$F$9<F3)*1)')
    expect(print(e.item('column', e.number(2)))).toBe('INDEX($F$3:$F$9,2)')
    expect(print({ kind: 'smallest', range: 'column', k: e.number(2) })).toBe('SMALL($F$3:$F$9,2)')
    expect(print(e.over('mean', 'column'))).toBe('AVERAGE($F$3:$F$9)')
    expect(print(e.over('sd', 'column'))).toBe('STDEVP($F$3:$F$9)')
    expect(print({ kind: 'exp', of: x })).toBe('EXP(F3)')
  })

  test('uses no function that is newer than Excel 2003', () => {
    const bands = {
      kind: 'bands',
      x: e.reference('x'),
      from: 'from',
      values: 'u',
      below: e.number(0),
    } as const
    const match = { ...bands, kind: 'match', keys: 'k', other: e.number(0) } as const
    const largest = { kind: 'largest', range: 'column', k: e.number(2) } as const
    const all = print({ kind: 'max', of: [bands, match, largest, e.over('count', 'column')] })
    const known = /^(MAX|IF|INDEX|LOOKUP|SUMPRODUCT|EXACT|LARGE|COUNT)$/
    const used = [...all.matchAll(/([A-Z.]+)\(/g)].map((found) => found[1] ?? '')
    expect(used.filter((name) => !known.test(name))).toEqual([])
  })
})

describe('literals', () => {
  test('numbers read back as the same number, with a point', () => {
    for (const value of [
      0.1 + 0.2,
      1 / 3,
      5e-324,
      1.7976931348623157e308,
      -1e15,
      1e21,
      62.142857143,
    ])
      expect(Number(excelNumber(value))).toBe(value)
    expect(excelNumber(-0)).toBe('0')
    expect(excelNumber(1e-7)).toBe('1E-7')
  })

  test('what a workbook cannot hold is refused', () => {
    expect(() => excelNumber(NaN)).toThrow()
    expect(() => excelNumber(Infinity)).toThrow()
  })

  test('quotes are doubled and long texts joined from literals of at most 255 characters', () => {
    expect(excelText('a"b')).toBe('"a""b"')
    expect(excelText('')).toBe('""')
    const long = excelText('字'.repeat(600))
    expect(long.split('&')).toHaveLength(3)
    expect(long.startsWith('("')).toBe(true)
  })
})
