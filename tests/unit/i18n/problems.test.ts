import { describe, expect, test } from 'vitest'
import { errorCodes } from '../../../src/core/error.ts'
import { issueCodes } from '../../../src/core/issue.ts'
import { languages } from '../../../src/i18n/language.ts'
import { words } from '../words.ts'

/** The rules of `design.md` §7: no exclamation mark, no apology, no 成功; Chinese has a blank beside digits. */
const detail = {
  column: '金额',
  criterion: '频率',
  tier: 'A',
  tiers: ['B', 'C'],
  criteria: ['频率', '金额'],
  other: '金额',
  bands: ['2', '4'],
  r: -0.95,
  nth: 2,
  cutoff: 80,
  utility: 0.5,
  moved: 3,
  count: 58,
  row: 7,
  rows: ['10005'],
  share: 0.4,
  value: '3',
  what: '2 GB',
  limit: 500,
  columns: 612,
  encoding: 'GBK',
  currencies: ['CNY', 'USD'],
  names: ['字典'],
  examples: ['3万左右', '面议', '约', '无'],
}

for (const language of languages)
  describe(language, () => {
    const all = [
      ...errorCodes.map((code) => [code, words[language].errors[code](detail)] as const),
      ...issueCodes.map((code) => [code, words[language].issues[code](detail)] as const),
    ]
    test.each(all)('%s says what happened and what to do', (_, { title, help }) => {
      for (const text of [title, help]) {
        expect(text).not.toMatch(/undefined|null|NaN|\[object/)
        expect(text).not.toMatch(/[!！]|成功|抱歉|对不起|sorry|please/i)
        expect(text.trim()).toBe(text)
      }
      expect(title.length).toBeGreaterThan(2)
      expect(help.length).toBeGreaterThan(2)
    })
    test('without a single fact the words still stand', () => {
      for (const code of issueCodes)
        expect(words[language].issues[code]({}).title).not.toMatch(/undefined|NaN/)
    })
  })

test('a count of one is singular in English', () => {
  expect(words.en.issues['column.missing']({ column: 'NPS', count: 1 }).title).toBe(
    'NPS: 1 cell is missing',
  )
  expect(words.en.issues['column.missing']({ column: 'NPS', count: 312 }).title).toBe(
    'NPS: 312 cells are missing',
  )
})

test('at most three examples are quoted', () => {
  const { help } = words.zh.issues['column.unreadable'](detail)
  expect(help).toBe('如“3万左右”“面议”“约”。先当作缺失，表里标红。')
})
