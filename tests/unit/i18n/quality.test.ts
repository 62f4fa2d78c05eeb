import { describe, expect, test } from 'vitest'
import { languages } from '../../../src/i18n/language.ts'
import { words } from '../words.ts'
import { checkIds } from '../../../src/quality/check.ts'
import { checks } from '../../../src/quality/checks/index.ts'

const detail = {
  column: '金额',
  count: 58,
  share: 0.4,
  keys: 12,
  low: 0,
  high: 10.5,
  unit: 'CNY',
  currencies: ['USD'],
  before: '1980-01-01',
  asOf: '2026-03-01',
  first: '首次购买',
  last: '最近购买',
  lifetime: '生命周期价值',
  frequency: '频率',
  spend: '单次金额',
  phones: 3,
  most: 4,
  names: 5,
  name: '客户名称',
  groups: 6,
  certain: 2,
  criteria: 4,
  examples: ['甲', '乙'],
}

test('every check of the list is asked', () => {
  expect(checks.all.map(({ id }) => id).sort()).toEqual([...checkIds].sort())
})

// the rules of design.md §7, as for problems
describe.each(languages)('%s', (language) => {
  const { quality } = words[language]
  test.each(checkIds)('%s says what is wrong and what to do', (check) => {
    const { title, help } = quality.checks[check](detail)
    for (const text of [title, help, quality.shorts[check]]) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
      expect(text).not.toMatch(/[!！]|成功|抱歉|对不起|sorry|please/i)
      expect(text.trim()).toBe(text)
      expect(text.length).toBeGreaterThan(1)
    }
    expect(quality.checks[check]({}).title).not.toMatch(/undefined|NaN/)
  })
})

test('one is singular in English', () => {
  const { checks: says, fixing } = words.en.quality
  expect(says.negative({ column: 'Spend', count: 1 }).title).toBe('Spend: 1 negative number')
  expect(says.negative({ column: 'Spend', count: 2 }).title).toBe('Spend: 2 negative numbers')
  expect(fixing.run('1')).toBe('Change 1 cell')
})
