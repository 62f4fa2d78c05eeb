import { describe, expect, test } from 'vitest'
import { periodDays } from '../../../src/engine/dayFilter.ts'
import { textTest } from '../../../src/engine/textFilter.ts'
import type { ColumnFilter } from '../../../src/engine/views.ts'
import { dayOf } from '../../../src/scheme/day.ts'
import { all, columnNamed, imported } from './graded.ts'

// the as-of date is 2026-03-01, a Sunday
const list = [
  '客户名称,备注,金额,最近购买',
  '甲,重点客户,100,2026-03-01',
  '乙,非重点,300,2026-02-28',
  '丙,重点,,2026-02-01',
  '丁,,300,2026-01-30',
  '戊,Key 100%,500,2025-12-31',
  '己,重点?,700,',
].join('\n')

type Condition = ColumnFilter extends infer One
  ? One extends ColumnFilter
    ? Omit<One, 'column'>
    : never
  : never

async function keeps(name: string, condition: Condition): Promise<string> {
  const workspace = await imported(list)
  const column = await columnNamed(workspace, name)
  const query = { ...all, columns: [{ ...condition, column } as ColumnFilter] }
  const columns = [await columnNamed(workspace, '客户名称')]
  const text = await workspace.view('copy', { query, from: 0, to: 99, columns, header: false })
  return text.replaceAll('\r\n', '')
}

describe('conditions of a column of numbers, as Excel names and counts them', () => {
  const range = (from: string | null, to: string | null, more = {}) =>
    keeps('金额', { kind: 'range', from, to, ...more })
  test('greater than leaves the bound out, greater than or equal to does not', async () => {
    expect(await range('300', null)).toBe('乙丁戊己')
    expect(await range('300', null, { open: true })).toBe('戊己')
    expect(await range(null, '300', { open: true })).toBe('甲')
    expect(await range('100', '700', { open: true })).toBe('乙丁戊')
  })
  test('equals, and does not equal, which keeps empty cells', async () => {
    expect(await range('300', '300')).toBe('乙丁')
    expect(await range('300', '300', { not: true })).toBe('甲丙戊己')
  })
  test('above and below the average, which is of the filled cells: 1900 / 5 = 380', async () => {
    expect(await keeps('金额', { kind: 'average', above: true })).toBe('戊己')
    expect(await keeps('金额', { kind: 'average', above: false })).toBe('甲乙丁')
  })
  test('the top in percent is rounded down to whole items, at least one (Excel: top 10 percent)', async () => {
    const top = (count: number, smallest = false) =>
      keeps('金额', { kind: 'top', count, smallest, percent: true })
    expect(await top(59)).toBe('戊己') // 5 numbers: 2.95
    expect(await top(10)).toBe('己')
    expect(await top(40, true)).toBe('甲乙丁') // the second smallest is there twice
  })
})

describe('conditions of texts', () => {
  const text = (text: string, more = {}) => keeps('备注', { kind: 'contains', text, ...more })
  test('begins, ends, equals, and their opposites, which keep empty cells', async () => {
    expect(await text('重点')).toBe('甲乙丙己')
    expect(await text('重点', { at: 'start' })).toBe('甲丙己')
    expect(await text('重点', { at: 'end' })).toBe('乙丙')
    expect(await text('重点', { at: 'all' })).toBe('丙')
    expect(await text('重点', { not: true })).toBe('丁戊')
    expect(await text('重点', { at: 'start', not: true })).toBe('乙丁戊')
    expect(await text('重点', { at: 'all', not: true })).toBe('甲乙丁戊己')
  })
  test('wildcards are those of spreadsheets', async () => {
    expect(await text('重点*', { at: 'all' })).toBe('甲丙己')
    expect(await text('?重点', { at: 'all' })).toBe('乙')
    expect(await text('重点~?', { at: 'all' })).toBe('己')
    expect(await text('KEY*％')).toBe('戊') // neither case nor width matters
  })
  test('signs of patterns are themselves', () => {
    expect(textTest('a.c*', 'all')('abc')).toBe(false)
    expect(textTest('(a|b)*', 'all')('(A|B) 1')).toBe(true)
    expect(textTest('~~*', 'all')('~x')).toBe(true)
    expect(textTest('50%~', undefined)('50%~')).toBe(true)
  })
})

describe('conditions of dates are about the as-of date, 2026-03-01', () => {
  const day = (condition: Condition) => keeps('最近购买', condition)
  test('this month, last month, last year, a year', async () => {
    expect(await day({ kind: 'period', unit: 'month', back: 0 })).toBe('甲')
    expect(await day({ kind: 'period', unit: 'month', back: 1 })).toBe('乙丙')
    expect(await day({ kind: 'period', unit: 'year', back: 1 })).toBe('戊')
    expect(await day({ kind: 'period', unit: 'day', back: 0 })).toBe('甲')
    expect(await day({ kind: 'year', year: 2026 })).toBe('甲乙丙丁')
  })
  test('at most 30 days before, or longer: 2026-01-30 is the 30th', async () => {
    expect(await day({ kind: 'days', days: 30, longer: false })).toBe('甲乙丙丁')
    expect(await day({ kind: 'days', days: 29, longer: false })).toBe('甲乙丙')
    expect(await day({ kind: 'days', days: 29, longer: true })).toBe('丁戊')
  })
  test('periods go over the ends of years, and weeks begin on Monday', () => {
    const period = (unit: Parameters<typeof periodDays>[0], back: number) =>
      periodDays(unit, back, dayOf('2026-03-01')).map((one) =>
        new Date(one * 86_400_000).toISOString().slice(0, 10),
      )
    expect(period('week', 0)).toEqual(['2026-02-23', '2026-03-01'])
    expect(period('week', -1)).toEqual(['2026-03-02', '2026-03-08'])
    expect(period('quarter', 1)).toEqual(['2025-10-01', '2025-12-31'])
    expect(period('month', 12)).toEqual(['2025-03-01', '2025-03-31'])
    expect(period('year', 0)).toEqual(['2026-01-01', '2026-12-31'])
  })
})
