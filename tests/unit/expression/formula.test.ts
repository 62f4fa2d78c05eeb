import { describe, expect, test } from 'vitest'
import { typedFormula, withIds, withNames } from '../../../src/expression/formula/columns.ts'
import { FormulaError } from '../../../src/expression/formula/problem.ts'
import { calculatedCells } from '../../../src/project/formulas/calculate.ts'
import { shapeOf } from '../../../src/project/formulas/shape.ts'
import { dayOf } from '../../../src/scheme/day.ts'
import type { Column } from '../../../src/table/column.ts'
import { en } from '../../../src/i18n/en.ts'
import { zh } from '../../../src/i18n/zh.ts'
import {
  booleans,
  categories,
  dates,
  numbers,
  tableOf,
  texts,
} from '../../fixtures/gradingTables.ts'

const day = (text: string) => dayOf(text)
const columns: readonly Column[] = [
  numbers('c1', [100, 50, NaN], { name: '金额', reading: 'money', unit: 'CNY' }),
  numbers('c2', [4, 0, 3], { name: '次数' }),
  dates('c3', [day('2026-11-01'), NaN, day('2024-02-29')], { name: '最近日' }),
  categories('c4', ['华东', '', '华南'], { name: '地区' }),
  texts('c5', ['𠮷野家', 'a-b', ''], { name: '备注[旧]' }),
  booleans('c6', [1, 0, 2], { name: '会员' }),
  numbers('c7', [1, 1, 1], { name: '金额（元）' }),
]
const table = tableOf(columns, 3)
const asOf = dayOf('2026-11-21')

const cells = (text: string) =>
  calculatedCells(table, { formula: typedFormula(text, columns) }, asOf, [0, 1, 2]).map(
    ({ value, original }) => original ?? value,
  )
const first = (text: string) => cells(text)[0]

function problem(text: string) {
  try {
    typedFormula(text, columns)
  } catch (error) {
    if (error instanceof FormulaError) return error.problem
    throw error
  }
  return expect.fail(`${text} is right`)
}

describe('how a formula is read', () => {
  /** Excel's order of operators and its documented examples (support.microsoft.com, "Calculation operators and precedence"). */
  test.each<[string, number | string | boolean]>([
    ['=5+2*3', 11],
    ['=(5+2)*3', 21],
    ['-2^2', 4],
    ['2^3^2', 64],
    ['2^-1', 0.5],
    ['50%*8', 4],
    ['10-2-3', 5],
    ['100/10/5', 2],
    ['1&2=“12”', true],
    ['"a"="A"', true],
    ['"说""好"""', '说"好"'],
    ['1.5e2+.5', 150.5],
    ['ROUND(2.149,1)', 2.1],
    ['ROUND(-1.475,2)', -1.48],
    ['ROUND(21.5,-1)', 20],
    ['ROUND(626.3,-3)', 1000],
    ['ROUND(-50.55,-2)', -100],
    ['ROUNDUP(76.9,0)', 77],
    ['ROUNDUP(-3.14159,1)', -3.2],
    ['ROUNDDOWN(-3.14159,1)', -3.1],
    ['ROUNDDOWN(31415.92654,-2)', 31400],
    ['INT(-8.9)', -9],
    ['LEFT("Sale Price",4)', 'Sale'],
    ['RIGHT("Sale Price",5)', 'Price'],
    ['MID("Fluid Flow",7,20)', 'Flow'],
    ['MID("Fluid Flow",20,5)', ''],
    ['TRIM(" First Quarter  Earnings ")', 'First Quarter Earnings'],
    ['FIND("M","Miriam McGovern")', 1],
    ['FIND("m","Miriam McGovern")', 6],
    ['SUBSTITUTE("Sales Data","Sales","Cost")', 'Cost Data'],
    ['DATE(2026,2,30)=DATE(2026,3,2)', true],
    ['DAYS(DATE(2011,3,15),DATE(2011,2,1))', 42],
    ['0.1+0.2&""', '0.3'],
    ['IFS(1>2,"a",TRUE,"b")', 'b'],
  ])('%s is %s', (text, value) => {
    expect(first(text)).toBe(value === '' ? null : value)
  })

  test('full-width signs, quotes, brackets and digits are what they stand for', () => {
    expect(cells('＝IF（［金额］＞＝６０，“大”，”小“）')).toEqual(['大', '小', null])
    expect(first('【金额】÷４×２－１０％')).toBe(49.9)
    expect(first('ＲＯＵＮＤ（金额／3；1）')).toBe(33.3)
    expect(first('金额≠100')).toBe(false)
  })

  test('names: without brackets where they are words, any letter within them, wide brackets alike', () => {
    expect(first('金额/次数')).toBe(25)
    expect(first('LEN([备注[旧]]])')).toBe(3)
    expect(first('[金额(元)]+[ 金额（元） ]')).toBe(2)
  })

  test('columns are kept by id, so that a new name changes nothing', () => {
    const kept = withIds('= [金额] / 次数 + LEN([备注[旧]]])', columns)
    expect(kept).toBe('[c1] / [c2] + LEN([c5])')
    const renamed = columns.map((one) => (one.id === 'c2' ? { ...one, name: '次]数' } : one))
    expect(withNames(kept, renamed)).toBe('[金额] / [次]]数] + LEN([备注[旧]]])')
    expect(withNames(kept, columns.slice(0, 1))).toBe('[金额] / [#REF!] + LEN([#REF!])')
  })
})

