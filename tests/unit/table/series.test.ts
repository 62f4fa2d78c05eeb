import { expect, test } from 'vitest'
import { seriesOf, type FillHow } from '../../../src/table/series/series.ts'

/** What stands after (or, with a count below zero, before) these cells. */
function filled(texts: readonly string[], count: number, how: FillHow = 'auto'): string[] {
  const { at } = seriesOf(texts, how)
  return count > 0
    ? Array.from({ length: count }, (_, i) => at(texts.length + i))
    : Array.from({ length: -count }, (_, i) => at(-1 - i))
}

// Expectations: the table of Microsoft Support, “Fill data automatically in worksheet cells” (initial selection →
// extended series), in both languages, and what Excel does with the same cells by hand.
test.for([
  [['1', '2', '3'], '4 5 6'],
  [['1', '3'], '5 7 9'],
  [['100', '95'], '90 85 80'],
  [['Mon'], 'Tue Wed Thu'],
  [['Monday'], 'Tuesday Wednesday Thursday'],
  [['Mon', 'Wed'], 'Fri Sun Tue'],
  [['MON'], 'TUE WED THU'],
  [['Jan'], 'Feb Mar Apr'],
  [['Jan', 'Apr'], 'Jul Oct Jan'],
  [['Qtr 3'], 'Qtr 4|Qtr 1|Qtr 2'],
  [['Q3'], 'Q4 Q1 Q2'],
  [['text1', 'textA'], 'text2 textA text3'],
  [['1st Period'], '2nd Period|3rd Period|4th Period'],
  [['11th'], '12th 13th 14th'],
  [['1st', '3rd'], '5th 7th 9th'],
  [['Product 1'], 'Product 2|Product 3|Product 4'],
  [['1999', '2000'], '2001 2002 2003'],
  [['周六'], '周日 周一 周二'],
  [['星期三', '星期二'], '星期一 星期日 星期六'],
  [['十一月'], '十二月 一月 二月'],
  [['12月'], '1月 2月 3月'],
  [['第三季度'], '第四季度 第一季度 第二季度'],
  [['第4季度'], '第1季度 第2季度 第3季度'],
  [['壬'], '癸 甲 乙'],
  [['第1组'], '第2组 第3组 第4组'],
  [['客户001'], '客户002 客户003 客户004'],
  [['客户098'], '客户099 客户100 客户101'],
  [['A10', 'A20'], 'A30 A40 A50'],
  [['3组'], '4组 5组 6组'],
  [['001'], '002 003 004'],
  [['2024-02-28'], '2024-02-29 2024-03-01 2024-03-02'],
  [['2024/2/28', '2024/3/6'], '2024/3/13 2024/3/20 2024/3/27'],
  [['2024-01-15', '2024-02-15'], '2024-03-15 2024-04-15 2024-05-15'],
  [['2024-01-31', '2024-02-29'], '2024-03-31 2024-04-30 2024-05-31'],
  [['2022年5月1日', '2023年5月1日'], '2024年5月1日 2025年5月1日 2026年5月1日'],
  [['2024年11月'], '2024年12月 2025年1月 2025年2月'],
  [['2024-11'], '2024-12 2025-01 2025-02'],
  [['10%', '15%'], '20% 25% 30%'],
  [['0.1', '0.2'], '0.3 0.4 0.5'],
  [['甲', 'A1'], '乙 A2 丙'],
  [['1', ''], '2|' + '|3'],
  [['1', '', '2', ''], '3||4'],
] as const)('%j goes on as %s', ([texts, expected]) => {
  const next = expected.includes('|') ? expected.split('|') : expected.split(' ')
  expect(filled(texts, 3)).toEqual(next)
})

test.for([
  [['5'], '5 5 5'],
  [['好', '中'], '好 中 好'],
  [['110101199003078515'], '110101199003078515 110101199003078515 110101199003078515'],
  [['周一', '周四', '周五'], '周一 周四 周五'], // no step: Excel repeats
  [['2024-02-30'], '2024-02-31 2024-02-32 2024-02-33'], // no day: a text with a number, as for Excel
] as const)('%j: %s', ([texts, expected]) => {
  expect(filled(texts, 3)).toEqual(expected.split(' '))
})

test('Ctrl turns it round: a lone number counts, what would count is copied', () => {
  expect(filled(['5'], 3, 'other')).toEqual(['6', '7', '8'])
  expect(filled(['0.5'], 2, 'other')).toEqual(['1.5', '2.5'])
  expect(filled(['1', '2'], 3, 'other')).toEqual(['1', '2', '1'])
  expect(filled(['2024-01-01'], 2, 'other')).toEqual(['2024-01-01', '2024-01-01'])
  expect(seriesOf(['5'], 'auto').isSeries).toBe(false)
  expect(seriesOf(['第1组'], 'auto').isSeries).toBe(true)
})

test('numbers without an even step follow the line of least squares', () => {
  // Excel: =FORECAST(4,{1,2,4},{1,2,3}) = 5.33333333333333, then 6.83333333333333 (TREND); slope 1.5, mean 7/3
  const [next, after] = filled(['1', '2', '4'], 2)
  expect(Number(next)).toBeCloseTo(16 / 3, 12)
  expect(Number(after)).toBeCloseTo(41 / 6, 12)
})

test('upwards and to the left the series runs backwards', () => {
  expect(filled(['3', '5'], -3)).toEqual(['1', '-1', '-3'])
  expect(filled(['周一'], -2)).toEqual(['周日', '周六'])
  expect(filled(['2024-03-31', '2024-04-30'], -2)).toEqual(['2024-02-29', '2024-01-31'])
  expect(filled(['第2组'], -3)).toEqual(['第1组', '第0组', '第1组']) // Excel counts up again below zero
  expect(filled(['2024-01'], -2)).toEqual(['2023-12', '2023-11'])
})

test('the cells of the source are themselves, wherever a series begins', () => {
  for (const texts of [['1', '2', '4'], ['周五'], ['客户09', '客户10'], ['a', '2024-01-31']]) {
    const { at } = seriesOf(texts, 'copy')
    expect(texts.map((_, i) => at(i))).toEqual(texts)
  }
})
