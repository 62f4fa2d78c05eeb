import { describe, expect, test } from 'vitest'
import { rereadColumn } from '../../../../src/table/builder.ts'
import type { Column } from '../../../../src/table/column.ts'
import type { InferChoice } from '../../../../src/table/infer.ts'
import { readTyped } from '../../../../src/table/parse/cell.ts'
import { isoDay } from '../../../../src/table/parse/calendar.ts'
import { defaultContext } from '../../../../src/table/parse/reading.ts'
import { contextWith, rulesOf } from '../../../../src/table/parse/rules.ts'
import type { RawCell } from '../../../../src/table/raw.ts'
import { imported } from '../../../golden/values.ts'
import { asOf } from './rows.ts'

// Source of the values: the page "Reading what people really write"; each column is one of its rows.

const builtOf = (header: string, cells: readonly RawCell[], choice?: InferChoice): Column =>
  imported(header, cells, choice).column

/** What a text typed into the column becomes. */
function typed(column: Column, text: string) {
  const { value, mark } = readTyped(text, column, asOf)
  return [column.reading === 'date' && typeof value === 'number' ? isoDay(value) : value, mark]
}

type Given = readonly [string, readonly string[], InferChoice]
const given: readonly (readonly [string, readonly string[], InferChoice?])[] = [
  ['Last order date', ['25/03/2024', '05/03/2024']],
  ['Last order date', ['03/05/2024', '04/05/2024']],
  ['Umsatz', ['1.200,50', '3,5']],
  ['毛利率', ['12%', '20', '30%']],
  ['消费金额', ['500元/月', '300元/月']],
  ['购买次数', ['3次', '5次']],
  ['购买频率', ['每月一次', '偶尔', '每周一次'], { words: [['偶尔', 2]] }],
  ['等级', ['钻石', '黄金'], { tiers: ['钻石', '黄金'] }],
  ['消费金额', ['500元/月', '300元'], { yearly: true }],
  ['客户名称', ['张三', '李四']],
]

const columns = given.map(([header, cells, choice = {}]): Given => [header, cells, choice])

describe.each(columns)('%s of %j', (header, cells, choice) => {
  const { inferred, column } = imported(header, cells, choice)
  test('its rules give the context again in which it was read', () => {
    const again = contextWith(column.rules, column.unit, asOf)
    expect(rulesOf(again)).toEqual(column.rules)
    const sure = again.dateOrderSure ?? true
    expect({ ...again, dateOrderSure: sure }).toEqual(inferred.context)
  })
  test('they are plain data that JSON keeps', () => {
    expect(JSON.parse(JSON.stringify(column.rules ?? null))).toEqual(column.rules ?? null)
  })
  test('each of its texts typed again is the same cell', () => {
    const { read } = imported(header, cells, choice)
    cells.forEach((text, row) => {
      const { mark, original } = readTyped(text, column, asOf)
      const again = { cell: text, value: typed(column, text)[0], mark, original }
      expect(again).toEqual(read[row])
    })
  })
  test('reading it anew by them changes nothing', () => {
    const again = rereadColumn(column, column.reading, column.unit, asOf, column.rules)
    expect({ ...again, revision: 0 }).toEqual({ ...column, revision: 0 })
  })
})

describe('a cell typed later is read as the column was', () => {
  test('days before months, or months before days', () => {
    const european = builtOf('Last order date', ['25/03/2024', '05/03/2024'])
    const american = builtOf('Last order date', ['03/25/2024', '05/03/2024'])
    const open = builtOf('Last order date', ['03/05/2024', '04/06/2024'])
    expect(typed(european, '6/7/2024')).toEqual(['2024-07-06', 'plain'])
    expect(typed(american, '6/7/2024')).toEqual(['2024-06-07', 'plain'])
    expect(typed(open, '6/7/2024')).toEqual(['2024-06-07', 'assumed'])
  })
  test('decimal commas', () => {
    const german = builtOf('Umsatz', ['1.200,50', '3,5'])
    expect(typed(german, '1.500')).toEqual([1500, 'plain'])
    expect(typed(builtOf('Revenue', ['1,200.50', '3.5']), '1.500')).toEqual([1.5, 'plain'])
  })
  test('rates, counting words and percents', () => {
    const monthly = builtOf('消费金额', ['500元/月', '300元/月'])
    expect(typed(monthly, '800元/月')).toEqual([800, 'plain'])
    expect(typed(monthly, '800')).toEqual([800, 'assumed'])
    expect(typed(builtOf('购买次数', ['3次', '5次']), '7次')).toEqual([7, 'plain'])
    expect(typed(builtOf('占比(%)', ['12', '30']), '15')).toEqual([0.15, 'plain'])
    expect(typed(builtOf('复购率', ['0.12', '0.3']), '0.15')).toEqual([0.15, 'plain'])
  })
  test('what the user decided: words, a year’s amounts', () => {
    const words = [
      ['偶尔', 2],
      ['看情况', null],
    ] as const
    const often = builtOf('购买频率', ['每月一次', '偶尔', '每周一次'], { words })
    expect(typed(often, '偶尔')).toEqual([2, 'plain'])
    expect(typed(often, '看情况')).toEqual([null, 'plain'])
    expect(typed(often, '经常')).toEqual([null, 'error'])
    const yearly = builtOf('消费金额', ['500元/月', '600元'], { yearly: true })
    expect(typed(yearly, '1万/季度')).toEqual([40000, 'plain'])
    expect(typed(yearly, '800')).toEqual([800, 'plain'])
  })
  test('¥1,200, 3万 and 3月5日, as anyone types', () => {
    const money = builtOf('金额', ['500元', '800元'])
    expect(typed(money, '¥1,200')).toEqual([1200, 'plain'])
    expect(typed(money, '3万')).toEqual([30000, 'plain'])
    expect(typed(money, '$70')).toEqual([70, 'assumed'])
    expect(typed(builtOf('日期', ['2024-03-05']), '3月5日')).toEqual(['2026-03-05', 'assumed'])
  })
})

describe('columns of older documents', () => {
  test('have no rules, and are read by the usual ones', () => {
    expect(contextWith(undefined, 'CNY', asOf)).toEqual({ ...defaultContext(asOf), unit: 'CNY' })
    expect(rulesOf(defaultContext(asOf))).toBeUndefined()
    const plain = builtOf('客户名称', ['张三'])
    expect('rules' in plain).toBe(false)
  })
})