describe('what has no value', () => {
  test('an empty number leaves the result empty, an empty text is the empty text', () => {
    expect(cells('[金额]+1')).toEqual([101, 51, null])
    expect(cells('[地区]&"·"')).toEqual(['华东·', '·', '华南·'])
    expect(cells('SUM([金额],1)')).toEqual([101, 51, 1])
    expect(cells('DAYS([最近日])')).toEqual([20, null, 996])
  })
  test('a division by zero is an error that IFERROR catches, as it catches what is empty', () => {
    expect(cells('[金额]/[次数]')).toEqual([25, '#DIV/0!', null])
    expect(cells('IFERROR([金额]/[次数],-1)')).toEqual([25, -1, -1])
  })
  test('what decides AND and OR alone decides though others are empty', () => {
    expect(cells('AND([金额]>60,[次数]>3)')).toEqual([true, false, false])
    expect(cells('OR([金额]>60,[次数]>2)')).toEqual([true, false, true])
    expect(cells('IF([会员],1,0)')).toEqual([1, 0, null])
  })
  test('emptiness is asked for by "" of any type', () => {
    expect(cells('[金额]=""')).toEqual([false, false, true])
    expect(cells('""<>[最近日]')).toEqual([true, false, true])
    expect(cells('IF([地区]="","空",[地区])')).toEqual(['华东', '空', '华南'])
  })
  test('a letter is one, of however many units', () => {
    expect(cells('LEN([备注[旧]]])')).toEqual([3, 3, 0])
    expect(first('LEFT([备注[旧]]],1)&"·"&FIND("家",[备注[旧]]])')).toBe('𠮷·3')
  })
  test('a number too large for a cell is none', () => {
    expect(first('1000000^3')).toBe('#NUM!')
    expect(first('(-8)^0.5')).toBe('#NUM!')
  })
})

