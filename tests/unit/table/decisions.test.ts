import { describe, expect, test } from 'vitest'
import { orderIsPlain, tierOrder } from '../../../src/table/tierOrder.ts'
import { isIdentityNumber } from '../../../src/table/parse/identity.ts'
import { writeCell } from '../../../src/table/parse/cell.ts'
import { imported } from '../../golden/values.ts'
import { sortRows } from './sorted.ts'

// Source: the page "Reading what people really write" (ask, offer, column-wide decision), worked out by hand.

const issue = (header: string, cells: readonly string[], code: string, choice = {}) =>
  imported(header, cells, choice).inferred.issues.find((one) => one.code === code)

describe('what is offered', () => {
  test('vague words, each once, however often they come', () => {
    const cells = ['每月一次', '每周一次', '偶尔', '经常', '偶尔', '每年3次']
    expect(issue('购买频率', cells, 'column.vagueFrequency')?.detail).toMatchObject({
      count: 3,
      words: ['偶尔', '经常'],
    })
  })
  test('more than fifty are not listed', () => {
    const odd = Array.from({ length: 80 }, (_, i) => `面议${String.fromCharCode(0x4e00 + i)}`)
    const cells = [...Array.from({ length: 400 }, (_, i) => `${i}元`), ...odd]
    const detail = issue('金额', cells, 'column.unreadable')?.detail
    expect(detail?.['count']).toBe(80)
    expect(detail?.['words']).toEqual(odd.slice(0, 50))
  })
  test('words given a number count as read; the success rate rises', () => {
    const cells = ['每月一次', '每周一次', '偶尔', '偶尔']
    const before = imported('购买频率', cells)
    const after = imported('购买频率', cells, { words: [['偶尔', 2]] })
    expect([before.inferred.success, after.inferred.success]).toEqual([0.5, 1])
    expect(after.read.map(({ value }) => value)).toEqual([12, 52, 2, 2])
    expect(writeCell(after.column, 2)).toBe('偶尔') // the text stays
    expect(issue('购买频率', cells, 'column.vagueFrequency', { words: [['偶尔', 2]] })).toBe(
      undefined,
    )
    expect(issue('购买频率', cells, 'column.decided', { words: [['偶尔', 2]] })?.detail).toEqual({
      column: '购买频率',
      what: ['words'],
      words: ['偶尔 = 2'],
    })
  })
  test('rates once, not as cells read by the majority too', () => {
    const codes = imported('金额', ['500元', '600元', '70元/月']).inferred.issues.map(
      ({ code }) => code,
    )
    expect(codes).toContain('column.rates')
    expect(codes).not.toContain('column.assumed')
  })
  test('bare numbers among percents, either way', () => {
    const cells = ['12%', '15%', '0.2']
    const read = (choice = {}) => imported('毛利率', cells, choice).read[2]
    expect(issue('毛利率', cells, 'column.barePercents')?.detail['bare']).toBe('fraction')
    expect(read()).toMatchObject({ value: 0.2, mark: 'assumed' })
    expect(read({ bare: 'fraction' })).toMatchObject({ value: 0.2, mark: 'plain' })
    expect(read({ bare: 'whole' })).toMatchObject({ value: 0.002, mark: 'plain' })
  })
  test('biweekly, which the user may mean as twice a week', () => {
    const cells = ['monthly', 'biweekly', 'weekly']
    const issue = imported('frequency', cells).inferred.issues.find(
      ({ code }) => code === 'column.ambiguousFrequency',
    )
    expect(issue?.detail).toMatchObject({ count: 1, words: ['biweekly'] })
    const chosen = imported('frequency', cells, { words: [['biweekly', 104]] })
    expect(chosen.read[1]).toMatchObject({ value: 104, mark: 'plain', original: 'biweekly' })
  })
  test('ID cards as personal data; other long numbers are none', () => {
    // the example of GB 11643-1999, and one whose check sign is wrong
    expect(isIdentityNumber('11010519491231002X')).toBe(true)
    expect(isIdentityNumber('440524188001010014')).toBe(true)
    expect(isIdentityNumber('110105194912310021')).toBe(false)
    expect(
      issue('证件', ['11010519491231002X', '440524188001010014'], 'column.identity'),
    ).toBeDefined()
    expect(issue('账号', ['622202020011223344', '622202020011223345'], 'column.identity')).toBe(
      undefined,
    )
  })
})

