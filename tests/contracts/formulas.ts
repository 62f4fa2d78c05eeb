import { seeded } from '../../src/core/random.ts'
import { typedFormula, withIds } from '../../src/expression/formula/columns.ts'
import { calculatedData, withData } from '../../src/project/formulas/calculate.ts'
import { shapeOf } from '../../src/project/formulas/shape.ts'
import { dayOf } from '../../src/scheme/day.ts'
import { markCode } from '../../src/table/column.ts'
import type { Table } from '../../src/table/table.ts'
import { booleans, categories, dates, numbers, tableOf, texts } from '../fixtures/gradingTables.ts'

export const asOf = '2026-11-21'
const today = dayOf(asOf)

/** Cells of every type, with zeros, gaps, signs and some that could not be read. */
export function formulaTable(seed: number, rows: number): Table {
  const random = seeded(seed)
  const fill = (gaps: number, make: (row: number) => number) =>
    Array.from({ length: rows }, (_, row) => (random() < gaps ? NaN : make(row)))
  const among = (words: readonly string[]) =>
    Array.from({ length: rows }, () => words[Math.floor(random() * words.length)] ?? '')
  const spend = numbers(
    'a',
    fill(0.1, () => Math.round(random() * 1e6) / 100),
    { name: '累计金额' },
  )
  const unreadable = [1, 6].filter((row) => row < rows)
  for (const row of unreadable) spend.values[row] = NaN
  const originals = {
    codes: Uint32Array.from({ length: rows }, (_, row) => +unreadable.includes(row)),
    dictionary: ['', '见备注'],
  }
  const marks = Uint8Array.from(originals.codes, (code) => (code === 1 ? markCode.error : 0))
  return tableOf(
    [
      texts(
        'id',
        Array.from({ length: rows }, (_, row) => `K${row}`),
        { role: 'key', name: '编号' },
      ),
      { ...spend, originals, marks },
      numbers(
        'b',
        fill(0.15, () => Math.floor(random() * 6)),
        { name: '购买次数' },
      ),
      numbers(
        'c',
        fill(0.1, () => Math.round((random() - 0.5) * 4000) / 8),
        { name: '净 ]额' },
      ),
      dates(
        'd',
        fill(0.1, () => today - Math.floor(random() * 900)),
        { name: '最近购买日' },
      ),
      dates(
        'e',
        fill(0.1, () => today - 900 - Math.floor(random() * 3000)),
        { name: '首次' },
      ),
      categories('g', among(['', '华东', '华南', '北方大区']), { name: '地区' }),
      texts('t', among(['', ' a  b ', '投诉-退货', "它说'好'", 'x\\y-z', '中国 中国']), {
        name: '备注',
      }),
      booleans(
        'f',
        fill(0, () => Math.floor(random() * 3)),
        { name: '会员' },
      ),
    ],
    rows,
  )
}

/** The table with a calculated column behind the others; later formulas may read it by its name. */
export function withFormula(table: Table, name: string, text: string): Table {
  const formula = typedFormula(text, table.columns)
  const { type, reading, unit } = shapeOf(formula, table.columns)
  const empty = numbers(`k${table.columns.length}`, [], { name })
  const heading = { ...empty, reading, unit, formula: withIds(text, table.columns) }
  const data = calculatedData(table, type, { formula }, today)
  return { ...table, columns: [...table.columns, withData(heading, data)] }
}

export function withFormulas(table: Table, formulas: readonly string[]): Table {
  return formulas.reduce((so, text, at) => withFormula(so, `算${at + 1}`, text), table)
}

