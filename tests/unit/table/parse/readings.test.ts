import { describe, expect, test } from 'vitest'
import { readings } from '../../../../src/table/parse/index.ts'
import { read } from './rows.ts'

const cny = { unit: 'CNY' }

describe('missing marks', () => {
  const marks = '- -- / \\ 无 暂无 未知 N/A #N/A NULL null 待补充 ?'.split(' ')
  test.each(marks)('%s is missing in every kind of column, and stays to be seen', (mark) => {
    for (const { id } of readings.all) {
      if (id === 'boolean' && mark === '无') continue
      expect(read(id, mark)).toEqual({ value: null, original: mark, mark: 'plain' })
    }
  })

  test('an empty cell is missing and zero is zero', () => {
    expect(read('number', '')).toEqual({ value: null, original: null, mark: 'plain' })
    expect(read('number', '　')).toEqual({ value: null, original: null, mark: 'plain' })
    expect(read('number', null).value).toBeNull()
    expect(read('number', '0').value).toBe(0)
    expect(read('number', 0).value).toBe(0)
  })

  test.each(['#REF!', '#VALUE!', '#DIV/0!'])(
    '%s is an error cell in every kind of column',
    (text) => {
      for (const { id } of readings.all) {
        expect(read(id, text)).toEqual({ value: null, original: text, mark: 'error' })
        expect(read(id, { kind: 'error', text })).toEqual({
          value: null,
          original: text,
          mark: 'error',
        })
      }
    },
  )
})

describe('texts', () => {
  test.each(['张三　', '张三\u00a0', '\u200b张三 '])('%j is 张三 without the blanks', (text) => {
    expect(read('text', text).value).toBe('张三')
  })
  test.each(['=cmd|x', '@SUM(1)', '+86 138', '-5'])('%s is plain text in a text column', (text) => {
    expect(read('text', text)).toEqual({ value: text, original: null, mark: 'plain' })
  })
  test('-5 is a number in a column of numbers', () => {
    expect(read('number', '-5').value).toBe(-5)
  })
  test('full-width letters stay as they were written', () => {
    expect(read('text', '北京Ａ科技（有限）公司').value).toBe('北京Ａ科技（有限）公司')
  })
})

describe('what does not parse', () => {
  test.each([
    '五彩缤纷',
    'abc',
    '12 34',
    '1.2.3',
    '500元800',
    '2024-03-05',
    '1,2,3',
    '万',
    '--5',
    '1/2',
  ])('%s is no number, never zero', (text) => {
    expect(read('number', text)).toEqual({ value: null, original: text, mark: 'error' })
  })
  test.each(['明天再说', '2024-13-01', '32/1/2024', '12:30', '1'])(
    '%s is no date, never today',
    (text) => {
      expect(read('date', text)).toEqual({ value: null, original: text, mark: 'error' })
    },
  )
  test('a workbook date in a column of numbers is an error that shows the date', () => {
    expect(read('number', { kind: 'date', day: 19787 })).toEqual({
      value: null,
      original: '2024-03-05',
      mark: 'error',
    })
  })
})

describe('the original text', () => {
  test.each([
    ['money', '¥1,200.50'],
    ['money', '3万'],
    ['number', '５次'],
    ['date', '2024年3月5日'],
    ['percent', '12%'],
  ] as const)('%s %s is not kept: the value says it', (reading, text) => {
    expect(read(reading, text, cny).original).toBeNull()
  })
  test.each([
    ['money', '约500元'],
    ['money', '500-1000元'],
    ['money', '3万5'],
    ['money', '$500'],
    ['money', '500元/月'],
    ['frequency', '每月一次'],
    ['date', '2024年3月'],
    ['date', '2024-03-05 10:30'],
    ['discount', '八折'],
    ['rating', '非常满意'],
    ['tier', 'A级'],
    ['boolean', '是'],
  ] as const)('%s %s is kept', (reading, text) => {
    expect(read(reading, text, cny).original).toBe(text)
  })
})
