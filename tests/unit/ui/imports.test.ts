import { expect, test } from 'vitest'
import { words } from '../words.ts'
import { looksLikeTable } from '../../../src/state/intake.svelte.ts'
import { readingChoice } from '../../../src/ui/data/columnChoices.ts'
import { headerChoice, headerOptions, headerValue } from '../../../src/ui/data/headerChoices.ts'
import { mindOf } from '../../../src/ui/data/mind.ts'
import { readingName, successShare } from '../../../src/ui/data/readings.ts'
import { plan } from '../../component/fixtures.ts'

const zh = words.zh.importing

test('the header can be none, each of the first rows or two of them, and what is set now', () => {
  const options = headerOptions(plan, zh, String)
  const labels = new Map(options.map((option) => [option.value, option.label]))
  expect(labels.get(headerValue(-1, 0))).toBe('没有表头')
  expect(labels.get('2/1')).toBe('第 3 行')
  expect(labels.get('2/2')).toBe('第 3–4 行，2 行合并')
  const three = { ...plan, layout: { ...plan.layout, headerFrom: 2, headerRows: 3 } }
  expect(headerOptions(three, zh, String).map((option) => option.value)).toContain('2/3')
  for (const { value } of options) {
    const { headerFrom, headerRows } = headerChoice(value)
    expect(headerValue(headerFrom, headerRows)).toBe(value)
  }
})

test('a column says the most pressing thing only', () => {
  const column = { failed: 0, failures: [], missing: 0, role: 'measure', issues: [] } as const
  expect(mindOf(column, zh, String)).toBeNull()
  expect(mindOf({ ...column, missing: 312 }, zh, String)).toEqual({ text: '312 个空缺', level: '' })
  expect(mindOf({ ...column, role: 'tier', missing: 3 }, zh, String)?.text).toBe('保留作对照')
  expect(mindOf({ ...column, missing: 3, failed: 58, failures: ['3万左右'] }, zh, String)).toEqual({
    text: '58 个待核：3万左右',
    level: 'warning',
  })
})

test('a share of success is rounded down, whole only when nothing failed', () => {
  expect(successShare(1)).toEqual({ share: 1, digits: 0 })
  expect(successShare(0.99999).share).toBeLessThan(1)
  expect(successShare(0.9942).share).toBeCloseTo(0.994, 12)
})

test('readings name their unit', () => {
  expect(readingName(zh, 'money', 'CNY')).toBe('金额（元）')
  expect(readingName(zh, 'rating', '10')).toBe('评分 0–10')
  expect(readingName(zh, 'money', null)).toBe('金额')
})

test('a date can be told its order', () => {
  expect(readingChoice('date:dmy')).toEqual({ reading: 'date', dateOrder: 'dmy' })
  expect(readingChoice('money')).toEqual({ reading: 'money' })
})

test('cells, lines and pipes are a table, one word is none', () => {
  expect(looksLikeTable('a\tb')).toBe(true)
  expect(looksLikeTable('名称\n张三')).toBe(true)
  expect(looksLikeTable('名称 | 金额')).toBe(true)
  expect(looksLikeTable('张三\n')).toBe(false)
  expect(looksLikeTable('  \n ')).toBe(false)
})