describe('what is wrong is told with its place', () => {
  test.each<[string, string, number, number]>([
    ['=', 'formula.empty', 0, 1],
    ['=([金额]', 'formula.unclosedBracket', 1, 2],
    ['=[金额])', 'formula.strayBracket', 5, 6],
    ['=[金额', 'formula.unclosedName', 1, 4],
    ['="大', 'formula.unclosedText', 1, 3],
    ['=[金额]+', 'formula.missingValue', 6, 6],
    ['=*2', 'formula.missingValue', 1, 2],
    ['=[金额][次数]', 'formula.missingOperator', 5, 9],
    ['=1+$A$1', 'formula.strayMark', 3, 4],
    ['=[金颔]/2', 'formula.noColumn', 1, 5],
    ['=SUMM(1,2)', 'formula.noFunction', 1, 10],
    ['=IF(1=1)', 'formula.tooFew', 1, 8],
    ['=ABS(1,2)', 'formula.tooMany', 1, 9],
    ['=IF([金额],1,2)', 'formula.type', 4, 8],
    ['=[地区]+1', 'formula.addText', 1, 5],
    ['=[最近日]&"x"', 'formula.joinOther', 1, 6],
    ['=[地区]=[金额]', 'formula.compareTypes', 1, 10],
    ['=[地区]<"a"', 'formula.orderText', 1, 9],
    ['=IF([会员],1,"a")', 'formula.branches', 11, 14],
    ['=[最近日]+[最近日]', 'formula.addDates', 1, 12],
    ['=ROUND([金额],[次数])', 'formula.literal', 12, 16],
  ])('%s', (text, code, from, to) => {
    const found = problem(text)
    expect([found.code, found.from, found.to]).toEqual([code, from, to])
    for (const { formulas } of [zh, en]) {
      const words = formulas.problems[found.code](found.detail)
      expect(words).not.toMatch(/undefined|null|NaN/)
      expect(words.length).toBeGreaterThan(3)
    }
  })
  test('what was probably meant', () => {
    expect(problem('[金颔]').detail['near']).toBe('金额')
    expect(problem('AVERAG(1)').detail['near']).toBe('AVERAGE')
    expect(problem('[完全不同]').detail['near']).toBeUndefined()
    expect(zh.formulas.problems['formula.noColumn'](problem('[金颔]').detail)).toBe(
      '没有叫“金颔”的列，是不是“金额”？',
    )
  })
  test('two columns of one name', () => {
    const twice = [...columns, numbers('c9', [1, 2, 3], { name: '金额' })]
    expect(() => typedFormula('[金额]', twice)).toThrow('formula.severalColumns')
  })
  test('a formula of thousands of brackets is refused, not run into the ground', () => {
    expect(problem(`${'('.repeat(1500)}1${')'.repeat(1500)}`).code).toBe('formula.tooDeep')
    expect(problem(`1${'+1'.repeat(3000)}`).code).toBe('formula.tooLong')
    expect(problem(`1${'+1'.repeat(1900)}`).code).toBe('formula.tooDeep')
    expect(first(`1${'+1'.repeat(200)}`)).toBe(201)
  })
})

describe('what column it makes', () => {
  const shape = (text: string) => {
    const { type, reading, unit } = shapeOf(typedFormula(text, columns), columns)
    return [type, reading, unit]
  }
  test.each<[string, readonly (string | null)[]]>([
    ['[金额]/[次数]', ['number', 'money', 'CNY']],
    ['ROUND(-[金额]*2,1)+100', ['number', 'money', 'CNY']],
    ['[金额]/[金额]', ['number', 'number', null]],
    ['[金额]+[次数]', ['number', 'number', null]],
    ['[最近日]+30', ['date', 'date', null]],
    ['[金额]>100', ['boolean', 'boolean', null]],
    ['IF([金额]>100,"大",[地区])', ['category', 'category', null]],
    ['[地区]&[次数]', ['text', 'text', null]],
    ['LEFT([备注[旧]]],1)', ['text', 'text', null]],
  ])('%s', (text, made) => {
    expect(shape(text)).toEqual(made)
  })
})

test('each function has its words and a right example', () => {
  // examples name columns that a list need not have
  for (const { formulas } of [zh, en])
    for (const [name, [about, example]] of Object.entries(formulas.functions)) {
      expect(about.length, name).toBeGreaterThan(1)
      expect(example, name).toContain(name)
    }
})