describe('the order of dates with two-digit years is decided by the column', () => {
  test.each([
    // all of one year behind: 13 May 2024, not 24 May 2013
    [['13/5/24', '14/5/24', '2/6/24'], ['2024-05-13', '2024-05-14', '2024-06-02'], true],
    [['24/3/15', '24/12/1', '24/3/28'], ['2024-03-15', '2024-12-01', '2024-03-28'], true],
    [['5/13/24', '6/14/24'], ['2024-05-13', '2024-06-14'], true],
    [['24.3.5', '23.12.28'], ['2024-03-05', '2023-12-28'], true],
    [['13/05/24'], ['2013-05-24'], false],
  ] as const)('%j', (cells, days, sure) => {
    const { inferred, read } = imported('最近购买日期', cells)
    expect(read.map(({ value }) => value)).toEqual(days)
    expect(inferred.dateOrderSure).toBe(sure)
    if (!sure) {
      expect(read[0]?.mark).toBe('assumed')
      expect(inferred.issues.map(({ code }) => code)).toContain('column.dateOrderUnsure')
    }
  })
  test('the user’s order goes before it', () => {
    expect(imported('日期', ['13/05/24'], { dateOrder: 'dmy' }).read[0]).toMatchObject({
      value: '2024-05-13',
      mark: 'plain',
    })
  })
})

describe('a header decides', () => {
  test('是否 asks for yes and no', () => {
    expect(imported('是否会员', ['1', '0', '1']).inferred.reading).toBe('boolean')
    expect(imported('x', ['1', '0', '1']).inferred.reading).toBe('number')
  })
  test('NPS has ten points, though some cells lie outside', () => {
    const { inferred } = imported('NPS', ['9', '10', '12', '7', '8'])
    expect([inferred.reading, inferred.unit, inferred.failed]).toEqual(['rating', '10', 1])
  })
})

describe('lengths of time follow the column', () => {
  test('18 months among years are one and a half', () => {
    const { read } = imported('合作年限', ['3年', '5年', '18个月', '2年3个月', '1年半'])
    expect(read.map(({ value, mark }) => [value, mark])).toEqual([
      [3, 'plain'],
      [5, 'plain'],
      [1.5, 'assumed'],
      [2.25, 'plain'],
      [1.5, 'plain'],
    ])
    expect(read[3]?.original).toBe('2年3个月')
  })
})

describe('the order of tiers', () => {
  test.each([
    [
      ['白银', '钻石', '黄金'],
      ['钻石', '黄金', '白银'],
    ],
    [
      ['普通会员', '银卡', '金卡', '铂金会员'],
      ['铂金会员', '金卡', '银卡', '普通会员'],
    ],
    [
      ['B', 'A', 'S', 'A+', 'C', 'A-'],
      ['S', 'A+', 'A', 'A-', 'B', 'C'],
    ],
    [
      ['A', 'AAA', 'AA', 'BBB'],
      ['AAA', 'AA', 'A', 'BBB'],
    ],
    [
      ['三级', '一级', '二级'],
      ['一级', '二级', '三级'],
    ],
    [
      ['VIP1', 'VIP3', 'VIP2'],
      ['VIP3', 'VIP2', 'VIP1'],
    ],
    [
      ['普通客户', '重点客户', 'VIP'],
      ['VIP', '重点客户', '普通客户'],
    ],
    [
      ['低', '高', '中'],
      ['高', '中', '低'],
    ],
  ])('%j is proposed as %j', (names, order) => {
    expect(tierOrder(names)).toEqual(order)
    expect(tierOrder([...names].reverse())).toEqual(order)
  })
  test('what was told goes before', () => {
    expect(tierOrder(['甲', '乙', '丙'], ['丙', '甲'])).toEqual(['丙', '甲', '乙'])
  })
  test('letters are not asked about', () => {
    expect(orderIsPlain(['A', 'B', 'S', 'A+'])).toBe(true)
    expect(orderIsPlain(['A', 'VIP'])).toBe(false)
    expect(issue('等级', ['A级', 'B级'], 'column.tierOrder')).toBeUndefined()
  })
  test('own names are, until it is told; the column sorts by it', () => {
    const cells = ['白银', '钻石', '黄金', '钻石']
    expect(issue('等级', cells, 'column.tierOrder')?.detail).toMatchObject({
      words: ['钻石', '黄金', '白银'],
      told: 0,
    })
    const tiers = ['黄金', '钻石', '白银']
    expect(issue('等级', cells, 'column.tierOrder', { tiers })?.detail).toMatchObject({
      words: tiers,
      told: 1,
    })
    const { column } = imported('等级', cells, { tiers })
    expect([...sortRows(column, Uint32Array.of(0, 1, 2, 3), false)]).toEqual([2, 1, 3, 0])
  })
})
