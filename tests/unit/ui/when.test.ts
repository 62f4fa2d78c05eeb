import { expect, test } from 'vitest'
import { words } from '../words.ts'
import { when } from '../../../src/ui/start/when.ts'

// the four forms of the start page's mock: 今天 09:42, 11月18日, and beside them yesterday and another year
const now = new Date(2026, 10, 21, 18, 0)
const at = (...parts: [number, number, number, number?, number?]) =>
  new Date(...parts).toISOString()

test('a change of today shows its time, one of yesterday says so', () => {
  expect(when(at(2026, 10, 21, 9, 42), now, 'zh-CN', words.zh.start)).toBe('今天 09:42')
  expect(when(at(2026, 10, 20, 23, 59), now, 'zh-CN', words.zh.start)).toBe('昨天 23:59')
  expect(when(at(2026, 10, 21, 9, 42), now, 'en-GB', words.en.start)).toBe('Today 09:42')
})

test('an older change shows its day, with the year where it is another', () => {
  expect(when(at(2026, 10, 18), now, 'zh-CN', words.zh.start)).toBe('11月18日')
  expect(when(at(2025, 8, 30), now, 'zh-CN', words.zh.start)).toBe('2025年9月30日')
  expect(when(at(2026, 10, 18), now, 'en-GB', words.en.start)).toBe('18 Nov')
})

test('a date that is none shows nothing', () => {
  expect(when('gestern', now, 'zh-CN', words.zh.start)).toBe('')
})