/** Every operator and function at least once, with what may lack and what may fail in each place. */
export const everyFormula: readonly string[] = [
  '[累计金额]/[购买次数]',
  '-[净 ]]额]+3*[购买次数]-50%',
  '2^[购买次数]+(-2)^3-[净 ]]额]^2',
  '[购买次数]^-1',
  '[地区]&[备注]&"，"&[购买次数]&"次"',
  '[净 ]]额]&""',
  'IF([累计金额]>=5000,"大客户","一般")',
  'IF([地区]="华东",[累计金额],[净 ]]额])',
  'IF(AND([累计金额]>1000,[购买次数]>=3),"甲",IF(OR([累计金额]>8000,[会员]),"乙","丙"))',
  'IF([购买次数]>2,[最近购买日])',
  'IFS([购买次数]>=4,"常客",[购买次数]>=2,"熟客",TRUE,"散客")',
  'AND([购买次数]>0,[累计金额]>0,[地区]<>"华南")',
  'OR([购买次数]=0,[会员],[累计金额]<1000)',
  'NOT([会员])',
  '[最近购买日]>=DATE(2026,1,1)',
  '[最近购买日]<>[首次]',
  'IFERROR([累计金额]/[购买次数],-1)',
  'IFERROR(IF([会员],[地区]),"未知")',
  '[累计金额]=""',
  'IF([地区]="","空",[地区])',
  'IF(ISBLANK([最近购买日]),"没有",IF(ISBLANK([备注]),"无备注","有"))',
  'ROUND([累计金额]/7,2)',
  'ROUND([净 ]]额],-2)+ROUND(2.675,2)',
  'ROUNDUP([净 ]]额]/3,1)',
  'ROUNDDOWN([净 ]]额]/3,0)',
  'INT([净 ]]额])+ABS([净 ]]额])',
  'SUM([累计金额],[净 ]]额],10)',
  'SUM([累计金额],[净 ]]额])',
  'SUM([累计金额]/[购买次数],[净 ]]额])',
  'AVERAGE([累计金额],[购买次数]/0,[净 ]]额])',
  'MIN([累计金额],[净 ]]额])',
  'MAX([累计金额]/[购买次数],[净 ]]额])',
  'MAX([最近购买日],[首次])',
  'COUNT([累计金额],[购买次数],[净 ]]额]/[购买次数])',
  'LEN([备注])',
  'LEFT([备注],[购买次数])',
  'LEFT([地区])&RIGHT([备注],2)',
  'RIGHT([备注],[净 ]]额])',
  'MID([备注],[购买次数],2)',
  'TRIM([备注])',
  'UPPER([备注])&LOWER("ABC")',
  'FIND("-",[备注])',
  'CONTAINS([备注],"退货")',
  'IF(CONTAINS([备注],[地区]),1,2)',
  'SUBSTITUTE([备注],"-","—")',
  'CONCAT([地区],"/",[购买次数])',
  'DAYS([最近购买日])',
  'DAYS([最近购买日],[首次])',
  'TODAY()-[最近购买日]',
  'TODAY()+30',
  '[最近购买日]+[购买次数]*30',
  'DATE(YEAR([最近购买日]),MONTH([最近购买日])+[购买次数],1)',
  'YEAR([最近购买日])*100+MONTH([首次])+DAY([首次])/100',
  '[算1]*2+IFERROR([算4],0)',
  'IF([算7]="大客户",[算47],0)',
  'IF([算12],"是的","不是")',
]

/** A random formula of a type, for a table as above. Numbers stay small, so that no place of precision is at stake. */
export function randomFormula(random: () => number, type: Type, depth = 3): string {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const make = (wanted: Type) => randomFormula(random, wanted, depth - 1)
  const any = (): Type => pick(['number', 'date', 'text', 'boolean'])
  if (depth <= 0 || random() < 0.15) return pick(leaves[type])
  const shared: readonly (() => string)[] = [
    () => `IF(${make('boolean')},${make(type)},${make(type)})`,
    () => `IFS(${make('boolean')},${make(type)},${make('boolean')},${make(type)})`,
    () => `IFERROR(${make(type)},${make(type)})`,
  ]
  const own: Readonly<Record<Type, readonly (() => string)[]>> = {
    number: [
      () => `(${make('number')}${pick(['+', '-', '*', '/'])}${make('number')})`,
      () => `-${make('number')}`,
      () => `ROUND(${make('number')},${pick([0, 1, 2, -1])})`,
      () => `INT(ABS(${make('number')}))`,
      () =>
        `${pick(['SUM', 'AVERAGE', 'MIN', 'MAX', 'COUNT'])}(${make('number')},${make('number')})`,
      () => `LEN(${make('text')})`,
      () => `FIND(${pick(['"-"', '"中"', '"0"'])},${make('text')})`,
      () => `DAYS(${make('date')})`,
      () => `${pick(['YEAR', 'MONTH', 'DAY'])}(${make('date')})`,
    ],
    date: [
      () => `(${make('date')}+${pick(['[购买次数]', '7', '-31'])})`,
      () => `${pick(['MIN', 'MAX'])}(${make('date')},${make('date')})`,
    ],
    text: [
      () => `(${make('text')}&${make('text')})`,
      () => `${pick(['LEFT', 'RIGHT'])}(${make('text')},${pick(['[购买次数]', '1', '2'])})`,
      () => `MID(${make('text')},${pick(['[购买次数]', '1', '2'])},2)`,
      () => `TRIM(${make('text')})`,
      () => `SUBSTITUTE(${make('text')},"-",${make('text')})`,
    ],
    boolean: [
      () => `(${make('number')}${pick(['<', '<=', '>', '>='])}${make('number')})`,
      () => `(${make('text')}${pick(['=', '<>'])}${make('text')})`,
      () => `${pick(['AND', 'OR'])}(${make('boolean')},${make('boolean')})`,
      () => `NOT(${make('boolean')})`,
      () => `ISBLANK(${make(any())})`,
      () => `CONTAINS(${make('text')},${make('text')})`,
    ],
  }
  return pick(random() < 0.3 ? shared : own[type])()
}
export type Type = 'number' | 'date' | 'text' | 'boolean'

const leaves: Readonly<Record<Type, readonly string[]>> = {
  number: ['[累计金额]', '[购买次数]', '[净 ]]额]', '0', '2', '12.5'],
  date: ['[最近购买日]', '[首次]', 'TODAY()', 'DATE(2026,2,28)'],
  text: ['[地区]', '[备注]', '""', '"-"', '"华东"', '[购买次数]&"次"'],
  boolean: ['[会员]', 'TRUE', 'FALSE', '[累计金额]=""'],
}
